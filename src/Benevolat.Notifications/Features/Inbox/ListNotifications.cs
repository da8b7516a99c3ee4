using System.ComponentModel;
using System.Security.Claims;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Benevolat.Notifications.Mail;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Inbox;

/// <summary>GET /notifications: the caller's list on the site.</summary>
public static class ListNotifications
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<PageRequest>()
        .WithName(nameof(ListNotifications))
        .WithSummary("What happened that concerns me")
        .WithDescription("Newest first. Each item is one sentence in the request's language and the page that it leads to.");

    private static async Task<Ok<Page<NotificationItem>>> HandleAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal user, HttpContext http, NotificationsDb db, Templates templates, SiteLinks links, TimeProvider clock, CancellationToken stop)
    {
        var account = user.AccountId();
        var query = account.ToString();
        var after = Cursor.Decode<Position>(page.Cursor, query);
        var rows = await (
            from delivery in db.Deliveries.AsNoTracking()
            where delivery.RecipientId == account && delivery.Channel == Channel.InApp && (after == null || delivery.Id.CompareTo(after.Id) < 0)
            join notice in db.Notices on delivery.Cause equals notice.Id
            join mission in db.Missions on notice.MissionId equals mission.Id into missions
            from mission in missions.DefaultIfEmpty()
            orderby delivery.Id descending
            select new { delivery.Id, delivery.CreatedAt, notice, mission }).Take(page.Size + 1).ToListAsync(stop);

        var language = RuleText.InEnglish ? Language.English : Language.French;
        var items = rows.ConvertAll(row => new NotificationItem(
            row.Id,
            row.notice.Kind,
            row.CreatedAt,
            templates.Subject(row.notice.Kind, language, Facts.Of(row.notice, row.mission, links, language, clock.GetUtcNow())),
            links.For(row.notice)));
        return TypedResults.Ok(http.ToPage(items, page.Size, last => Cursor.Encode(new Position(last.Id), query)));
    }

    private sealed record Position(Guid Id);
}

/// <summary>One thing that happened.</summary>
public sealed record NotificationItem(
    Guid Id,
    NotificationKind Kind,
    DateTimeOffset At,
    [property: Description("One sentence in the request's language.")] string Text,
    [property: Description("The page of the site to look at.")] Uri Link);
