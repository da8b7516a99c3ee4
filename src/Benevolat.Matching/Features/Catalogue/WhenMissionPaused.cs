using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using MassTransit;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>No new applications for now; those under way go on.</summary>
public sealed class WhenMissionPaused(MatchingDb db) : IConsumer<MissionPaused>
{
    public async Task Consume(ConsumeContext<MissionPaused> context)
    {
        var mission = await db.MissionForUpdateAsync(context.Message.MissionId, context.CancellationToken);
        mission.Pause(context.Message.Version);
    }
}
