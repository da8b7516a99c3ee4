using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Organisations.Duplicates;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>A person registers an organisation and becomes its owner.</summary>
public static class RegisterOrganisation
{
    public sealed record Request : OrganisationInput
    {
        [Description("True to keep what is known so far and go on later; only the name is needed then.")]
        public bool? Draft { get; init; }

        [Description("True after a 409 `organisation.duplicate`, when it is none of those.")]
        public bool? NotADuplicate { get; init; }
    }

    internal sealed class Validator() : OrganisationInputValidator<Request>(request => request.Draft != true);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(RegisterOrganisation))
        .WithSummary("Register an organisation")
        .WithDescription(
            "The caller becomes its owner. It is `pending` until a moderator verifies it; missions may be drafted meanwhile. With `draft` it stays a `draft` "
            + "that only its members see, to be completed and submitted later. One that may be registered already is refused with 409 "
            + "`organisation.duplicate` and the `duplicates` to join instead, unless `notADuplicate` says otherwise. At most 10 drafts and pending "
            + "organisations an account. Honours Idempotency-Key.")
        .WithBodyExample(OrganisationExample.Json);

    private static async Task<Created<OrganisationResponse>> HandleAsync(
        Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (owner, now) = (http.User.AccountId(), clock.GetUtcNow());
        await db.RequireRoomForOrganisationAsync(owner, stop);
        var isDraft = request.Draft == true;
        var organisation = isDraft ? Organisation.Draft(request.ToProfile(), owner, now) : Organisation.Register(request.ToProfile(), owner, now);
        // With an Idempotency-Key the transaction is there already, and commits with the recorded answer.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        if (!isDraft && request.NotADuplicate != true) { await db.RequireDistinctAsync(organisation, owner, stop); }

        db.Add(organisation);
        db.Publish(new OrganisationMembershipChanged(organisation.Id, organisation.Version, owner, MemberRole.Owner), organisation.Id);
        await db.SaveChangesAsync(stop);
        if (own is not null) { await own.CommitAsync(stop); }

        http.SetETag(organisation.Version);
        return TypedResults.Created($"/api/v1/organisations/{organisation.Id}", OrganisationResponse.From(organisation, isInsider: true));
    }
}
