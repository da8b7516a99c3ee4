using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Shifts;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The organisation says how an accepted application ended: the volunteer came, or never did.</summary>
public static class CompleteApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/applications/{id:guid}/completion", CompleteAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("CompleteApplication")
            .WithSummary("Complete an application")
            .WithDescription("By an owner or manager, with If-Match: the volunteer came and the mission is over for them. Shifts to come for which they had signed up are cancelled. "
                + "409 `application.transition` unless it was accepted.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        api.MapPost("/applications/{id:guid}/no-show", MissAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("MissApplication")
            .WithSummary("Record that an accepted volunteer never came")
            .WithDescription("By an owner or manager, with If-Match. Shifts to come for which they had signed up are cancelled. 409 `application.transition` unless it was accepted.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static Task<Results<Ok<ApplicationResponse>, NotFound>> CompleteAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftCopies shifts, TimeProvider clock, CancellationToken stop) =>
        EndAsync(id, http, db, shifts, application => application.Complete(clock.GetStoredNow()), stop);

    private static Task<Results<Ok<ApplicationResponse>, NotFound>> MissAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftCopies shifts, TimeProvider clock, CancellationToken stop) =>
        EndAsync(id, http, db, shifts, application => application.MissTheDay(clock.GetStoredNow()), stop);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> EndAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftCopies shifts, Action<Application> end, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Application.Version);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        end(seen.Application);
        await shifts.LeaveAsync(seen.Application, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
