using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>The invitations that are still open.</summary>
public static class ManageInvitations
{
    public sealed record Response(IReadOnlyList<Item> Items);

    public sealed record Item(Guid Id, string Email, MemberRole Role, string? Name, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt);

    public static void Map(RouteGroupBuilder organisations)
    {
        organisations.MapGet("/{id:guid}/invitations", ListAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("ListInvitations")
            .WithSummary("List open invitations")
            .WithDescription("Oldest first. For owners.");
        organisations.MapGet("/{id:guid}/invitations/{invitationId:guid}", GetAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("GetInvitation")
            .WithSummary("Read an open invitation")
            .WithDescription("For owners; 404 once it is used, revoked or over.");
        organisations.MapDelete("/{id:guid}/invitations/{invitationId:guid}", RevokeAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("RevokeInvitation")
            .WithSummary("Revoke an invitation")
            .WithDescription("Its link is good for nothing from now on, and the address is forgotten. For owners; 404 once it is used, revoked or over.");
    }

    private static async Task<Ok<Response>> ListAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop) =>
        TypedResults.Ok(new Response([.. (await OpenAsync(id, http, db, clock, stop)).Select(Show)]));

    private static async Task<Ok<Item>> GetAsync(Guid id, Guid invitationId, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop) =>
        TypedResults.Ok(Show((await OpenAsync(id, http, db, clock, stop)).Find(invitation => invitation.Id == invitationId) ?? throw Access.NotFound()));

    private static async Task<NoContent> RevokeAsync(Guid id, Guid invitationId, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var invitation = (await OpenAsync(id, http, db, clock, stop)).Find(invitation => invitation.Id == invitationId) ?? throw Access.NotFound();
        invitation.Revoke();
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<List<Invitation>> OpenAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        (await db.FindOrganisationAsync(id, stop)).RequireOwner(http.User);
        var now = clock.GetUtcNow();
        return await db.Invitations
            .Where(invitation => invitation.OrganisationId == id && invitation.State == InvitationState.Open && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.Id)
            .ToListAsync(stop);
    }

    private static Item Show(Invitation invitation) =>
        new(invitation.Id, invitation.Email!, invitation.Role, invitation.Name, invitation.InvitedAt, invitation.ExpiresAt);
}
