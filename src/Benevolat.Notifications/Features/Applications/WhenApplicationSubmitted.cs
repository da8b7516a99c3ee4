using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells those who run the organisation that somebody waits for an answer, and the volunteer until when it is promised.</summary>
public sealed class WhenApplicationSubmitted(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationSubmitted>
{
    public Task Consume(ConsumeContext<ApplicationSubmitted> context)
    {
        db.AddRange(
            About(context.Message, NotificationKind.ApplicationSubmitted, context.MessageId!.Value, recipient: null),
            About(context.Message, NotificationKind.ApplicationReceived, context.Message.ApplicationId, context.Message.VolunteerId));
        return Task.CompletedTask;
    }

    private Notice About(ApplicationSubmitted message, NotificationKind kind, Guid id, Guid? recipient) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ApplicationId = message.ApplicationId,
        RecipientId = recipient,
        AnswerBy = message.AnswerBy,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
