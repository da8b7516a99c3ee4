using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Contracts.Missions;

/// <summary>What other services need of a mission: everything public that matching and e-mails use, no person's name.</summary>
/// <param name="Places">How many volunteers in all; who holds one is Matching's alone.</param>
/// <param name="Hours">Weekly hours asked, in <see cref="WeekHours"/> notation; empty when the mission has shifts or is free.</param>
/// <param name="HoursPerWeek">Hours a week, null when not stated.</param>
/// <param name="WelcomerId">Account of the member who welcomes, or null.</param>
/// <param name="NetworkId">The network it was imported from, or null.</param>
/// <param name="RequiredSkills">Those of the skills that are also named as prerequisites: without them one isn't taken. Null from older publishers.</param>
public sealed record MissionFacts(
    Guid OrganisationId,
    string OrganisationName,
    string Title,
    MissionDomain Domain,
    MissionKind Kind,
    RemoteWork Remote,
    int Places,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyList<string> Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<ShiftFacts> Shifts,
    IReadOnlyList<MissionAddress> Addresses,
    IReadOnlyList<string> Activities,
    IReadOnlyList<string> Audiences,
    IReadOnlyList<string> Skills,
    bool OpenToMinors,
    bool ReducedMobility,
    Guid? WelcomerId,
    Guid? NetworkId,
    IReadOnlyList<string>? RequiredSkills = null);

/// <summary>A dated slot with its own places.</summary>
public sealed record ShiftFacts(Guid ShiftId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places);

/// <summary>Where a mission takes place, as published. Coordinates in degrees, WGS 84.</summary>
/// <param name="CommuneCode">INSEE code, 5 characters.</param>
public sealed record MissionAddress(string? Street, string Commune, string CommuneCode, string Postcode, string Department, double Longitude, double Latitude);
