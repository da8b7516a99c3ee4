using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Matching.Features.Waiting;
using MassTransit;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>Takes the edited facts over; whether the mission is open doesn't change.</summary>
public sealed class WhenMissionChanged(MatchingDb db, WaitingLine line, ShiftCopies shifts) : IConsumer<MissionChanged>
{
    public async Task Consume(ConsumeContext<MissionChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var mission = await db.MissionForUpdateAsync(message.MissionId, stop);
        await db.DescribeAsync(mission, message.Version, message.Mission, line, stop);
        await shifts.DescribeAsync(mission, stop);
    }
}
