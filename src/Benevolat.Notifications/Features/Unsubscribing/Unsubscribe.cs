using System.ComponentModel;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Benevolat.Notifications.Features.Preferences;
using Benevolat.Notifications.Mail;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Unsubscribing;

/// <summary>POST /notifications/unsubscribe: RFC 8058, one click in the mail program or the button of the page.</summary>
public static class Unsubscribe
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications.MapPost("/unsubscribe", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(Unsubscribe))
        .WithSummary("Stop one kind of e-mail with one click")
        .WithDescription("RFC 8058: the signed token in the address says who and what; no cookie, no sign-in, the body is ignored. Doing it twice is as good as once.")
        .Produces<string>(StatusCodes.Status200OK, "text/html")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> HandleAsync(
        [Description("From the link in the e-mail.")] string token, NotificationsDb db, SigningKey key, CancellationToken stop)
    {
        if (UnsubscribeToken.Read(await key.GetAsync(stop), token) is not var (account, kind)) { return TypedResults.NotFound(); }

        var preferences = await db.Preferences.SingleOrDefaultAsync(row => row.AccountId == account, stop);
        if (preferences is null) { db.Add(preferences = NotificationPreferences.Of(account)); }
        preferences.Mute(kind, Channel.EMail);

        await using var transaction = await db.BeginAsync(stop);
        await db.SaveChangesAsync(stop);
        await db.DropUnwantedAsync(preferences, stop);
        await transaction.CommitAsync(stop);
        var language = await db.Contacts.Where(row => row.AccountId == account).Select(row => row.Language).SingleOrDefaultAsync(stop);
        return UnsubscribePage.Done(Language.Of(language), kind);
    }
}
