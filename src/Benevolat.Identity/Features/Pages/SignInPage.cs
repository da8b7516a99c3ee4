using Benevolat.Identity.Features.Accounts;
using Benevolat.Identity.Security;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Sign-in by address and password.</summary>
internal static class SignInPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", ([FromQuery] string? returnUrl) => PageResults.NewForm(returnUrl).Show<SignInForm>()).AllowAnonymous().WithName("SignInPage");
        pages.MapPost("/sign-in", HandleAsync).Steady().AllowAnonymous().WithName("SignInFromPage");
    }

    private static async Task<Results<RazorComponentResult<SignInForm>, RedirectHttpResult>> HandleAsync(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl,
        SignIn signIn, IValidator<SignInRequest> validator, AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, email);
        var form = PageResults.NewForm(returnUrl).With("email", email);
        var request = new SignInRequest(email?.Trim(), password);
        form.Complain(await validator.ValidateAsync(request, stop));
        if (!form.HasErrors && await signIn.OpenAsync(request, form.ReturnUrl, stop) is { } refusal) { form.Complain(refusal); }
        return form.HasErrors ? form.Show<SignInForm>() : form.Leave(otherwise: PageResults.AfterSignIn);
    }
}
