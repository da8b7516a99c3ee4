using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Participations;

/// <summary>Reminds the volunteer of when, where and who welcomes; and those who run the organisation, once for a mission and its day, however many come.</summary>
public sealed class WhenParticipationNear(NotificationsDb db, TimeProvider clock) : IConsumer<ParticipationNear>
{
    public async Task Consume(ConsumeContext<ParticipationNear> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        db.Add(About(message, NotificationKind.ParticipationNear, context.MessageId!.Value, message.VolunteerId, await WelcomerAsync(message, stop)));

        // Two volunteers' reminders at once may both find nothing; the second then fails at the key and comes again.
        var ofTheDay = NoticeIdentity.Of(message.MissionId, message.On);
        if (await db.Notices.AnyAsync(notice => notice.Id == ofTheDay, stop)) { return; }
        db.Add(About(message, NotificationKind.VolunteersExpected, ofTheDay, recipient: null, welcomer: null));
    }

    /// <summary>Whom the acceptance named: it may not be who welcomes elsewhere in the mission.</summary>
    private Task<Guid?> WelcomerAsync(ParticipationNear message, CancellationToken stop) => db.Notices.AsNoTracking()
        .Where(notice => notice.ApplicationId == message.ApplicationId && notice.Kind == NotificationKind.ApplicationAccepted)
        .OrderByDescending(notice => notice.At)
        .Select(notice => notice.WelcomerId)
        .FirstOrDefaultAsync(stop);

    private Notice About(ParticipationNear message, NotificationKind kind, Guid id, Guid? recipient, Guid? welcomer) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ApplicationId = recipient is null ? null : message.ApplicationId,
        RecipientId = recipient,
        WelcomerId = welcomer,
        Day = message.On,
        StartsAt = recipient is null ? null : message.StartsAt,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
