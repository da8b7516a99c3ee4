using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The volunteer's own applications.</summary>
public static class ListMyApplications
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/volunteers/me/applications", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListMyApplications))
        .WithSummary("List my applications")
        .WithDescription("The caller's applications, the newest first, page by page. `state` repeats for any of several; every state without it.");

    private static async Task<Ok<Page<ApplicationResponse>>> HandleAsync(
        [AsParameters] PageRequest page,
        [Description("Only applications in this state; repeat for any of several.")] string[]? state,
        HttpContext http, MatchingDb db, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        var states = KebabQuery.ParseAll<ApplicationState>(state, nameof(state));
        var query = $"applications of {volunteer} {string.Join(',', states)}";
        var mine = db.Applications.AsNoTracking().Where(application => application.VolunteerId == volunteer);
        if (states.Count > 0) { mine = mine.Where(application => states.Contains(application.State)); }
        if (Cursor.Decode<After>(page.Cursor, query) is { } after) { mine = mine.Where(application => application.Id.CompareTo(after.Id) < 0); }

        var rows = await mine.OrderByDescending(application => application.Id).Take(page.Size + 1).WithNames(db)
            .OrderByDescending(row => row.Application.Id).ToListAsync(stop);
        var found = await db.ShowAsync(rows, asVolunteer: true, role: null, stop);
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new After(last.Id), query)));
    }

    private sealed record After(Guid Id);
}
