using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>Somebody tells the moderators that a mission isn't right.</summary>
public static class ReportMission
{
    /// <summary>A mission that so many reports wait for needs no more of them to be looked at.</summary>
    private const int MostOpenReports = 50;

    public sealed record Request(ReportReason? Reason, string? Text);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason).NotNull();
            RuleFor(request => request.Text).MaximumLength(2_000);
            RuleFor(request => request.Text).NotEmpty().When(request => request.Reason == ReportReason.Other);
        }
    }

    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/reports", HandleAsync)
        .AllowAnonymous()
        .Validated<Request>()
        .WithName(nameof(ReportMission))
        .WithSummary("Report a mission")
        .WithDescription(
            "For everybody, signed in or not, about a mission that is or was public; `other` needs a text. Who reports twice replaces nothing and is "
            + "counted once. The gateway lets an address send a few an hour. 202: a moderator will look.")
        .WithBodyExample("""{ "reason": "hidden-job", "text": "On m'a demandé 35 heures par semaine." }""");

    private static async Task<Accepted> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (!http.User.MaySee(mission, organisation)) { throw Access.NotFound(); }

        var reporter = http.User.IsPerson() ? http.User.AccountIdOrNull() : null;
        var open = db.MissionReports.Where(report => report.MissionId == id && report.Outcome == null);
        if (reporter is not null && await open.AnyAsync(report => report.ReporterId == reporter, stop)) { return TypedResults.Accepted((string?)null); }
        if (await open.CountAsync(stop) >= MostOpenReports) { return TypedResults.Accepted((string?)null); }

        db.Add(new MissionReport
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            MissionId = id,
            Reason = request.Reason!.Value,
            Text = string.IsNullOrWhiteSpace(request.Text) ? null : PlainText.From(request.Text),
            ReporterId = reporter,
            At = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(stop);
        return TypedResults.Accepted((string?)null);
    }
}
