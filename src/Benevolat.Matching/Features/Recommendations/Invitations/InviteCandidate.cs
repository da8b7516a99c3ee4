using Benevolat.Contracts.Matching;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations.Invitations;

/// <summary>The organisation asks a volunteer, through us, to look at a mission.</summary>
public static class InviteCandidate
{
    public sealed record InvitationResponse(Guid Id, Guid MissionId, Guid VolunteerId, DateTimeOffset At);

    /// <summary>Invitations of one mission: whoever wants to write to everybody should look at their mission instead.</summary>
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/missions/{id:guid}/candidates/{volunteerId:guid}/invitation", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(InviteCandidate))
        .WithSummary("Invite a volunteer to look at a mission")
        .WithDescription("By an owner or manager: one of the mission's candidates gets a message, and stays anonymous until they apply. Once for each volunteer and at "
            + "most 50 for a mission: 409 `invitation.exists` or `invitation.too-many`. 404 when the volunteer isn't a candidate (any more).")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<InvitationResponse>, NotFound>> HandleAsync(
        Guid id, Guid volunteerId, HttpContext http, MatchingDb db, Matchmaker matchmaker, TimeProvider clock, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is not { } mission) { return TypedResults.NotFound(); }
        await db.RequireMayWelcomeAsync(mission.OrganisationId, stop);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.AloneWithAsync(id, stop);
        ApplicationRules.InvitedAlready.Require(!await db.Invitations.AnyAsync(known => known.MissionId == id && known.VolunteerId == volunteerId, stop));
        ApplicationRules.TooManyInvitations.Require(await db.Invitations.CountAsync(known => known.MissionId == id, stop) < Most, ("most", Most));
        var candidates = await matchmaker.VolunteersForAsync(mission, MatchAsk.MostHits, stop);
        if (candidates.All(candidate => candidate.Id != volunteerId)) { return TypedResults.NotFound(); }

        var now = clock.GetStoredNow();
        var invitation = new Invitation { Id = Guid.CreateVersion7(now), MissionId = id, VolunteerId = volunteerId, At = now };
        db.Add(invitation);
        db.Publish(new VolunteerInvited(invitation.Id, 1, id, mission.OrganisationId, volunteerId, now), invitation.Id);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Created(
            $"/api/v1/missions/{id}/candidates/{volunteerId}/invitation", new InvitationResponse(invitation.Id, id, volunteerId, now));
    }
}
