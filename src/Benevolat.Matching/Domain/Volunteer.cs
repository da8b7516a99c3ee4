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
    IReadOnlyList<MissionKind> Kinds);

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

    public static Volunteer Unheard(Guid id) => new() { Id = id };

    /// <summary>Takes the profile unless a newer one is known.</summary>
    public void Hear(VolunteerProfileChanged profile)
    {
        if (profile.Version <= Version) { return; }
        Version = profile.Version;
        (Longitude, Latitude, RadiusKm) = (profile.Longitude, profile.Latitude, profile.RadiusKm);
        (Remote, Visible) = (profile.Remote, profile.Visible);
        Wishes = new(profile.CommuneCode, profile.Hours, profile.HoursPerWeek, profile.Skills, profile.Causes, profile.Kinds);
    }
}
