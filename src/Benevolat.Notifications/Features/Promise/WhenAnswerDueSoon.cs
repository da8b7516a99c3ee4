using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Promise;

/// <summary>Reminds those who answer for the organisation while they are still in time.</summary>
public sealed class WhenAnswerDueSoon(NotificationsDb db, TimeProvider clock) : IConsumer<AnswerDueSoon>
{
    public Task Consume(ConsumeContext<AnswerDueSoon> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.AnswerDueSoon,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            AnswerBy = message.AnswerBy,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
