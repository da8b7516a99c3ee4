using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Waiting;

/// <summary>Who waits for a place of a mission, in order.</summary>
public static class ListWaiting
{
    public sealed record WaitingListResponse(IReadOnlyList<Item> Items);

    public sealed record Item(
        Guid ApplicationId, Guid VolunteerId, int Places,
        [property: Description("1 is next.")] int Position,
        DateTimeOffset Since, OfferResponse? Offer);

    /// <summary>As long as any list that a person reads; nobody waits behind so many.</summary>
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/waiting-list", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListWaiting))
        .WithSummary("Who waits for a place")
        .WithDescription("For owners and managers of the mission's organisation: who would be welcome but found no place left, in the order in which places are "
            + "offered to them. The first 500.");

    private static async Task<Results<Ok<WaitingListResponse>, NotFound>> HandleAsync(Guid id, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is null) { return TypedResults.NotFound(); }

        var waiting = await db.Applications.AsNoTracking()
            .Where(application => application.MissionId == id && application.WaitingSince != null)
            .OrderBy(application => application.WaitingSince).ThenBy(application => application.Id)
            .Take(Most).ToListAsync(stop);
        return TypedResults.Ok(new WaitingListResponse([.. waiting.Select((application, index) => new Item(
            application.Id, application.VolunteerId, application.Places, index + 1, application.WaitingSince!.Value, OfferResponse.Of(application)))]));
    }
}
