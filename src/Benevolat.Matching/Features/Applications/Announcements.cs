using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Applications;

/// <summary>What the other services are told: ids and times, nothing that anybody wrote.</summary>
internal static class Announcements
{
    public static ApplicationSubmitted Submitted(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.SubmittedAt, its.AnswerBy);

    public static ApplicationAcknowledged Acknowledged(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.ChangedAt);

    public static ApplicationAccepted Accepted(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.WelcomerId, its.ChangedAt);

    public static ApplicationDeclined Declined(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.DeclinedFor ?? DeclineReason.Other, its.ChangedAt);

    public static ApplicationWithdrawn Withdrawn(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.WithdrawnFor ?? WithdrawalReason.Other, its.ChangedAt);

    public static ApplicationExpired Expired(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.ChangedAt);

    public static ApplicationPutOnWaitingList OnWaitingList(this Application its) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.ChangedAt);

    public static PlaceOffered Offered(this Application its, DateTimeOffset at) => new(
        its.OfferId!.Value, its.Version, its.Id, its.MissionId, its.OrganisationId, its.VolunteerId, ShiftId: null, its.OfferExpiresAt!.Value, at);

    public static PlaceOfferLapsed OfferLapsed(this Application its, Guid offer, bool declined, DateTimeOffset at) =>
        new(offer, its.Version, its.Id, its.MissionId, its.OrganisationId, its.VolunteerId, ShiftId: null, declined, at);

    public static PlacesChanged Changed(this PlaceAllocation its) => new(its.MissionId, its.Version, its.Places, its.Taken, its.Left);
}
