using Benevolat.Matching.Data;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The organisation says yes: the volunteer gets one of the mission's places, or nobody is accepted at all.</summary>
public static class AcceptApplication
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/acceptance", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcceptApplication))
        .WithSummary("Accept an application")
        .WithDescription("By an owner or manager of the organisation, with If-Match. Takes one of the mission's places in the same transaction: "
            + "409 `mission.no-place-left` when all are taken, 409 `application.transition` when the application is answered already, "
            + "403 `organisation.suspended` while moderators have suspended the organisation.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Application.Version);
        await db.RequireMayWelcomeAsync(seen.Application.OrganisationId, stop);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        seen.Application.Accept(seen.Mission.Facts?.WelcomerId, clock.GetStoredNow());
        var places = await db.PlacesForUpdateAsync(seen.Mission.Id, stop);
        places.Take();
        db.Publish(seen.Application.Accepted(), seen.Application.Id);
        db.Publish(places.Changed(), places.MissionId);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(seen.Show(http));
    }
}
