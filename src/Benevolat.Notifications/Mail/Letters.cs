using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Benevolat.Notifications.Mail;

/// <summary>Writes the e-mail of a delivery from what is known now.</summary>
public sealed class Letters(
    NotificationsDb db, Templates templates, SiteLinks links, SigningKey key, IOptions<SmtpOptions> smtp, TimeProvider clock)
{
    /// <summary>How long a welcomer's first name is worth waiting for; then the message says "the team".</summary>
    private static readonly TimeSpan WelcomerPatience = TimeSpan.FromMinutes(10);

    /// <summary>How long all missions of a list are worth waiting for; then the known ones are listed and the others counted.</summary>
    private static readonly TimeSpan ListingPatience = TimeSpan.FromMinutes(4);

    /// <returns>The message, or the fact that it must wait for, or neither when nothing is left to tell.</returns>
    public async Task<(MimeMessage? Message, string? Missing)> WriteAsync(Delivery delivery, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var now = clock.GetUtcNow();
        var notice = await db.Notices.AsNoTracking().SingleAsync(row => row.Id == delivery.Cause, stop);
        if (delivery.Kind.IsForGuests()) { return (await WriteToGuestAsync(delivery, notice, now, stop), null); }

        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == delivery.RecipientId, stop);
        if (contact is null) { return (null, "contact"); }

        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == notice.MissionId, stop);
        if (mission is null && notice is { MissionId: not null, MissionTitle: null }) { return (null, "mission"); }

        var listing = await Listing.OfAsync(notice, db, stop);
        if (notice.ExpiresAt <= now || (listing is { Count: <= 0 } && !notice.Kind.SpeaksWithoutMissions())) { return (null, null); }
        if (listing is { Unknown: > 0 } && now - delivery.CreatedAt < ListingPatience) { return (null, "missions"); }

        var welcomer = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == notice.WelcomerId, stop);
        if (welcomer is null && notice.WelcomerId is not null && now - delivery.CreatedAt < WelcomerPatience) { return (null, "welcomer"); }

        var language = Language.Of(contact.Language);
        var facts = Facts.Of(notice, mission, links, language, now);
        facts["first_name"] = contact.FirstName;
        facts["welcomer"] = welcomer?.FirstName;
        if (listing is not null) { facts.Add(listing, links, language, now); }
        var unsubscribe = links.Unsubscribe(UnsubscribeToken.Sign(await key.GetAsync(stop), contact.AccountId, delivery.Kind));
        facts["unsubscribe_link"] = unsubscribe.AbsoluteUri;
        return (Compose(delivery, (contact.FirstName, contact.Email), language, facts, unsubscribe), null);
    }

    /// <returns>Null when the invitation is over.</returns>
    private async Task<MimeMessage?> WriteToGuestAsync(Delivery delivery, Notice notice, DateTimeOffset now, CancellationToken stop)
    {
        var guest = await db.Guests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == delivery.RecipientId && row.ExpiresAt > now, stop);
        if (guest is null) { return null; }

        var language = Language.Of(guest.Language);
        var facts = Facts.Of(notice, null, links, language, now);
        facts.Add(guest, links, language);
        return Compose(delivery, (null, guest.Email), language, facts, unsubscribe: null);
    }

    /// <param name="unsubscribe">Null for guests: what somebody who has no account gets once can't be stopped.</param>
    private MimeMessage Compose(
        Delivery delivery, (string? Name, string Email) to, Language language, Dictionary<string, object?> facts, Uri? unsubscribe)
    {
        var subject = templates.Subject(delivery.Kind, language, facts);
        var message = new MimeMessage
        {
            MessageId = MessageIdentity.Of(delivery, links.Origin.Host),
            Subject = subject,
            Date = clock.GetUtcNow(),
            Body = new BodyBuilder
            {
                TextBody = templates.Text(delivery.Kind, language, facts),
                HtmlBody = templates.Html(delivery.Kind, language, facts, subject),
            }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress("Benevolat", smtp.Value.From ?? $"ne-pas-repondre@{links.Origin.Host}"));
        message.To.Add(Address(to.Name, to.Email));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Benevolat-Kind", delivery.Kind.ToKebab()); // for people's own sorting rules
        message.Headers.Add("Content-Language", language.Code);
        if (unsubscribe is not null)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private static MailboxAddress Address(string? name, string email)
    {
        try
        {
            return new MailboxAddress(name, email);
        }
        catch (ParseException)
        {
            throw new MailRefusedException("address", isFinal: true);
        }
    }
}
