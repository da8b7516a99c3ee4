using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>A mission ended: later messages don't propose it.</summary>
public sealed class WhenMissionClosed(NotificationsDb db, TimeProvider clock) : IConsumer<MissionClosed>
{
    public Task Consume(ConsumeContext<MissionClosed> context) =>
        db.ShutAsync(context.Message.MissionId, context.Message.Version, clock.GetUtcNow(), context.CancellationToken);
}
