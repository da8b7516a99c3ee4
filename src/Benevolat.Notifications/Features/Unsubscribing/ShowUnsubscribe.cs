using System.ComponentModel;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Benevolat.Notifications.Mail;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Unsubscribing;

/// <summary>GET /notifications/unsubscribe: asks a person who followed the link in an e-mail. Changes nothing, since mail scanners follow links too.</summary>
public static class ShowUnsubscribe
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications.MapGet("/unsubscribe", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ShowUnsubscribe))
        .WithSummary("The page behind an unsubscribe link")
        .WithDescription("A page with one button, in the recipient's language. Nothing changes until the button is pressed. 404 for a token that we didn't sign.")
        .Produces<string>(StatusCodes.Status200OK, "text/html")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> HandleAsync(
        [Description("From the link in the e-mail.")] string token, NotificationsDb db, SigningKey key, CancellationToken stop)
    {
        if (UnsubscribeToken.Read(await key.GetAsync(stop), token) is not var (account, kind)) { return TypedResults.NotFound(); }

        var language = await db.Contacts.Where(row => row.AccountId == account).Select(row => row.Language).SingleOrDefaultAsync(stop);
        return UnsubscribePage.Ask(Language.Of(language), kind);
    }
}
