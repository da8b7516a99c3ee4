using System.ComponentModel;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Coaching;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A mission that waits for a moderator, with what helps to decide.</summary>
public sealed record ReviewItem(
    MissionResponse Mission,
    [property: Description("When it was handed in; the queue is in this order.")] DateTimeOffset? SubmittedAt,
    [property: Description("What the coach says of it.")] CoachingResponse Coaching,
    [property: Description("What its organisation has done before.")] OrganisationHistory Organisation,
    [property: Description("Published missions nearby with the same words in title or text; three at most.")] IReadOnlyList<LookAlike> LookAlikes);

/// <param name="Refused">How many of its missions moderators refused.</param>
/// <param name="Reported">How many were closed because somebody reported them.</param>
/// <param name="OpenReports">Reports that nobody has looked at.</param>
public sealed record OrganisationHistory(int Published, int Refused, int Reported, int OpenReports);

/// <param name="SameOrganisation">Probably written twice; else two organisations need the same.</param>
public sealed record LookAlike(Guid Id, string Title, string Organisation, bool SameOrganisation, double? DistanceKm);
