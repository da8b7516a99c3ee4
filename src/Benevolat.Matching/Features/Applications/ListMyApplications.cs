using Benevolat.Matching.Data;
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
        .WithDescription("The caller's applications in every state, the newest first, page by page.");

    private static async Task<Ok<Page<ApplicationResponse>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        var query = $"applications of {volunteer}";
        var mine = db.Applications.AsNoTracking().Where(application => application.VolunteerId == volunteer);
        if (Cursor.Decode<After>(page.Cursor, query) is { } after) { mine = mine.Where(application => application.Id.CompareTo(after.Id) < 0); }

        var rows = await mine
            .OrderByDescending(application => application.Id)
            .Take(page.Size + 1)
            .Join(db.Missions, application => application.MissionId, mission => mission.Id,
                (application, mission) => new { application, mission.Title, mission.OrganisationName })
            .OrderByDescending(row => row.application.Id)
            .ToListAsync(stop);
        var found = rows.ConvertAll(row => ApplicationResponse.Of(row.application, row.Title, row.OrganisationName));
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new After(last.Id), query)));
    }

    private sealed record After(Guid Id);
}
