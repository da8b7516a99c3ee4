using System.ComponentModel;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;

namespace Benevolat.Matching.Features.Promises;

/// <summary>An application that nobody answers, for those who look after it: nothing that anybody wrote.</summary>
public sealed record OverdueResponse(
    Guid Id, Guid MissionId, string MissionTitle, Guid OrganisationId, string OrganisationName, Guid VolunteerId, ApplicationState State,
    DateTimeOffset SubmittedAt, PromiseResponse Promise, DateTimeOffset HandedOverAt,
    [property: Description("Since when somebody looks after it; null while nobody does.")] DateTimeOffset? TakenUpAt,
    [property: Description("Whether that is the caller.")] bool TakenUpByMe,
    [property: Description("When the organisation was last reminded.")] DateTimeOffset? LastRemindedAt,
    [property: Description("Missions proposed instead.")] IReadOnlyList<Guid> Alternatives)
{
    internal static OverdueResponse Of(ApplicationRow row, string who)
    {
        var its = row.Application;
        return new(
            its.Id, its.MissionId, row.MissionTitle, its.OrganisationId, row.OrganisationName, its.VolunteerId, its.State, its.SubmittedAt,
            PromiseResponse.Of(its), its.HandedOverAt!.Value, its.TakenUpAt, its.TakenUpBy == who, its.LastRemindedAt, its.Alternatives);
    }
}
