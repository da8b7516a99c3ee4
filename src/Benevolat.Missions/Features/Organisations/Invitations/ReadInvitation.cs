using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>What stands behind the link of an invitation.</summary>
public static class ReadInvitation
{
    public sealed record Response(
        OrganisationName Organisation,
        MemberRole Role,
        [property: Description("The address that it was sent to, all but its first letter hidden: `m…@exemple.fr`.")] string Email,
        [property: Description("What the inviting owner calls you; null when they didn't say.")] string? Name,
        DateTimeOffset ExpiresAt);

    public sealed record OrganisationName(Guid Id, string Name);

    public static void Map(RouteGroupBuilder invitations) => invitations.MapGet("/{token}", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadInvitation))
        .WithSummary("Read an invitation by its link")
        .WithDescription("Who invites, and as what. 404 for an unknown token, 410 once it is used, revoked or over.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<Ok<Response>> HandleAsync(
        [Description("From the link in the e-mail.")] string token, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var invitation = await db.FindInvitationAsync(token, stop);
        if (!invitation.IsOpen(clock.GetUtcNow()))
        {
            throw new ProblemException(
                StatusCodes.Status410Gone, invitation.State == InvitationState.Accepted ? OrganisationRules.InvitationUsed : OrganisationRules.InvitationOver);
        }

        var organisation = await db.FindOrganisationAsync(invitation.OrganisationId, stop);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            new(organisation.Id, organisation.Profile.Name), invitation.Role, invitation.MaskedEmail()!, invitation.Name, invitation.ExpiresAt));
    }

    internal static async Task<Invitation> FindInvitationAsync(this MissionsDb db, string token, CancellationToken stop)
    {
        var hash = Invitation.HashOf(token);
        return await db.Invitations.SingleOrDefaultAsync(invitation => invitation.TokenHash == hash, stop) ?? throw Access.NotFound();
    }
}
