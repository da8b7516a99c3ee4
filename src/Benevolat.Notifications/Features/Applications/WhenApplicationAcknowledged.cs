using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells the volunteer that the organisation saw the application.</summary>
public sealed class WhenApplicationAcknowledged(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationAcknowledged>
{
    public Task Consume(ConsumeContext<ApplicationAcknowledged> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationAcknowledged,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
