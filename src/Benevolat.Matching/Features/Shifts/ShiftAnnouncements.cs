using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>What the other services are told of shifts and participations: ids and times.</summary>
internal static class ShiftAnnouncements
{
    public static ParticipationRecorded Recorded(this Participation its) => new(
        its.Id, its.Version, its.ApplicationId, its.MissionId, its.OrganisationId, its.VolunteerId, its.ShiftId,
        its.State, its.On, its.StartsAt, its.EndsAt, its.Minutes, its.ChangedAt);

    public static ParticipationNear Near(this Participation its, Guid? welcomer, DateTimeOffset at) => new(
        its.Id, its.Version, its.ApplicationId, its.MissionId, its.OrganisationId, its.VolunteerId, its.On, its.StartsAt, at, welcomer);

    public static PlaceOffered Offered(this ShiftWait its, DateTimeOffset at) => new(
        its.Id, its.Version, its.ApplicationId, its.MissionId, its.OrganisationId, its.VolunteerId, its.ShiftId, its.ExpiresAt ?? at, at);

    public static PlaceOfferLapsed Lapsed(this ShiftWait its, DateTimeOffset at) => new(
        its.Id, its.Version, its.ApplicationId, its.MissionId, its.OrganisationId, its.VolunteerId, its.ShiftId, its.State is ShiftWaitState.Refused, at);

    public static ShiftSwapProposed Proposed(this Swap its, IReadOnlyList<Guid> to) => new(
        its.Id, its.Version, its.MissionId, its.OrganisationId, its.ShiftId, its.FromVolunteerId, to, its.StartsAt, its.ChangedAt);

    public static ShiftSwapTaken Taken(this Swap its) => new(
        its.Id, its.Version, its.MissionId, its.OrganisationId, its.ShiftId, its.FromVolunteerId, its.ToVolunteerId ?? Guid.Empty, its.StartsAt, its.ChangedAt);
}
