using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.Identity.Mail;
using Benevolat.Identity.Security;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>Address and password of an account.</summary>
public sealed record SignInRequest(string? Email, string? Password);

internal sealed class SignInValidator : AbstractValidator<SignInRequest>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).MustBeEmail();
        RuleFor(request => request.Password).MustBeGiven();
    }
}

/// <summary>Checks passwords and opens sessions. Unknown, wrong and locked answer alike.</summary>
internal sealed class SignIn(IdentityDb db, UserManager<Account> accounts, SignInManager<Account> sessions, AccountMails mails, TimeProvider clock)
{
    /// <summary>Checked when there is no account, so that this takes as long.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/session", HandleAsync).Validated<SignInRequest>().Steady().AllowAnonymous().WithName(nameof(SignIn))
            .WithSummary("Open a session for a tool")
            .WithDescription("204 with Identity's own cookie, for tools that then run `/connect/authorize` with code + PKCE; it opens nothing else. 401 `account.credentials`, 409 `account.unconfirmed`.");

    /// <returns>The rule that keeps the person out, or null when the session is open.</returns>
    public async Task<Rule?> OpenAsync(SignInRequest request, string? returnUrl, CancellationToken stop)
    {
        var account = await accounts.FindByEmailAsync(request.Email!);
        // The attempt is counted before the password is looked at: a hundred guesses at once are still five.
        var open = account is not null && await CountAttemptAsync(account.Id, stop);
        var right = IsRight(account, request.Password!);
        if (!open || !right) { return AccountRules.Credentials; }

        await ForgetFailuresAsync(account!.Id, stop);
        if (!account.EmailConfirmed)
        {
            await mails.ConfirmAsync(account, returnUrl);
            await db.SaveChangesAsync(stop);
            return AccountRules.Unconfirmed;
        }

        await sessions.SignInAsync(account, isPersistent: false);
        return null;
    }

    private static async Task<NoContent> HandleAsync(SignInRequest request, SignIn signIn, AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, request.Email);
        var refusal = await signIn.OpenAsync(request, returnUrl: null, stop);
        if (refusal == AccountRules.Credentials) { throw new ProblemException(StatusCodes.Status401Unauthorized, refusal); }

        return refusal is null ? TypedResults.NoContent() : throw refusal.Broken();
    }

    private bool IsRight(Account? account, string password) =>
        accounts.PasswordHasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? NobodysHash, password)
            is not PasswordVerificationResult.Failed;

    /// <summary>One statement, so that rival attempts can't share a count; false while the account is locked.</summary>
    private async Task<bool> CountAttemptAsync(Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + SignInLimits.Locked;
        return await db.Users.Where(row => row.Id == id && (row.LockoutEnd == null || row.LockoutEnd <= now)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= SignInLimits.MostFailures ? until : null)
            .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= SignInLimits.MostFailures ? 0 : row.AccessFailedCount + 1), stop) == 1;
    }

    private Task<int> ForgetFailuresAsync(Guid id, CancellationToken stop) => db.Users.Where(row => row.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null).SetProperty(row => row.AccessFailedCount, 0), stop);
}
