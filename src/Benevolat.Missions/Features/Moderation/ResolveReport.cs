using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator deals with a report; what it comes to happens to the mission in the same commit.</summary>
public static class ResolveReport
{
    public sealed record Request(ReportOutcome? Outcome);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Outcome).NotNull();
    }

    public static void Map(RouteGroupBuilder moderation) => moderation.MapPost("/reports/{id:guid}/resolution", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(ResolveReport))
        .WithSummary("Resolve a report")
        .WithDescription(
            "`dismissed`: nothing is wrong; `corrected`: it has been put right; `mission-paused` and `mission-closed` do so at once (a mission that is "
            + "closed already stays as it is). Needs If-Match with the report's version.")
        .WithBodyExample("""{ "outcome": "mission-closed" }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var report = await db.MissionReports.SingleOrDefaultAsync(report => report.Id == id, stop) ?? throw Access.NotFound();
        http.RequireIfMatch(report.Version);

        var (mission, _) = await db.FindMissionAsync(report.MissionId, stop);
        var (before, moderator, now) = (mission.State, http.User.AccountId(), clock.GetUtcNow());
        report.Resolve(request.Outcome!.Value, moderator, now);
        switch (request.Outcome)
        {
            case ReportOutcome.MissionPaused when mission.State == MissionState.Published: mission.Pause(Actor.Moderator(moderator), now, Mission.Reported); break;
            case ReportOutcome.MissionClosed when mission.State != MissionState.Closed: mission.Close(ClosingReason.Reported, Actor.Moderator(moderator), now); break;
        }

        if (mission.State != before) { db.Tell(mission, before, now); }
        await db.SaveChangesAsync(stop);

        http.SetETag(report.Version);
        return TypedResults.NoContent();
    }
}
