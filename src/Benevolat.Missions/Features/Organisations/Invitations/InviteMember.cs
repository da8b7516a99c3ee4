using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>An owner asks somebody in by e-mail, whether or not they have an account.</summary>
public static class InviteMember
{
    public const int MostOpen = 50;

    /// <summary>Of one account, whatever became of them: each is a message to somebody who didn't ask for it.</summary>
    public const int MostADay = 100;

    public sealed record Request(string? Email, MemberRole? Role, [property: Description("What the members will call them; they may choose otherwise.")] string? Name);

    /// <summary>Without the address: answers are remembered for clients that ask twice, and the address isn't to be.</summary>
    public sealed record Response(Guid Id, MemberRole Role, DateTimeOffset ExpiresAt);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Email).NotEmpty().Obeys(OrganisationRules.Email, EmailAddress.IsValid);
            RuleFor(request => request.Role).NotNull();
            RuleFor(request => request.Name).Obeys(OrganisationRules.MemberName, MemberNames.IsName);
        }
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/invitations", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(InviteMember))
        .WithSummary("Invite somebody by e-mail")
        .WithDescription("They get a link that is good for 14 days, for the account of that address alone. Inviting an address again replaces the invitation "
            + "before. At most 50 open ones, and 100 a day and account. For owners. Honours Idempotency-Key.")
        .WithBodyExample("""{ "email": "malik@exemple.fr", "role": "manager", "name": "Malik B." }""");

    private static async Task<Created<Response>> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireOwner(http.User);

        Rules.Suspended.Require(organisation.State != OrganisationState.Suspended);
        var (inviter, email, now) = (http.User.AccountId(), request.Email!.Trim(), clock.GetStoredNow());
        var yesterday = now.AddDays(-1);
        OrganisationRules.TooManyToday.Require(await db.Invitations.CountAsync(known => known.InvitedBy == inviter && known.InvitedAt > yesterday, stop) < MostADay);
        var open = await db.Invitations
            .Where(known => known.OrganisationId == id && known.State == InvitationState.Open && known.ExpiresAt > now)
            .ToListAsync(stop);
        foreach (var known in open.Where(known => string.Equals(known.Email, email, StringComparison.OrdinalIgnoreCase))) { known.Revoke(); }
        var count = open.Count(known => known.State == InvitationState.Open);
        OrganisationRules.TooManyInvitations.Require(count < MostOpen, ("count", count));

        var (invitation, token) = Invitation.Write(id, email, request.Role!.Value, request.Name?.Trim(), inviter, now);
        db.Add(invitation);
        db.Publish(new MemberInvited(
            invitation.Id, invitation.Version, id, organisation.Profile.Name, invitation.Role, email, token, RuleText.InEnglish ? "en" : "fr",
            invitation.ExpiresAt, now), invitation.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/organisations/{id}/invitations/{invitation.Id}", new Response(invitation.Id, invitation.Role, invitation.ExpiresAt));
    }
}
