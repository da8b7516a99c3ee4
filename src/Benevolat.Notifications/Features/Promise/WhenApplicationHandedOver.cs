using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Promise;

/// <summary>Tells the volunteer that a person looks after their application now, and the organisation that one does.</summary>
public sealed class WhenApplicationHandedOver(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationHandedOver>
{
    public Task Consume(ConsumeContext<ApplicationHandedOver> context)
    {
        var (message, id) = (context.Message, context.MessageId!.Value);
        db.AddRange(
            About(message, NotificationKind.AnswerHandedOver, id, recipient: null),
            About(message, NotificationKind.ApplicationHandedOver, NoticeIdentity.Of(id, NotificationKind.ApplicationHandedOver), message.VolunteerId));
        return Task.CompletedTask;
    }

    private Notice About(ApplicationHandedOver message, NotificationKind kind, Guid id, Guid? recipient) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ApplicationId = message.ApplicationId,
        Reason = message.NetworkId is null ? null : nameof(message.NetworkId),
        RecipientId = recipient,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
