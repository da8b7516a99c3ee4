using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Presence;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>A mission's shifts, with what the caller has to do with each.</summary>
public static class ListShifts
{
    public sealed record ShiftsResponse(IReadOnlyList<ShiftResponse> Items);

    public sealed record ShiftResponse(
        Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places,
        [property: Description("Places that anybody who was accepted may take now.")] int Left,
        [property: Description("The caller's own participation, or null.")] ParticipationResponse? Mine,
        [property: Description("The caller's place in line, or null.")] WaitingResponse? Waiting,
        [property: Description("The caller's own swap under way, or null.")] SwapReference? Swap);

    public sealed record SwapReference(Guid Id);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/shifts", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .WithName(nameof(ListShifts))
        .WithSummary("List a mission's shifts")
        .WithDescription("Every dated shift in order of time with its places. Who signed in finds their own participation, place in line and swap on each. "
            + "Empty for a mission without shifts, 404 for one that isn't known.");

    private static async Task<Results<Ok<ShiftsResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (mission is not { IsKnown: true }) { return TypedResults.NotFound(); }

        var shifts = await db.Shifts.AsNoTracking().Where(shift => shift.MissionId == id && !shift.Removed)
            .OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.EndsAt).ThenBy(shift => shift.ShiftId).ToListAsync(stop);
        var own = http.User.AccountIdOrNull() is { } account ? await OwnAsync(db, mission, account, clock.GetStoredNow(), stop) : Own.None;
        return TypedResults.Ok(new ShiftsResponse([.. shifts.Select(own.Show)]));
    }

    private static async Task<Own> OwnAsync(MatchingDb db, Mission mission, Guid account, DateTimeOffset now, CancellationToken stop)
    {
        var there = await db.Participations.AsNoTracking()
            .Where(row => row.MissionId == mission.Id && row.VolunteerId == account && row.ShiftId != null && row.State != ParticipationState.Cancelled)
            .ToDictionaryAsync(row => row.ShiftId!.Value, stop);
        var waits = await db.ShiftWaits.AsNoTracking()
            .Where(row => row.MissionId == mission.Id && row.VolunteerId == account && (row.State == ShiftWaitState.Waiting || row.State == ShiftWaitState.Offered))
            .ToListAsync(stop);
        var waiting = new Dictionary<Guid, WaitingResponse>();
        foreach (var wait in waits) { waiting[wait.ShiftId] = await db.ShowAsync(wait, stop); }
        return new(there.ToDictionary(row => row.Key, row => ParticipationResponse.Of(row.Value, mission, new(AsVolunteer: true, Role: null), now)), waiting);
    }

    private sealed record Own(IReadOnlyDictionary<Guid, ParticipationResponse> There, IReadOnlyDictionary<Guid, WaitingResponse> Waiting)
    {
        public static readonly Own None = new(new Dictionary<Guid, ParticipationResponse>(), new Dictionary<Guid, WaitingResponse>());

        public ShiftResponse Show(ShiftAllocation shift)
        {
            var mine = There.GetValueOrDefault(shift.ShiftId);
            return new(
                shift.ShiftId, shift.StartsAt, shift.EndsAt, shift.Places, shift.Left, mine, Waiting.GetValueOrDefault(shift.ShiftId),
                mine?.SwapId is { } swap ? new(swap) : null);
        }
    }
}
