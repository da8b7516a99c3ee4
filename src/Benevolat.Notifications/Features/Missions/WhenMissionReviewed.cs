using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>Tells those who run the organisation what a moderator decided; why stands on the site, behind the link.</summary>
public sealed class WhenMissionReviewed(NotificationsDb db, TimeProvider clock) : IConsumer<MissionReviewed>
{
    public Task Consume(ConsumeContext<MissionReviewed> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.MissionReviewed,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            MissionTitle = message.Title,
            Reason = message.Decision.ToString(),
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
