using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Waiting;

/// <summary>Tells the volunteer that the organisation would say yes and that they wait in line for a place.</summary>
public sealed class WhenApplicationPutOnWaitingList(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationPutOnWaitingList>
{
    public Task Consume(ConsumeContext<ApplicationPutOnWaitingList> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationPutOnWaitingList,
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
