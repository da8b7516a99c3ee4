using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>Applications that were handed over to a person, the longest overdue first.</summary>
public static class ListOverdue
{
    internal static void Map(IEndpointRouteBuilder api, Desk desk) => api.MapGet(desk.Prefix, HandleAsync(desk))
        .Validated<PageRequest>()
        .RequireAuthorization(desk.Policy)
        .WithName($"{nameof(ListOverdue)}{desk.Suffix}")
        .WithSummary("Applications that no organisation answers")
        .WithDescription("For moderators, and for networks those for their own missions: what was handed over because the promised answer didn't come, the longest "
            + "overdue first. `department` leaves those for missions there.");

    private static Func<PageRequest, string?, HttpContext, MatchingDb, CancellationToken, Task<Ok<Page<OverdueResponse>>>> HandleAsync(Desk desk) => async (
        [AsParameters] PageRequest page,
        [Description("For example `69` or `2A`.")] string? department,
        HttpContext http, MatchingDb db, CancellationToken stop) =>
    {
        var query = $"overdue {desk.Prefix} {department}";
        var waiting = desk.Of(db, http).AsNoTracking();
        if (!string.IsNullOrWhiteSpace(department))
        {
            waiting = waiting.Where(application => db.Missions.Any(mission => mission.Id == application.MissionId && mission.Departments.Contains(department)));
        }

        if (Cursor.Decode<After>(page.Cursor, query) is { } after)
        {
            waiting = waiting.Where(application => EF.Functions.GreaterThan(
                ValueTuple.Create(application.AnswerBy, application.Id), ValueTuple.Create(after.AnswerBy, after.Id)));
        }

        var rows = await waiting.OrderBy(application => application.AnswerBy).ThenBy(application => application.Id).Take(page.Size + 1).WithNames(db)
            .OrderBy(row => row.Application.AnswerBy).ThenBy(row => row.Application.Id).ToListAsync(stop);
        var found = rows.ConvertAll(row => OverdueResponse.Of(row, desk.Who(http)));
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new After(last.Promise.AnswerBy, last.Id), query)));
    };

    private sealed record After(DateTimeOffset AnswerBy, Guid Id);
}
