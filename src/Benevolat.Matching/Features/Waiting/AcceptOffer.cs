using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Waiting;

/// <summary>The volunteer takes the place that came free.</summary>
public static class AcceptOffer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/offer/acceptance", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcceptOffer))
        .WithSummary("Take the place that is offered")
        .WithDescription("By the volunteer, with If-Match, before the offer expires: the place was held since it was offered, so the application is accepted. "
            + "409 `offer.none` when nothing is offered, `offer.lapsed` when its time is over; 403 `organisation.suspended` while moderators have suspended "
            + "the organisation.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteer();
        http.RequireIfMatch(seen.Application.Version);
        await db.RequireMayWelcomeAsync(seen.Application.OrganisationId, stop);

        seen.Application.TakeOffer(seen.Mission.Facts?.WelcomerId, clock.GetStoredNow());
        db.Publish(seen.Application.Accepted(), seen.Application.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
