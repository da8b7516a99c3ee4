namespace Benevolat.Volunteers.Domain;

/// <summary>What a person agreed to: for what, under which text, since when and until when.</summary>
public sealed class Consent
{
    /// <summary>The text that people see beside the box today; a new wording gets a new version.</summary>
    public const string CurrentText = "2026-11";

    private Consent() { }

    public Guid Id { get; private init; }

    public Guid VolunteerId { get; private init; }

    public ConsentPurpose Purpose { get; private init; }

    public string TextVersion { get; private init; } = "";

    public DateTimeOffset GivenAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal static Consent Give(Guid volunteerId, ConsentPurpose purpose, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        VolunteerId = volunteerId,
        Purpose = purpose,
        TextVersion = CurrentText,
        GivenAt = now,
    };

    internal bool Holds(ConsentPurpose purpose) => Purpose == purpose && WithdrawnAt is null;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}

/// <summary>What a consent is for.</summary>
public enum ConsentPurpose { VisibleToOrganisations }
