using Benevolat.Identity.Data;
using Benevolat.Identity.Mail;
using Benevolat.Identity.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>Somebody forgot the password of the account with this address.</summary>
public sealed record RequestPasswordResetRequest(string? Email);

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordResetRequest>
{
    public RequestPasswordResetValidator() => RuleFor(request => request.Email).MustBeEmail();
}

/// <summary>Sends the link with which a new password can be chosen.</summary>
internal sealed class RequestPasswordReset(IdentityDb db, UserManager<Account> accounts, AccountMails mails)
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/password-reset-request", HandleAsync).Validated<RequestPasswordResetRequest>().Steady().AllowAnonymous()
            .WithName(nameof(RequestPasswordReset))
            .WithSummary("Ask for a new password")
            .WithDescription("202 whether the address has an account or not; if it has, a link is sent to it.");

    public async Task RequestAsync(string email, CancellationToken stop)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null) { return; }

        await mails.ResetAsync(account);
        await db.SaveChangesAsync(stop);
    }

    private static async Task<Accepted> HandleAsync(
        RequestPasswordResetRequest request, RequestPasswordReset reset, AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, request.Email);
        await reset.RequestAsync(request.Email!, stop);
        return TypedResults.Accepted((string?)null);
    }
}
