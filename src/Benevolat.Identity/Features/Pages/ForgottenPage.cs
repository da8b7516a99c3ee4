using Benevolat.Identity.Features.Accounts;
using Benevolat.Identity.Security;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Asks for a link to choose a new password.</summary>
internal static class ForgottenPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/forgotten", () => new FormState().Show<ForgottenForm>()).AllowAnonymous().WithName("ForgottenPage");
        pages.MapPost("/forgotten", HandleAsync).Steady().AllowAnonymous().WithName("ForgottenFromPage");
    }

    private static async Task<Results<RazorComponentResult<ForgottenForm>, RedirectHttpResult>> HandleAsync(
        [FromForm] string? email, RequestPasswordReset reset, IValidator<RequestPasswordResetRequest> validator,
        AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, email);
        var request = new RequestPasswordResetRequest(email?.Trim());
        var form = new FormState().With("email", email).Complain(await validator.ValidateAsync(request, stop));
        if (form.HasErrors) { return form.Show<ForgottenForm>(); }

        await reset.RequestAsync(request.Email!, stop);
        return TypedResults.LocalRedirect("/account/check-mail");
    }
}
