using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells those who run the organisation that somebody waits for an answer, and until when.</summary>
public sealed class WhenApplicationSubmitted(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationSubmitted>
{
    public Task Consume(ConsumeContext<ApplicationSubmitted> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationSubmitted,
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
