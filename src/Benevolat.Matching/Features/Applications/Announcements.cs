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

    public static PlacesChanged Changed(this PlaceAllocation its) => new(its.MissionId, its.Version, its.Places, its.Taken, its.Left);
}
