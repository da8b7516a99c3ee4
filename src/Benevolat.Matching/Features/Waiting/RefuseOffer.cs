using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Waiting;

/// <summary>The volunteer doesn't want the place any more: the next in line gets it at once.</summary>
public static class RefuseOffer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/offer/refusal", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RefuseOffer))
        .WithSummary("Leave the place that is offered to the next")
        .WithDescription("By the volunteer, with If-Match: the application is withdrawn and the place is offered to the next in line. 409 `offer.none` when nothing is offered.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, WaitingLine line, TimeProvider clock, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteer();
        http.RequireIfMatch(seen.Application.Version);

        var (now, offer) = (clock.GetStoredNow(), seen.Application.OfferId ?? throw ApplicationRules.NoOffer.Broken());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        seen.Application.RefuseOffer(now);
        db.Publish(seen.Application.OfferLapsed(offer, declined: true, now), seen.Application.Id);
        db.Publish(seen.Application.Withdrawn(), seen.Application.Id);
        await line.GiveBackAsync(seen.Mission, seen.Application.Places, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
