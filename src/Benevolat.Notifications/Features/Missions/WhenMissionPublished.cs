using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>A mission opened: messages may name it.</summary>
public sealed class WhenMissionPublished(NotificationsDb db, TimeProvider clock) : IConsumer<MissionPublished>
{
    public async Task Consume(ConsumeContext<MissionPublished> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        await db.OpenAsync(message.MissionId, message.Version, stop);
        await db.LearnAsync(message.MissionId, message.Version, message.Mission, clock.GetUtcNow(), stop);
    }
}
