using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>A shift that somebody would hand over.</summary>
public sealed record SwapResponse(Guid Id, Guid ParticipationId, Guid ShiftId, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public static SwapResponse Of(Swap swap) => new(swap.Id, swap.ParticipationId, swap.ShiftId, swap.StartsAt, swap.EndsAt);
}
