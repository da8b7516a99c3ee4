using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>What the link in the e-mail holds, and the new password.</summary>
public sealed record ResetPasswordRequest(Guid? AccountId, string? Token, string? Password);

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordRequest>
{
    public ResetPasswordValidator()
    {
        RuleFor(request => request.AccountId).NotNull().Says(AccountRules.LinkMissing);
        RuleFor(request => request.Token).MustBeToken();
        RuleFor(request => request.Password).MustBeStrong(_ => null, _ => null);
    }
}

/// <summary>Sets a new password: the link dies, the lock-out ends, other sessions and refresh tokens too.</summary>
internal sealed class ResetPassword(IdentityDb db, UserManager<Account> accounts, IOpenIddictTokenManager tokens, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/password-reset", HandleAsync).Validated<ResetPasswordRequest>().AllowAnonymous().WithName(nameof(ResetPassword))
            .WithSummary("Choose a new password")
            .WithDescription("204; 409 `account.link` when the link is not valid or no longer. Signs the account out everywhere.");

    /// <exception cref="RuleBrokenException">The link is not valid.</exception>
    public async Task ResetAsync(Guid accountId, string token, string password, CancellationToken stop)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString());
        var valid = account is not null && await accounts.VerifyUserTokenAsync(
            account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token);
        AccountRules.Link.Require(valid);
        if (PasswordRules.Broken(password, account!.Email!, account.FirstName) is { } rule) { throw ProblemException.ForField("password", rule); }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        account.Confirm(db, clock.GetUtcNow()); // the link went to the address: that proves it as well
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        (await accounts.ResetPasswordAsync(account, token, password)).Require();
        await tokens.RevokeBySubjectAsync(account.Id.ToString(), stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task<NoContent> HandleAsync(ResetPasswordRequest request, ResetPassword reset, CancellationToken stop)
    {
        await reset.ResetAsync(request.AccountId!.Value, request.Token!, request.Password!, stop);
        return TypedResults.NoContent();
    }
}
