using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>A mission takes nobody for now: later messages don't propose it.</summary>
public sealed class WhenMissionPaused(NotificationsDb db, TimeProvider clock) : IConsumer<MissionPaused>
{
    public Task Consume(ConsumeContext<MissionPaused> context) =>
        db.ShutAsync(context.Message.MissionId, context.Message.Version, clock.GetUtcNow(), context.CancellationToken);
}
