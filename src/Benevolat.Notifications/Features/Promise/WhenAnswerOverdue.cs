using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Promise;

/// <summary>The promise wasn't kept: tells those who answer for the organisation, firmly, and the volunteer that they were reminded.</summary>
public sealed class WhenAnswerOverdue(NotificationsDb db, TimeProvider clock) : IConsumer<AnswerOverdue>
{
    public Task Consume(ConsumeContext<AnswerOverdue> context)
    {
        var (message, id) = (context.Message, context.MessageId!.Value);
        db.AddRange(
            About(message, NotificationKind.AnswerOverdue, id, recipient: null),
            About(message, NotificationKind.OrganisationReminded, NoticeIdentity.Of(id, NotificationKind.OrganisationReminded), message.VolunteerId));
        return Task.CompletedTask;
    }

    private Notice About(AnswerOverdue message, NotificationKind kind, Guid id, Guid? recipient) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ApplicationId = message.ApplicationId,
        AnswerBy = message.AnswerBy,
        RecipientId = recipient,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
