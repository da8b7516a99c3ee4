using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Tells who asked to join what the owners said.</summary>
public sealed class WhenJoinAnswered(NotificationsDb db, TimeProvider clock) : IConsumer<JoinAnswered>
{
    public Task Consume(ConsumeContext<JoinAnswered> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.JoinAnswered,
            At = message.At,
            OrganisationId = message.OrganisationId,
            OrganisationName = message.OrganisationName,
            RecipientId = message.AccountId,
            Reason = message.Role?.ToString(),
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
