using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>A mission was edited: later messages say what holds now.</summary>
public sealed class WhenMissionChanged(NotificationsDb db, TimeProvider clock) : IConsumer<MissionChanged>
{
    public Task Consume(ConsumeContext<MissionChanged> context) => db.LearnAsync(
        context.Message.MissionId, context.Message.Version, context.Message.Mission, clock.GetUtcNow(), context.CancellationToken);
}
