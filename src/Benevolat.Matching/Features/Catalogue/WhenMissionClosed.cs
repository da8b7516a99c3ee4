using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Promises;
using Benevolat.Matching.Features.Shifts;
using MassTransit;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>
/// No dead ends: who still waits when a mission ends hears so at once, with other missions that suit. Where it closed because it is full, they
/// keep waiting for the organisation instead, which owes each of them a human answer: somebody accepted may step back, and then the place is theirs.
/// </summary>
public sealed class WhenMissionClosed(MatchingDb db, Settlement settlement, ShiftCopies shifts) : IConsumer<MissionClosed>
{
    public async Task Consume(ConsumeContext<MissionClosed> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var mission = await db.MissionForUpdateAsync(message.MissionId, stop);
        if (!mission.Close(message.Version, message.Reason) || message.Reason is ClosingReason.Filled) { return; }

        // Done and expired missions took place for those who were accepted; of the others nothing is left to come to.
        var isNoMore = message.Reason is ClosingReason.Cancelled or ClosingReason.Reported or ClosingReason.Refused;
        await settlement.OfMissionAsync(mission.Id, isNoMore, stop);
        if (isNoMore) { await shifts.CallOffAsync(mission.Id, stop); }
    }
}
