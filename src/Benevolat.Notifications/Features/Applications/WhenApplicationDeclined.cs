using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells the volunteer that it is a no, and why.</summary>
public sealed class WhenApplicationDeclined(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationDeclined>
{
    public Task Consume(ConsumeContext<ApplicationDeclined> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationDeclined,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            Reason = message.Reason.ToString(),
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
