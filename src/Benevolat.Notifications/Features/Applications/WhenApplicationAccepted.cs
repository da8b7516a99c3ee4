using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>Tells the volunteer who welcomes, when and where.</summary>
public sealed class WhenApplicationAccepted(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationAccepted>
{
    public Task Consume(ConsumeContext<ApplicationAccepted> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.ApplicationAccepted,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            WelcomerId = message.WelcomerId,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
