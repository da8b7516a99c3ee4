using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator vouches for an organisation, or lifts its suspension; then the missions that it paused go on in the same commit.</summary>
public static class VerifyOrganisation
{
    public sealed record Request(string? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).MaximumLength(500);
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/verification", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .WithName(nameof(VerifyOrganisation))
        .WithSummary("Verify an organisation")
        .WithDescription("From `pending` or `suspended`, and for a verified one that changed its name or a number since (flag `identity-changed`). From then on it publishes its missions by itself; those that a suspension paused are open again. "
            + "The body may be absent; members see the reason. Needs If-Match.")
        .WithBodyExample("""{ "reason": "Statuts et récépissé reçus." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request? request, IValidator<Request> validator, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (request is not null) { await validator.RequireValidAsync(request, stop); }
        var organisation = await db.FindOrganisationAsync(id, stop);
        http.RequireIfMatch(organisation.Version);

        var (moderator, now) = (Actor.Moderator(http.User.AccountId()), clock.GetUtcNow());
        if (organisation.Verify(moderator, now, string.IsNullOrWhiteSpace(request?.Reason) ? null : PlainText.From(request.Reason)))
        {
            db.Publish(new OrganisationVerified(id, organisation.Version, organisation.Profile.Name, now), id);
        }

        var paused = await db.Missions
            .Where(mission => mission.OrganisationId == id && mission.State == MissionState.Paused && mission.StateReason == Mission.OrganisationSuspended)
            .ToListAsync(stop);
        foreach (var mission in paused.Where(mission => TryResume(mission, organisation, moderator, now))) { db.Tell(mission, MissionState.Paused, now); }
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }

    /// <summary>A mission that was edited meanwhile so that it can't be published stays paused: that is no reason to keep the organisation suspended.</summary>
    private static bool TryResume(Mission mission, Organisation organisation, Actor moderator, DateTimeOffset now)
    {
        try
        {
            return mission.Resume(organisation, moderator, now);
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }
}
