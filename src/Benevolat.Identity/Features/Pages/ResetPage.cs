using Benevolat.Identity.Features.Accounts;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Where the link of the password e-mail leads.</summary>
internal static class ResetPage
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/reset", ([FromQuery] string? accountId, [FromQuery] string? token) => Form(accountId, token).Show<ResetForm>())
            .AllowAnonymous().WithName("ResetPage");
        pages.MapPost("/reset", HandleAsync).AllowAnonymous().WithName("ResetFromPage");
    }

    private static async Task<Results<RazorComponentResult<PasswordChanged>, RazorComponentResult<ResetForm>>> HandleAsync(
        [FromForm] string? accountId, [FromForm] string? token, [FromForm] string? password,
        ResetPassword reset, IValidator<ResetPasswordRequest> validator, CancellationToken stop)
    {
        var request = new ResetPasswordRequest(Guid.TryParse(accountId, out var id) ? id : Guid.Empty, token, password);
        var form = Form(accountId, token).Complain(await validator.ValidateAsync(request, stop));
        if (form.HasErrors) { return form.Show<ResetForm>(); }

        try
        {
            await reset.ResetAsync(id, token!, password!, stop);
            return form.Show<PasswordChanged>();
        }
        catch (RuleBrokenException refusal)
        {
            return form.Complain(refusal.Rule).Show<ResetForm>();
        }
        catch (ProblemException problem) when (problem.Errors is { } errors && errors.TryGetValue("password", out var sentences))
        {
            return form.Complain("password", sentences[0]).Show<ResetForm>();
        }
    }

    private static FormState Form(string? accountId, string? token) => new FormState().With("accountId", accountId).With("token", token);
}
