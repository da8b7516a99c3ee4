using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Matching.Features.Waiting;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The volunteer steps back, before or after the answer.</summary>
public static class WithdrawApplication
{
    public sealed record WithdrawApplicationRequest(WithdrawalReason? Reason);

    public sealed class Validator : AbstractValidator<WithdrawApplicationRequest>
    {
        public Validator() => RuleFor(request => request.Reason).NotNull();
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/withdrawal", HandleAsync)
        .Validated<WithdrawApplicationRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(WithdrawApplication))
        .WithSummary("Withdraw an application")
        .WithDescription("By its volunteer, with If-Match, at any moment before the mission took place; an accepted volunteer's place goes to the first in line, or is free again. "
            + "409 `application.transition` when there is nothing left to withdraw.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, WithdrawApplicationRequest request, HttpContext http, MatchingDb db, WaitingLine line, ShiftCopies shifts, TimeProvider clock,
        CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteer();
        http.RequireIfMatch(seen.Application.Version);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var held = seen.Application.HoldsPlace;
        seen.Application.Withdraw(request.Reason!.Value, clock.GetStoredNow());
        db.Publish(seen.Application.Withdrawn(), seen.Application.Id);
        if (held)
        {
            await line.GiveBackAsync(seen.Mission, seen.Application.Places, stop);
            await shifts.LeaveAsync(seen.Application, stop);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
