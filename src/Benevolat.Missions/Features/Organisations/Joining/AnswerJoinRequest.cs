using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations.Joining;

/// <summary>An owner lets somebody in who asked, or doesn't.</summary>
public static class AnswerJoinRequest
{
    public sealed record Request(MemberRole? Role);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Role).NotNull();
    }

    public static void Map(RouteGroupBuilder organisations)
    {
        organisations.MapPost("/{id:guid}/join-requests/{requestId:guid}/acceptance", AcceptAsync)
            .RequireAuthorization(Policies.Person)
            .Validated<Request>()
            .WithName("AcceptJoinRequest")
            .WithSummary("Let somebody join")
            .WithDescription("Who asked becomes a member with this role and is told. For owners, and for moderators, who stand in where there is no owner. 409 when it was answered already.")
            .WithBodyExample("""{ "role": "welcomer" }""");
        organisations.MapPost("/{id:guid}/join-requests/{requestId:guid}/refusal", RefuseAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("RefuseJoinRequest")
            .WithSummary("Refuse a request to join")
            .WithDescription("Who asked is told. For owners, and for moderators, who stand in where there is no owner. 409 when it was answered already.");
    }

    private static async Task<NoContent> AcceptAsync(
        Guid id, Guid requestId, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (join, organisation) = await FindAsync(id, requestId, http, db, stop);
        var (before, now) = (organisation.Version, clock.GetUtcNow());
        join.Accept(organisation, request.Role!.Value, http.User.AccountId(), now);
        if (organisation.Version != before)
        {
            db.Publish(new OrganisationMembershipChanged(id, organisation.Version, join.AccountId, organisation.RoleOf(join.AccountId)), id);
        }

        db.Publish(new JoinAnswered(join.Id, join.Version, id, organisation.Profile.Name, join.AccountId, join.Role, now), join.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RefuseAsync(
        Guid id, Guid requestId, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (join, organisation) = await FindAsync(id, requestId, http, db, stop);
        var now = clock.GetUtcNow();
        join.Refuse(http.User.AccountId(), now);
        db.Publish(new JoinAnswered(join.Id, join.Version, id, organisation.Profile.Name, join.AccountId, null, now), join.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<(JoinRequest Join, Organisation Organisation)> FindAsync(
        Guid id, Guid requestId, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireOwnerOrModerator(http.User);
        return (await db.FindJoinRequestAsync(id, requestId, stop), organisation);
    }
}
