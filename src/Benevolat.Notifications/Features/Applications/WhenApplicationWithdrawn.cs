using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells those who run the organisation that a volunteer stepped back.</summary>
public sealed class WhenApplicationWithdrawn(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationWithdrawn>
{
    public Task Consume(ConsumeContext<ApplicationWithdrawn> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationWithdrawn,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            Reason = message.Reason.ToString(),
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
