using Benevolat.Identity.Features.Accounts;
using Benevolat.ServiceDefaults.Rules;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Where the link of the confirmation e-mail leads.</summary>
internal static class ConfirmPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/confirm", Show).AllowAnonymous().WithName("ConfirmPage");
        pages.MapPost("/confirm", HandleAsync).AllowAnonymous().WithName("ConfirmFromPage");
    }

    private static RazorComponentResult<ConfirmForm> Show([FromQuery] string? accountId, [FromQuery] string? token, [FromQuery] string? returnUrl) =>
        Form(accountId, token, returnUrl).Show<ConfirmForm>();

    private static async Task<Results<RazorComponentResult<Confirmed>, RazorComponentResult<ConfirmForm>>> HandleAsync(
        [FromForm] string? accountId, [FromForm] string? token, [FromForm] string? returnUrl, ConfirmAccount confirm)
    {
        var form = Form(accountId, token, returnUrl);
        try
        {
            // An id that isn't one belongs to nobody: the same answer as for a link that is no longer valid.
            await confirm.ConfirmAsync(Guid.TryParse(accountId, out var id) ? id : Guid.Empty, token ?? "");
            return form.Show<Confirmed>();
        }
        catch (RuleBrokenException refusal)
        {
            return form.Complain(refusal.Rule).Show<ConfirmForm>();
        }
    }

    private static FormState Form(string? accountId, string? token, string? returnUrl) =>
        PageResults.NewForm(returnUrl).With("accountId", accountId).With("token", token);
}
