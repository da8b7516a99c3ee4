using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Which shifts of a mission others would hand over.</summary>
public static class ListSwaps
{
    public sealed record SwapsResponse(IReadOnlyList<SwapResponse> Items);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/swaps", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(ListSwaps))
        .WithSummary("List shifts to take over")
        .WithDescription("For volunteers who were accepted for the mission: the shifts to come that somebody else would hand over, in order of time. 404 for everybody else.");

    private static async Task<Results<Ok<SwapsResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var (account, now) = (http.User.AccountId(), clock.GetStoredNow());
        if (!await db.Applications.AnyAsync(row => row.MissionId == id && row.VolunteerId == account && row.State == ApplicationState.Accepted, stop))
        {
            return TypedResults.NotFound();
        }

        var open = await db.Swaps.AsNoTracking()
            .Where(swap => swap.MissionId == id && swap.State == SwapState.Open && swap.FromVolunteerId != account && swap.StartsAt > now)
            .OrderBy(swap => swap.StartsAt).ThenBy(swap => swap.Id).ToListAsync(stop);
        return TypedResults.Ok(new SwapsResponse([.. open.Select(SwapResponse.Of)]));
    }
}
