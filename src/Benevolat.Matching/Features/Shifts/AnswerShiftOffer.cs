using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Presence;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>The first in line takes the place that is held for them, or lets it go to the next.</summary>
public static class AnswerShiftOffer
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/shift-offers/{id:guid}/acceptance", AcceptAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("AcceptShiftOffer")
            .WithSummary("Take a place that is held for me")
            .WithDescription("By the volunteer to whom a place of a shift was offered, until `expiresAt`. 409 `offer.lapsed` when it is held no more, "
                + "`shift.clash` when another shift of theirs is at the same time, `shift.over`, `shift.not-accepted`.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/shift-offers/{id:guid}/refusal", RefuseAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("RefuseShiftOffer")
            .WithSummary("Let a place that is held for me go")
            .WithDescription("By the volunteer to whom a place of a shift was offered: it goes to the next in line at once. 409 `offer.lapsed` when it is held no more.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> AcceptAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftPlaces places, TimeProvider clock, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        var found = await db.ShiftWaits.AsNoTracking().SingleOrDefaultAsync(wait => wait.Id == id && wait.VolunteerId == volunteer, stop);
        if (found is null) { return TypedResults.NotFound(); }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var application = await db.AcceptedForUpdateAsync(found.ApplicationId, stop);
        await db.AloneWithAsync(volunteer, stop);
        var shift = (await db.ShiftForUpdateAsync(found.ShiftId, stop))!;
        var (wait, now) = (await db.ShiftWaits.SingleAsync(row => row.Id == id, stop), clock.GetStoredNow());
        wait.Accept(now);
        ShiftRules.NotAccepted.Require(application is not null);
        ShiftRules.Over.Require(shift.IsToCome(now));
        await places.RequireNoClashAsync(volunteer, shift.Slot, stop);

        var participation = places.Plan(application!, shift);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        http.SetETag(participation.Version);
        var mission = await db.Missions.SingleAsync(row => row.Id == shift.MissionId, stop);
        return TypedResults.Ok(ParticipationResponse.Of(participation, mission, new(AsVolunteer: true, Role: null), now));
    }

    private static async Task<Results<NoContent, NotFound>> RefuseAsync(Guid id, HttpContext http, MatchingDb db, ShiftPlaces places, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        var found = await db.ShiftWaits.AsNoTracking().SingleOrDefaultAsync(wait => wait.Id == id && wait.VolunteerId == volunteer, stop);
        if (found is null) { return TypedResults.NotFound(); }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var shift = (await db.ShiftForUpdateAsync(found.ShiftId, stop))!;
        var wait = await db.ShiftWaits.SingleAsync(row => row.Id == id, stop);
        places.Lapse(wait, refused: true);
        await places.PassOnAsync(shift, wait.Places, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.NoContent();
    }
}
