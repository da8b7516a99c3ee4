using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Participations;

/// <summary>
/// Reminds the volunteer of when, where and who welcomes; and those who run the organisation and who welcomes, once for a mission and its day, however
/// many come.
/// </summary>
public sealed class WhenParticipationNear(NotificationsDb db, TimeProvider clock) : IConsumer<ParticipationNear>
{
    public async Task Consume(ConsumeContext<ParticipationNear> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        db.Add(About(message, NotificationKind.ParticipationNear, context.MessageId!.Value, message.VolunteerId, message.WelcomerId));

        var ofTheDay = NoticeIdentity.Of(message.MissionId, message.On);
        await ExpectAsync(message, ofTheDay, welcomer: null, stop);
        if (message.WelcomerId is { } welcomer && await OnlyWelcomesAsync(message.OrganisationId, welcomer, stop))
        {
            await ExpectAsync(message, NoticeIdentity.Of(ofTheDay, welcomer), welcomer, stop);
        }
    }

    /// <summary>Two volunteers' reminders at once may both find nothing; the second then fails at the key and comes again.</summary>
    private async Task ExpectAsync(ParticipationNear message, Guid id, Guid? welcomer, CancellationToken stop)
    {
        if (!await db.Notices.AnyAsync(notice => notice.Id == id, stop)) { db.Add(About(message, NotificationKind.VolunteersExpected, id, welcomer, welcomer)); }
    }

    /// <summary>Whoever runs the organisation hears of it anyway.</summary>
    private Task<bool> OnlyWelcomesAsync(Guid organisation, Guid account, CancellationToken stop) => db.Memberships.AnyAsync(
        member => member.OrganisationId == organisation && member.AccountId == account && member.Role == MemberRole.Welcomer, stop);

    private Notice About(ParticipationNear message, NotificationKind kind, Guid id, Guid? recipient, Guid? welcomer) => new()
    {
        Id = id,
        Kind = kind,
        At = message.At,
        OrganisationId = message.OrganisationId,
        MissionId = message.MissionId,
        ApplicationId = kind is NotificationKind.ParticipationNear ? message.ApplicationId : null,
        RecipientId = recipient,
        WelcomerId = welcomer,
        Day = message.On,
        StartsAt = kind is NotificationKind.ParticipationNear ? message.StartsAt : null,
        TraceParent = Activity.Current?.Id,
        DueAt = clock.GetUtcNow(),
    };
}
