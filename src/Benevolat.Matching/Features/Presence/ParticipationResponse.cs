using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;

namespace Benevolat.Matching.Features.Presence;

/// <summary>A participation as its two sides see it.</summary>
public sealed record ParticipationResponse(
    Guid Id,
    Guid ApplicationId,
    Guid MissionId,
    string MissionTitle,
    Guid OrganisationId,
    string OrganisationName,
    Guid VolunteerId,
    [property: Description("Null when the mission has no shifts.")] Guid? ShiftId,
    [property: Description("The day in France.")] DateOnly On,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ParticipationState State,
    [property: Description("When they showed the code of the place; null when somebody said that they were there.")] DateTimeOffset? CheckedInAt,
    [property: Description("The time given; null until somebody said. Approval fixes it.")] int? Minutes,
    [property: Description("Who said how long it was.")] MinutesBy? MinutesBy,
    [property: Description("The swap under way, or null.")] Guid? SwapId,
    [property: Description("For If-Match, as in the ETag.")] long Version,
    [property: Description("What the caller may do now.")] IReadOnlyList<ParticipationAction> Actions)
{
    public static ParticipationResponse Of(Participation its, Mission mission, Viewer viewer, DateTimeOffset now) => new(
        its.Id, its.ApplicationId, its.MissionId, mission.Title, its.OrganisationId, mission.OrganisationName, its.VolunteerId, its.ShiftId,
        its.On, its.StartsAt, its.EndsAt, its.State, its.CheckedInAt, its.Minutes, its.MinutesBy, its.SwapId, its.Version, viewer.ActionsOn(its, now));
}
