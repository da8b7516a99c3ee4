using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>A mission opened: messages may name it.</summary>
public sealed class WhenMissionPublished(NotificationsDb db, TimeProvider clock) : IConsumer<MissionPublished>
{
    public Task Consume(ConsumeContext<MissionPublished> context) => db.LearnAsync(
        context.Message.MissionId, context.Message.Version, context.Message.Mission, clock.GetUtcNow(), context.CancellationToken);
}
