using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Applications;

/// <summary>
/// Tells the other side that it was written to; the words stay in Matching, behind the link. A first message and an answer are told at once. What
/// the same side adds within the hour is told together when the hour is over: whoever writes in five short lines sends no five e-mails, and no
/// line is left untold.
/// </summary>
public sealed class WhenApplicationMessagePosted(NotificationsDb db, TimeProvider clock) : IConsumer<ApplicationMessagePosted>
{
    private static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    public async Task Consume(ConsumeContext<ApplicationMessagePosted> context)
    {
        var (message, now) = (context.Message, clock.GetUtcNow());
        var kind = message.FromVolunteer ? NotificationKind.MessageFromVolunteer : NotificationKind.MessageFromOrganisation;
        var last = await db.Notices.AsNoTracking()
            .Where(notice => notice.ApplicationId == message.ApplicationId
                && (notice.Kind == NotificationKind.MessageFromVolunteer || notice.Kind == NotificationKind.MessageFromOrganisation))
            .OrderByDescending(notice => notice.At)
            .Select(notice => new { notice.Kind, notice.DueAt, notice.AddressedAt })
            .FirstOrDefaultAsync(context.CancellationToken);
        var isAddition = last?.Kind == kind;
        if (isAddition && last!.AddressedAt is null && last.DueAt > now) { return; } // still to be told, and its link shows this one too

        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = kind,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.FromVolunteer ? null : message.VolunteerId,
            TraceParent = Activity.Current?.Id,
            DueAt = isAddition && last!.DueAt + Apart > now ? last.DueAt + Apart : now,
        });
    }
}
