using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Volunteers.Domain;

/// <summary>A person as a volunteer: who they are to others, what they offer and wish. Its id is the account's.</summary>
public sealed class Profile
{
    private readonly List<Consent> _consents = [];

    private Profile() { }

    public Guid Id { get; private init; }

    public long Version { get; private set; }

    public string FirstName { get; private set; } = "";

    public Place? Place { get; private set; }

    public int RadiusKm { get; private set; }

    /// <summary>Whether missions done from home are welcome too.</summary>
    public bool Remote { get; private set; }

    public decimal? HoursPerWeek { get; private set; }

    public List<string> Skills { get; private set; } = [];

    /// <summary>What they would like to learn by helping.</summary>
    public List<string> SkillsToLearn { get; private set; } = [];

    public List<MissionDomain> Causes { get; private set; } = [];

    public List<MissionKind> Kinds { get; private set; } = [];

    /// <summary>A wish, not an age: to be shown only missions that are open to minors.</summary>
    public bool OnlyOpenToMinors { get; private set; }

    /// <summary>A wish, and nothing about anybody's health: only missions that can be reached with reduced mobility.</summary>
    public bool NeedsAccessibility { get; private set; }

    /// <summary>Free hours, 0 (Monday 00:00) to 167 (Sunday 23:00), in order.</summary>
    public List<int> Hours { get; private set; } = [];

    /// <summary>Whether organisations may be shown this person as a candidate; follows the consents.</summary>
    public bool VisibleToOrganisations => _consents.Exists(consent => consent.Holds(ConsentPurpose.VisibleToOrganisations));

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Every consent ever given, withdrawn ones included: the proof that the law asks for.</summary>
    public IReadOnlyList<Consent> Consents => _consents;

    public static Profile Create(Guid accountId, ProfileDetails details, DateTimeOffset now)
    {
        var profile = new Profile { Id = accountId };
        profile.Change(details, now);
        return profile;
    }

    /// <summary>Replaces everything but the hours, which have their own page.</summary>
    public void Change(ProfileDetails details, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(details);
        details.Check();
        (FirstName, Place, RadiusKm, Remote) = (details.FirstName.Trim(), details.Place, details.RadiusKm, details.Remote);
        HoursPerWeek = details.HoursPerWeek;
        (Skills, SkillsToLearn) = (Tidy(details.Skills), Tidy(details.SkillsToLearn));
        (OnlyOpenToMinors, NeedsAccessibility) = (details.OnlyOpenToMinors, details.NeedsAccessibility);
        Causes = [.. details.Causes.Distinct()];
        Kinds = [.. details.Kinds.Distinct()];
        Consent(ConsentPurpose.VisibleToOrganisations, details.VisibleToOrganisations, now);
        Touch(now);
    }

    public void SetAvailability(IEnumerable<int> hours, DateTimeOffset now)
    {
        List<int> week = [.. hours.Distinct().Order()];
        ProfileRules.Hours.Require(week.TrueForAll(hour => hour is >= 0 and < WeekHours.HoursInAWeek));
        Hours = week;
        Touch(now);
    }

    private static List<string> Tidy(IReadOnlyList<string> skills) => [.. skills.Select(skill => skill.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Consent(ConsentPurpose purpose, bool agrees, DateTimeOffset now)
    {
        var given = _consents.Find(consent => consent.Holds(purpose));
        if (agrees && given is null) { _consents.Add(Domain.Consent.Give(Id, purpose, now)); }
        if (!agrees) { given?.Withdraw(now); }
    }

    private void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        Version++;
    }
}
