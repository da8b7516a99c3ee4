using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Splitting;
using Benevolat.Missions.Features.Authoring;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Splitting;

/// <summary>How a heavy mission may be shared out.</summary>
public static class ProposeSplit
{
    public sealed record Response(
        SplitWay By,
        [property: Description("Every way in which it is heavy, and so may be shared out.")] IReadOnlyList<SplitWay> Ways,
        IReadOnlyList<ProposedMission> Parts);

    /// <param name="Mission">As it can be sent back, changed or not.</param>
    public sealed record ProposedMission(MissionInput Mission, string Label, string Why, TakenOver TakesOver);

    /// <summary>What a part takes over of the whole.</summary>
    public sealed record TakenOver(
        int Places, IReadOnlyList<ShiftInput> Shifts, IReadOnlyList<string> Hours, decimal? HoursPerWeek, IReadOnlyList<string> Tasks, IReadOnlyList<string> Skills);

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/split", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ProposeSplit))
        .WithSummary("Propose how to split a mission")
        .WithDescription(
            "For owners and managers: two to four missions that complete each other, with a sentence on what each takes over; nothing is kept. "
            + "A mission is heavy with more than 6 hours a week, more than 12 hours of shifts, or more than 5 tasks; else 409 `mission.not-heavy`.");

    private static async Task<Ok<Response>> HandleAsync(
        Guid id, HttpContext http, MissionsDb db, CancellationToken stop,
        [Description("shifts, hours or tasks; the best way when absent.")] string? by = null)
    {
        SplitWay? way = by is null ? null : Kebab.TryParse(by, out SplitWay wanted) ? wanted : throw ProblemException.ForField("by", ExpectedForm.OneOf<SplitWay>());
        var (mission, _) = await db.FindMissionToManageAsync(id, http.User, stop);
        var proposal = MissionSplit.Propose(mission.Content(), way);
        return TypedResults.Ok(new Response(proposal.Way, proposal.Ways, [.. proposal.Parts.Select(Part)]));
    }

    private static ProposedMission Part(SplitPart part) => new(
        part.Content.ToInput(), part.Label.Localized(), part.Why.Localized(part.Facts),
        new TakenOver(
            part.TakesOver.Places, [.. part.TakesOver.Shifts.Select(shift => new ShiftInput(shift.StartsAt, shift.EndsAt, shift.Places))], part.TakesOver.Hours,
            part.TakesOver.HoursPerWeek, part.TakesOver.Tasks, part.TakesOver.Skills));
}
