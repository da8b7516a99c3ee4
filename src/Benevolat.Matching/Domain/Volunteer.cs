using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;

namespace Benevolat.Matching.Domain;

/// <summary>What a volunteer looks for: nothing of age, gender or origin is known here, so nothing of it can weigh.</summary>
public sealed record VolunteerWishes(
    string? CommuneCode,
    IReadOnlyList<string> Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<string> Skills,
    IReadOnlyList<MissionDomain> Causes,
    IReadOnlyList<MissionKind> Kinds,
    IReadOnlyList<string>? SkillsToLearn = null,
    bool OnlyOpenToMinors = false,
    bool NeedsAccessibility = false);

/// <summary>Matching's copy of a volunteer's profile.</summary>
public sealed class Volunteer
{
    private Volunteer() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }
    public int RadiusKm { get; private set; }
    public bool Remote { get; private set; }

    /// <summary>The consent to be proposed to organisations.</summary>
    public bool Visible { get; private set; }
    public VolunteerWishes Wishes { get; private set; } = new(null, [], null, [], [], []);

    /// <summary>When new matches are looked for next, in the morning…</summary>
    public DateTimeOffset? MatchesDueAt { get; private set; }

    /// <summary>…among missions published later than this…</summary>
    public DateTimeOffset? MatchesSince { get; private set; }

    /// <summary>…for the how manieth time.</summary>
    public long MatchesRound { get; private set; }

    private static readonly TimeOnly Morning = new(6, 0);

    public static Volunteer Unheard(Guid id) => new() { Id = id };

    /// <summary>Takes the profile unless a newer one is known. What is there already, they find on their page; what comes from now on is news.</summary>
    public void Hear(VolunteerProfileChanged profile, DateTimeOffset now)
    {
        if (profile.Version <= Version) { return; }
        if (MatchesDueAt is null) { (MatchesSince, MatchesDueAt) = (now, NextMorning(now)); }
        Version = profile.Version;
        (Longitude, Latitude, RadiusKm) = (profile.Longitude, profile.Latitude, profile.RadiusKm);
        (Remote, Visible) = (profile.Remote, profile.Visible);
        Wishes = new(profile.CommuneCode, profile.Hours, profile.HoursPerWeek, profile.Skills, profile.Causes, profile.Kinds,
            profile.SkillsToLearn, profile.OnlyOpenToMinors, profile.NeedsAccessibility);
    }

    /// <summary>The next round is on the next morning.</summary>
    /// <returns>The number of this one.</returns>
    public long BeginRound(DateTimeOffset now)
    {
        (MatchesSince, MatchesDueAt) = (now, NextMorning(now));
        return ++MatchesRound;
    }

    private static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        var day = ParisTime.DayOf(now);
        var today = ParisTime.At(day, Morning);
        return now < today ? today : ParisTime.At(day.AddDays(1), Morning);
    }
}
