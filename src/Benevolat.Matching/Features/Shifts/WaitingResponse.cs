using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Somebody's place in a shift's line.</summary>
public sealed record WaitingResponse(
    [property: Description("1 is next.")] int Position,
    DateTimeOffset Since,
    [property: Description("A place that is held for them, or null.")] ShiftOfferResponse? Offer);

/// <summary>A place that is held: answer by <c>POST /shift-offers/{id}/acceptance</c> or <c>/refusal</c>.</summary>
public sealed record ShiftOfferResponse(Guid Id, DateTimeOffset ExpiresAt);

internal static class Line
{
    public static async Task<WaitingResponse> ShowAsync(this MatchingDb db, ShiftWait wait, CancellationToken stop)
    {
        var before = await db.ShiftWaits.CountAsync(
            other => other.ShiftId == wait.ShiftId && other.Number < wait.Number && (other.State == ShiftWaitState.Waiting || other.State == ShiftWaitState.Offered), stop);
        return new(before + 1, wait.Since, wait is { HoldsPlace: true, ExpiresAt: { } until } ? new(wait.Id, until) : null);
    }
}
