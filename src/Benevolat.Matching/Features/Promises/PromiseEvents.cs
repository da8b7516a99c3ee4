using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Promises;

/// <summary>What the others are told while somebody waits. Steps of the clock leave the application's version as it is: nothing that anybody edits changed.</summary>
internal static class PromiseEvents
{
    public static AnswerDueSoon DueSoon(this Application its, DateTimeOffset at) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.AnswerBy, at);

    public static AnswerOverdue Overdue(this Application its, DateTimeOffset at) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.AnswerBy, at);

    public static ApplicationHandedOver HandedOver(this Application its, Guid? network, DateTimeOffset at) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, network, at);

    public static AlternativesProposed Proposed(this Application its, AlternativesCause cause, DateTimeOffset at) =>
        new(its.Id, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.Alternatives, cause, at);
}
