using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Ends Identity's session, after asking.</summary>
internal static class SignOutPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-out", ([FromQuery] string? returnUrl) => PageResults.NewForm(returnUrl).Show<SignOutForm>()).AllowAnonymous().WithName("SignOutPage");
        pages.MapPost("/sign-out", HandleAsync).AllowAnonymous().WithName("SignOutFromPage");
    }

    private static async Task<RedirectHttpResult> HandleAsync([FromForm] string? returnUrl, HttpContext http)
    {
        var form = PageResults.NewForm(returnUrl);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return form.Leave(otherwise: "/");
    }
}
