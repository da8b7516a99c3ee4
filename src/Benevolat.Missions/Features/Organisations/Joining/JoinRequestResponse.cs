using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations.Joining;

/// <summary>A request to join as its author and the organisation's owners see it.</summary>
public sealed record JoinRequestResponse(
    Guid Id,
    Guid OrganisationId,
    Guid AccountId,
    [property: Description("Forgotten once the request is answered.")] string? Name,
    [property: Description("Forgotten once the request is answered.")] string? Message,
    JoinRequestState State,
    [property: Description("What they became; null unless accepted.")] MemberRole? Role,
    DateTimeOffset AskedAt,
    DateTimeOffset? AnsweredAt)
{
    internal static JoinRequestResponse From(JoinRequest request) => new(
        request.Id, request.OrganisationId, request.AccountId, request.Name, request.Message, request.State, request.Role, request.AskedAt, request.AnsweredAt);
}
