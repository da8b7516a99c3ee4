using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Contracts.Volunteers;

/// <summary>What matching knows of a volunteer: wishes and hours, the commune and no finer place; no age, gender or origin.</summary>
/// <param name="VolunteerId">The account's id.</param>
/// <param name="Visible">Whether the volunteer agreed to be proposed to organisations.</param>
/// <param name="SkillsToLearn">What they would like to learn; null from older publishers.</param>
/// <param name="OnlyOpenToMinors">A wish like any other filter: to be shown only missions that are open to minors.</param>
/// <param name="NeedsAccessibility">A wish: only missions that can be reached with reduced mobility.</param>
[WireName("volunteers.volunteer-profile-changed.v1"), HeardBy("matching")]
public sealed record VolunteerProfileChanged(
    Guid VolunteerId,
    long Version,
    string? CommuneCode,
    double? Longitude,
    double? Latitude,
    int RadiusKm,
    bool Remote,
    IReadOnlyList<string> Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<string> Skills,
    IReadOnlyList<MissionDomain> Causes,
    IReadOnlyList<MissionKind> Kinds,
    bool Visible,
    IReadOnlyList<string>? SkillsToLearn = null,
    bool OnlyOpenToMinors = false,
    bool NeedsAccessibility = false) : IEvent;
