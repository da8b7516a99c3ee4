using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Waiting;

/// <summary>Tells the volunteer that the place went to the next in line.</summary>
public sealed class WhenPlaceOfferLapsed(NotificationsDb db, TimeProvider clock) : IConsumer<PlaceOfferLapsed>
{
    public Task Consume(ConsumeContext<PlaceOfferLapsed> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.PlaceOfferLapsed,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            ShiftId = message.ShiftId,
            Reason = message.Declined ? nameof(message.Declined) : null,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
