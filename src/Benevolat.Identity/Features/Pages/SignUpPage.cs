using Benevolat.Identity.Features.Accounts;
using Benevolat.Identity.Security;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Sign-up, and what to do next.</summary>
internal static class SignUpPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-up", ([FromQuery] string? returnUrl) => PageResults.NewForm(returnUrl).Show<SignUpForm>()).AllowAnonymous().WithName("SignUpPage");
        pages.MapPost("/sign-up", HandleAsync).Steady().AllowAnonymous().WithName("SignUpFromPage");
        pages.MapGet("/check-mail", () => new FormState().Show<CheckMail>()).AllowAnonymous().WithName("CheckMailPage");
    }

    private static async Task<Results<RazorComponentResult<SignUpForm>, RedirectHttpResult>> HandleAsync(
        [AsParameters] SignUpFields fields, SignUp signUp, IValidator<SignUpRequest> validator, AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, fields.Email);
        var form = PageResults.NewForm(fields.ReturnUrl).With("email", fields.Email).With("firstName", fields.FirstName).With("language", fields.Language)
            .With("isAtLeast16", fields.IsAtLeast16).With("acceptsTerms", fields.AcceptsTerms);
        var request = new SignUpRequest(
            fields.Email?.Trim(), fields.Password, fields.FirstName, fields.Language, fields.IsAtLeast16 == "true", fields.AcceptsTerms == "true");
        form.Complain(await validator.ValidateAsync(request, stop));
        if (form.HasErrors) { return form.Show<SignUpForm>(); }

        await signUp.RegisterAsync(request, form.ReturnUrl, stop);
        return TypedResults.LocalRedirect("/account/check-mail");
    }
}

/// <summary>The fields of the form, as the browser sends them.</summary>
internal sealed record SignUpFields(
    [FromForm(Name = "email")] string? Email,
    [FromForm(Name = "password")] string? Password,
    [FromForm(Name = "firstName")] string? FirstName,
    [FromForm(Name = "language")] string? Language,
    [FromForm(Name = "isAtLeast16")] string? IsAtLeast16,
    [FromForm(Name = "acceptsTerms")] string? AcceptsTerms,
    [FromForm(Name = "returnUrl")] string? ReturnUrl);
