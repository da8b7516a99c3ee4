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
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == delivery.RecipientId, stop);
        if (contact is null) { return (null, "contact"); }

        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == notice.MissionId, stop);
        if (mission is null && notice is { MissionId: not null, MissionTitle: null }) { return (null, "mission"); }

        var listing = await Listing.OfAsync(notice, db, stop);
        if (listing is { Count: <= 0 }) { return (null, null); }
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
        return (Compose(delivery, contact, language, facts, unsubscribe), null);
    }

    private MimeMessage Compose(Delivery delivery, Contact contact, Language language, Dictionary<string, object?> facts, Uri unsubscribe)
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
        message.To.Add(Address(contact));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Benevolat-Kind", delivery.Kind.ToKebab()); // for people's own sorting rules
        message.Headers.Add("Content-Language", language.Code);
        message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private static MailboxAddress Address(Contact contact)
    {
        try
        {
            return new MailboxAddress(contact.FirstName, contact.Email);
        }
        catch (ParseException)
        {
            throw new MailRefusedException("address", isFinal: true);
        }
    }
}
