using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Tells the owners that a moderator handed their organisation back; why stands on the site.</summary>
public sealed class WhenOrganisationRefused(NotificationsDb db, TimeProvider clock) : IConsumer<OrganisationRefused>
{
    public Task Consume(ConsumeContext<OrganisationRefused> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.OrganisationRefused,
            At = message.At,
            OrganisationId = message.OrganisationId,
            OrganisationName = message.Name,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
