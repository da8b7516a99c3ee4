using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>The searches that the caller keeps; others' are not there.</summary>
public static class ReadSavedSearches
{
    public sealed record Response(IReadOnlyList<SavedSearchResponse> Items);

    public static void Map(RouteGroupBuilder searches)
    {
        searches.MapGet("", ListAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("ListSavedSearches")
            .WithSummary("List my saved searches")
            .WithDescription("All of them (50 at most), the newest first.");
        searches.MapGet("/{id:guid}", GetAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("GetSavedSearch")
            .WithSummary("Read one of my saved searches")
            .WithDescription("With the ETag that changing it needs.");
    }

    private static async Task<Ok<Response>> ListAsync(HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var searches = await db.SavedSearches.AsNoTracking().Where(search => search.AccountId == account).OrderByDescending(search => search.Id).ToListAsync(stop);
        return TypedResults.Ok(new Response([.. searches.Select(SavedSearchResponse.From)]));
    }

    private static async Task<Ok<SavedSearchResponse>> GetAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var search = await db.FindSavedSearchAsync(id, http.User.AccountId(), stop);
        http.SetETag(search.Version);
        return TypedResults.Ok(SavedSearchResponse.From(search));
    }

    internal static async Task<SavedSearch> FindSavedSearchAsync(this MissionsDb db, Guid id, Guid account, CancellationToken stop) =>
        await db.SavedSearches.SingleOrDefaultAsync(search => search.Id == id && search.AccountId == account, stop) ?? throw Access.NotFound();
}
