using System.ComponentModel;
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
    /// <summary>How the list is ordered.</summary>
    public enum Order { Urgency, Newest }

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/organisations/{id:guid}/applications", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListOrganisationApplications))
        .WithSummary("List an organisation's applications")
        .WithDescription("For its owners and managers, page by page: the answer due soonest first, or with `order=newest` the last submitted first. "
            + "`state` repeats for any of several; `turn=organisation` leaves those that wait for the organisation.");

    private static async Task<Results<Ok<Page<ApplicationResponse>>, NotFound>> HandleAsync(
        Guid id,
        [AsParameters] PageRequest page,
        [Description("Only applications in this state; repeat for any of several.")] string[]? state,
        [Description("`organisation`, `volunteer` or `nobody`.")] string? turn,
        [Description("Only applications for this mission.")] Guid? missionId,
        [Description("`urgency` (default) or `newest`.")] string? order,
        HttpContext http, MatchingDb db, CancellationToken stop)
    {
        var role = await db.RoleAsync(id, http, stop);
        if (role is null) { return TypedResults.NotFound(); }
        if (!role.ManagesApplications()) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }

        var filter = new Filter(KebabQuery.ParseAll<ApplicationState>(state, nameof(state)), KebabQuery.Parse<Turn>(turn, nameof(turn)), missionId);
        var newestFirst = KebabQuery.Parse<Order>(order, nameof(order)) is Order.Newest;
        var query = $"applications of {id} {filter} {newestFirst}";
        var theirs = filter.Of(db.Applications.AsNoTracking().Where(application => application.OrganisationId == id));
        var found = await ReadAsync(db, theirs, newestFirst, Cursor.Decode<After>(page.Cursor, query), page.Size + 1, stop);
        var shown = await db.ShowAsync(found, asVolunteer: false, role, stop);
        return TypedResults.Ok(http.ToPage(shown, page.Size, last => Cursor.Encode(new After(last.AnswerBy, last.Id), query)));
    }

    private static Task<List<ApplicationRow>> ReadAsync(
        MatchingDb db, IQueryable<Application> theirs, bool newestFirst, After? after, int count, CancellationToken stop)
    {
        if (newestFirst)
        {
            if (after is not null) { theirs = theirs.Where(application => application.Id.CompareTo(after.Id) < 0); }
            return theirs.OrderByDescending(application => application.Id).Take(count).WithNames(db)
                .OrderByDescending(row => row.Application.Id).ToListAsync(stop);
        }

        if (after is not null)
        {
            theirs = theirs.Where(application => EF.Functions.GreaterThan(
                ValueTuple.Create(application.AnswerBy, application.Id), ValueTuple.Create(after.AnswerBy, after.Id)));
        }

        return theirs.OrderBy(application => application.AnswerBy).ThenBy(application => application.Id).Take(count).WithNames(db)
            .OrderBy(row => row.Application.AnswerBy).ThenBy(row => row.Application.Id).ToListAsync(stop);
    }

    private sealed record Filter(IReadOnlyList<ApplicationState> States, Turn? Turn, Guid? Mission)
    {
        public IQueryable<Application> Of(IQueryable<Application> theirs)
        {
            var states = States;
            if (states.Count > 0) { theirs = theirs.Where(application => states.Contains(application.State)); }
            if (Turn is { } turn) { theirs = theirs.Where(application => application.Turn == turn); }
            return Mission is { } mission ? theirs.Where(application => application.MissionId == mission) : theirs;
        }

        public override string ToString() => $"{string.Join(',', States)} {Turn} {Mission}";
    }

    private sealed record After(DateTimeOffset AnswerBy, Guid Id);
}
