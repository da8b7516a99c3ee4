using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>Somebody keeps a search.</summary>
public static class SaveSearch
{
    private static readonly Rule TooMany = new("saved-search.too-many",
        "Vous avez déjà {most} recherches enregistrées : supprimez-en une d'abord.", "You have {most} saved searches already: delete one first.");

    /// <param name="Query">The query string of <c>GET /api/v1/missions</c>; cursor and limit are left out.</param>
    /// <param name="Alerts">at-once, daily, weekly or never; weekly when absent.</param>
    public sealed record Request(string? Name, string? Query, AlertPace? Alerts);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).IsNameOfSearch();
            RuleFor(request => request.Query).NotNull().MaximumLength(SavedSearch.LongestQuery);
        }
    }

    public static void Map(RouteGroupBuilder searches) => searches.MapPost("", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(SaveSearch))
        .WithSummary("Save a search")
        .WithDescription("Keeps a search and, unless `alerts` is `never`, tells of missions that are published later and fit. At most 50 a person. Honours Idempotency-Key.")
        .WithBodyExample("""{ "name": "Devoirs près de chez moi", "query": "q=aide aux devoirs&near=45.76,4.84&radiusKm=5", "alerts": "daily" }""");

    private static async Task<Created<SavedSearchResponse>> HandleAsync(
        Request request, HttpContext http, MissionsDb db, IValidator<SearchRequest> validator, TimeProvider clock, CancellationToken stop)
    {
        var query = SavedQuery.Tidy(request.Query!);
        SavedQuery.Read(query, validator);
        var account = http.User.AccountId();
        TooMany.Require(await db.SavedSearches.CountAsync(search => search.AccountId == account, stop) < SavedSearch.MostPerPerson, ("most", SavedSearch.MostPerPerson));

        var search = SavedSearch.Of(account, request.Name!, query, request.Alerts ?? AlertPace.Weekly, clock.GetStoredNow());
        db.Add(search);
        await db.SaveChangesAsync(stop);
        http.SetETag(search.Version);
        return TypedResults.Created($"/api/v1/saved-searches/{search.Id}", SavedSearchResponse.From(search));
    }
}
