using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator stops an organisation from offering missions; its open ones pause in the same commit.</summary>
public static class SuspendOrganisation
{
    /// <summary>What the event says: the moderator's own words stay here, since they may name somebody.</summary>
    private const string ReasonOnTheBus = "moderation";

    public sealed record Request(string? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(500);
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/suspension", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(SuspendOrganisation))
        .WithSummary("Suspend an organisation")
        .WithDescription("Its published missions are paused. Members see the reason. Verifying it again lifts the suspension and opens them again. Needs If-Match.")
        .WithBodyExample("""{ "reason": "Les statuts transmis ne sont pas ceux de l'association." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        http.RequireIfMatch(organisation.Version);

        var (moderator, now) = (Actor.Moderator(http.User.AccountId()), clock.GetUtcNow());
        organisation.Suspend(PlainText.From(request.Reason!), moderator, now);
        db.Publish(new OrganisationSuspended(id, organisation.Version, ReasonOnTheBus, now), id);
        var open = await db.Missions.Where(mission => mission.OrganisationId == id && mission.State == MissionState.Published).ToListAsync(stop);
        foreach (var mission in open)
        {
            mission.Pause(moderator, now, Mission.OrganisationSuspended);
            db.Tell(mission, MissionState.Published, now);
        }

        await db.SaveChangesAsync(stop);
        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
