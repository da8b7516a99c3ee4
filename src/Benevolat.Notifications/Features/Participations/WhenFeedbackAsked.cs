using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Participations;

/// <summary>Asks the volunteer how it was.</summary>
public sealed class WhenFeedbackAsked(NotificationsDb db, TimeProvider clock) : IConsumer<FeedbackAsked>
{
    public Task Consume(ConsumeContext<FeedbackAsked> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.FeedbackAsked,
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
