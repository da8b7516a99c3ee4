using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Participations;

/// <summary>Asks each of the volunteers who could take a shift over; once one did, the others find it gone.</summary>
public sealed class WhenShiftSwapProposed(NotificationsDb db, TimeProvider clock) : IConsumer<ShiftSwapProposed>
{
    public Task Consume(ConsumeContext<ShiftSwapProposed> context)
    {
        var (message, cause) = (context.Message, context.MessageId!.Value);
        db.AddRange(message.ToVolunteerIds.Distinct().Select(volunteer => new Notice
        {
            Id = NoticeIdentity.Of(cause, volunteer),
            Kind = NotificationKind.ShiftSwapProposed,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ShiftId = message.ShiftId,
            StartsAt = message.StartsAt,
            RecipientId = volunteer,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        }));
        return Task.CompletedTask;
    }
}
