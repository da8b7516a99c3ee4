using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Tells the owners that they may publish missions now.</summary>
public sealed class WhenOrganisationVerified(NotificationsDb db, TimeProvider clock) : IConsumer<OrganisationVerified>
{
    public Task Consume(ConsumeContext<OrganisationVerified> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.OrganisationVerified,
            At = message.At,
            OrganisationId = message.OrganisationId,
            OrganisationName = message.Name,
            TraceParent = System.Diagnostics.Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
