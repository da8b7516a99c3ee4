using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>Who was invited becomes a member.</summary>
public static class AcceptInvitation
{
    public sealed record Request([property: Description("What the members will call you.")] string? Name);

    public sealed record Response(Guid OrganisationId, MemberRole Role);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Name).NotEmpty().Obeys(OrganisationRules.MemberName, MemberNames.IsName);
    }

    public static void Map(RouteGroupBuilder invitations) => invitations.MapPost("/{token}/acceptance", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .WithName(nameof(AcceptInvitation))
        .WithSummary("Accept an invitation")
        .WithDescription("With the account of the address that it was sent to: any other is refused with 403. 404 for an unknown token, 409 when it was used, "
            + "410 once it is revoked or over. Who is a member already keeps their role.")
        .WithBodyExample("""{ "name": "Malik B." }""");

    private static async Task<Ok<Response>> HandleAsync(
        [Description("From the link in the e-mail.")] string token, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (account, now) = (http.User.AccountId(), clock.GetUtcNow());
        var invitation = await db.FindInvitationAsync(token, stop);
        OrganisationRules.InvitationUsed.Require(invitation.State != InvitationState.Accepted);
        if (!invitation.IsOpen(now)) { throw new ProblemException(StatusCodes.Status410Gone, OrganisationRules.InvitationOver); }
        if (http.User.EmailHash() != EmailHashes.Of(invitation.Email!)) { throw new ProblemException(StatusCodes.Status403Forbidden, OrganisationRules.OtherAddress); }

        var organisation = await db.FindOrganisationAsync(invitation.OrganisationId, stop);
        var before = organisation.RoleOf(account);
        invitation.Accept(organisation, account, request.Name!.Trim(), now);
        var role = organisation.RoleOf(account)!.Value;
        if (role != before) { db.Publish(new OrganisationMembershipChanged(organisation.Id, organisation.Version, account, role), organisation.Id); }
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(new Response(organisation.Id, role));
    }
}
