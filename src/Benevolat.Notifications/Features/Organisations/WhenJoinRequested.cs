using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Tells the owners that somebody would like to join; who, and with what words, stands on the site.</summary>
public sealed class WhenJoinRequested(NotificationsDb db, TimeProvider clock) : IConsumer<JoinRequested>
{
    public Task Consume(ConsumeContext<JoinRequested> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.JoinRequested,
            At = message.At,
            OrganisationId = message.OrganisationId,
            OrganisationName = message.OrganisationName,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
