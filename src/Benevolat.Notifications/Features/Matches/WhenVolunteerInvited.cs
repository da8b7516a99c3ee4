using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Matches;

/// <summary>Tells a volunteer that an organisation would like them to look at a mission; it does not know their name.</summary>
public sealed class WhenVolunteerInvited(NotificationsDb db, TimeProvider clock) : IConsumer<VolunteerInvited>
{
    public Task Consume(ConsumeContext<VolunteerInvited> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.VolunteerInvited,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            RecipientId = message.VolunteerId,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
