using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Participations;

/// <summary>Tells who gave a shift away that somebody takes it over, and those who run the organisation whom to expect.</summary>
public sealed class WhenShiftSwapTaken(NotificationsDb db, TimeProvider clock) : IConsumer<ShiftSwapTaken>
{
    public Task Consume(ConsumeContext<ShiftSwapTaken> context)
    {
        var (message, id) = (context.Message, context.MessageId!.Value);
        db.AddRange(
            About(message, NotificationKind.ShiftTakenOver, id, recipient: null),
            About(message, NotificationKind.ShiftSwapTaken, NoticeIdentity.Of(id, NotificationKind.ShiftSwapTaken), message.FromVolunteerId));
        return Task.CompletedTask;
    }

    private Notice About(ShiftSwapTaken message, NotificationKind kind, Guid id, Guid? recipient) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ShiftId = message.ShiftId,
        StartsAt = message.StartsAt,
        RecipientId = recipient,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
