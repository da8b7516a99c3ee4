namespace Benevolat.Web.Api;

public sealed record Shift(DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places);

public sealed record MissionAddress(string? Street, string? Commune, string? CommuneCode, string? Postcode, IReadOnlyList<double>? Coordinates);

/// <summary>What an association writes of a mission. In templates, lists that are left to write are null on the wire; here they are empty.</summary>
public record MissionInput
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Domain { get; init; }
    public string? Kind { get; init; }
    public string? Remote { get; init; }
    public IReadOnlyList<string> Activities { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Audiences { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Skills { get; init => field = value ?? []; } = [];
    public int? Places { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public IReadOnlyList<string> Hours { get; init => field = value ?? []; } = [];
    public double? HoursPerWeek { get; init; }
    public IReadOnlyList<Shift> Shifts { get; init => field = value ?? []; } = [];
    public IReadOnlyList<MissionAddress> Addresses { get; init => field = value ?? []; } = [];
    public bool OpenToMinors { get; init; }
    public bool ReducedMobility { get; init; }
    public bool CloseToTransport { get; init; }
    public bool ExpensesRefunded { get; init; }
    public Guid? WelcomerId { get; init; }
    public string? Welcome { get; init; }
    public IReadOnlyList<string> Tasks { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Prerequisites { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> SoftSkills { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];
    public string? Difficulty { get; init; }
    public string? ScheduleNote { get; init; }
    public string? ExpensesNote { get; init; }
    public string? Mandate { get; init; }

    /// <summary>What can be written again, without what the service added: it refuses fields that are not the input's.</summary>
    public MissionInput Written() => new(this);
}

/// <summary>A mission as the service keeps it.</summary>
public sealed record Mission : MissionInput
{
    public required Guid Id { get; init; }
    public OrganisationBrief? Organisation { get; init; }
    public string State { get; init; } = "";
    public string? StateReason { get; init; }

    /// <summary>Of a refusal: which reason.</summary>
    public string? StateDetail { get; init; }

    /// <summary>What a moderator wrote about it; null for strangers.</summary>
    public string? StateNote { get; init; }

    /// <summary>The last day on which it is offered.</summary>
    public DateOnly? ExpiresOn { get; init; }
    public Guid? SplitFromId { get; init; }

    /// <summary>Missions that take another part of the same whole.</summary>
    public IReadOnlyList<Complement>? Complements { get; init; }
    public int? PlacesLeft { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public long Version { get; init; }

    public bool IsOpen => State == "published" && PlacesLeft is null or > 0;

    public MissionAddress? MainAddress => Addresses is [var first, ..] ? first : null;
}

public sealed record Complement(Guid Id, string Title, string State);

public sealed record OrganisationAddress(string? Street, string? Commune, string? CommuneCode, string? Postcode);

public sealed record OrganisationInput(
    string? Name, string? Purpose, string? Rna, string? Siren, string? Siret, string? CourtRegister, string? Website, OrganisationAddress? Address);

public sealed record Organisation(
    Guid Id, string Name, string? Purpose, string? Rna, string? Siren, string? Siret, string? Website, OrganisationAddress? Address,
    string State, string? StateReason, long Version)
{
    /// <summary>Where there is no RNA, in 57, 67 and 68: court, volume, folio.</summary>
    public string? CourtRegister { get; init; }

    public string? LogoUrl { get; init; }

    /// <summary>When it was last handed in for verification; null for strangers.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>What a moderator should look at twice; null for everybody else.</summary>
    public IReadOnlyList<string>? Flags { get; init; }

    public Answers? Answers { get; init; }
}

/// <summary>How applications were answered lately. <paramref name="Rate"/> is from 0 to 1; few of them say nothing: then it is new.</summary>
public sealed record Answers(double? Rate, double? MedianHours, int Over, bool IsNew);

public sealed record MyOrganisation(Guid Id, string Name, string State, string Role);
