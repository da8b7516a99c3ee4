using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Waiting;

/// <summary>Tells who is next in line that a place is held for them, and until when.</summary>
public sealed class WhenPlaceOffered(NotificationsDb db, TimeProvider clock) : IConsumer<PlaceOffered>
{
    public Task Consume(ConsumeContext<PlaceOffered> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.PlaceOffered,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            ShiftId = message.ShiftId,
            ExpiresAt = message.ExpiresAt,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
