using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>Tells those who run the organisation that a mission ends soon, while there is time to renew it.</summary>
public sealed class WhenMissionExpiring(NotificationsDb db, TimeProvider clock) : IConsumer<MissionExpiring>
{
    public Task Consume(ConsumeContext<MissionExpiring> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.MissionExpiring,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ExpiresOn = message.ExpiresOn,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
