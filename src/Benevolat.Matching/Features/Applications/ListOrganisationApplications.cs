using System.ComponentModel;
using System.Text.Json;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The organisation's desk: who waits for an answer, the most urgent first.</summary>
public static class ListOrganisationApplications
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/organisations/{id:guid}/applications", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListOrganisationApplications))
        .WithSummary("List an organisation's applications")
        .WithDescription("For its owners and managers, the answer due soonest first, page by page. `state` repeats for any of several.");

    private static async Task<Results<Ok<Page<ApplicationResponse>>, NotFound>> HandleAsync(
        Guid id,
        [AsParameters] PageRequest page,
        [Description("Only applications in this state; repeat for any of several.")] string[]? state,
        HttpContext http, MatchingDb db, CancellationToken stop)
    {
        var role = await db.RoleAsync(id, http, stop);
        if (role is null) { return TypedResults.NotFound(); }
        if (!role.ManagesApplications()) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }

        var states = (state ?? []).Select(Parse).Distinct().Order().ToList();
        var query = $"applications of {id} {string.Join(',', states)}";
        var found = await ReadAsync(db, id, states, Cursor.Decode<After>(page.Cursor, query), page.Size + 1, stop);
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new After(last.AnswerBy, last.Id), query)));
    }

    private static async Task<List<ApplicationResponse>> ReadAsync(
        MatchingDb db, Guid organisationId, List<ApplicationState> states, After? after, int count, CancellationToken stop)
    {
        var theirs = db.Applications.AsNoTracking().Where(application => application.OrganisationId == organisationId);
        if (states.Count > 0) { theirs = theirs.Where(application => states.Contains(application.State)); }
        if (after is not null)
        {
            theirs = theirs.Where(application => EF.Functions.GreaterThan(
                ValueTuple.Create(application.AnswerBy, application.Id), ValueTuple.Create(after.AnswerBy, after.Id)));
        }

        var rows = await theirs
            .OrderBy(application => application.AnswerBy).ThenBy(application => application.Id)
            .Take(count)
            .Join(db.Missions, application => application.MissionId, mission => mission.Id,
                (application, mission) => new { application, mission.Title, mission.OrganisationName })
            .OrderBy(row => row.application.AnswerBy).ThenBy(row => row.application.Id)
            .ToListAsync(stop);
        return rows.ConvertAll(row => ApplicationResponse.Of(row.application, row.Title, row.OrganisationName));
    }

    private static ApplicationState Parse(string text)
    {
        foreach (var state in Enum.GetValues<ApplicationState>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()) == text) { return state; }
        }

        throw ProblemException.ForField("state", HttpRules.WrongType);
    }

    private sealed record After(DateTimeOffset AnswerBy, Guid Id);
}
