using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Matching.Features.Waiting;
using MassTransit;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>Opens the mission for applications and recommendations.</summary>
public sealed class WhenMissionPublished(MatchingDb db, WaitingLine line, ShiftCopies shifts) : IConsumer<MissionPublished>
{
    public async Task Consume(ConsumeContext<MissionPublished> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var mission = await db.MissionForUpdateAsync(message.MissionId, stop);
        mission.Open(message.Version, message.At);
        await db.DescribeAsync(mission, message.Version, message.Mission, line, stop);
        await shifts.DescribeAsync(mission, stop);
    }
}
