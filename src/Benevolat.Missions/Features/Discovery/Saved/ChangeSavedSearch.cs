using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>Somebody renames a saved search, wants alerts more or less often, or lets go of it.</summary>
public static class ChangeSavedSearch
{
    public sealed record Request(string? Name, AlertPace? Alerts);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).IsNameOfSearch();
            RuleFor(request => request.Alerts).NotNull();
        }
    }

    public static void Map(RouteGroupBuilder searches)
    {
        searches.MapPut("/{id:guid}", PutAsync)
            .RequireAuthorization(Policies.Person)
            .Validated<Request>()
            .WithName(nameof(ChangeSavedSearch))
            .WithSummary("Change a saved search")
            .WithDescription("Its name and the pace of its alerts. Needs If-Match.")
            .WithBodyExample("""{ "name": "Devoirs à Villeurbanne", "alerts": "weekly" }""");
        searches.MapDelete("/{id:guid}", DeleteAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("DeleteSavedSearch")
            .WithSummary("Delete a saved search")
            .WithDescription("With its alerts. There is nothing to overwrite, so If-Match isn't asked for.");
    }

    private static async Task<Ok<SavedSearchResponse>> PutAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var search = await db.FindSavedSearchAsync(id, http.User.AccountId(), stop);
        http.RequireIfMatch(search.Version);
        search.Edit(request.Name!, request.Alerts!.Value, clock.GetStoredNow());
        await db.SaveChangesAsync(stop);
        http.SetETag(search.Version);
        return TypedResults.Ok(SavedSearchResponse.From(search));
    }

    private static async Task<NoContent> DeleteAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        db.Remove(await db.FindSavedSearchAsync(id, http.User.AccountId(), stop));
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }
}
