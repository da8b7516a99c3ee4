using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.Identity.Mail;
using Benevolat.Identity.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>A new account.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>: e-mails are written in it.</param>
/// <param name="IsAtLeast16">A front end that has asked may leave it out; <c>false</c> is refused.</param>
/// <param name="AcceptsTerms">Likewise; the version of the terms and the time are kept.</param>
public sealed record SignUpRequest(
    string? Email, string? Password, string? FirstName, string? Language, bool? IsAtLeast16 = null, bool? AcceptsTerms = null);

internal sealed class SignUpValidator : AbstractValidator<SignUpRequest>
{
    public SignUpValidator()
    {
        // In the order of the form: the summary of errors follows it.
        RuleFor(request => request.FirstName)
            .Must(name => name is { Length: <= Account.LongestFirstName } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl))
            .Says(AccountRules.FirstNameMissing);
        RuleFor(request => request.Email).MustBeEmail();
        RuleFor(request => request.Password).MustBeStrong(request => request.Email, request => request.FirstName);
        RuleFor(request => request.Language).Must(language => language is "fr" or "en").Says(AccountRules.Language);
        RuleFor(request => request.IsAtLeast16).NotEqual(false).Says(AccountRules.Age);
        RuleFor(request => request.AcceptsTerms).NotEqual(false).Says(AccountRules.Terms);
    }
}

/// <summary>Creates accounts. The answer is the same whether the address is new or known; the owner of the address gets the truth by e-mail.</summary>
internal sealed class SignUp(IdentityDb db, UserManager<Account> accounts, AccountMails mails, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/", HandleAsync).Validated<SignUpRequest>().Steady().AllowAnonymous().WithName(nameof(SignUp))
            .WithSummary("Create an account")
            .WithDescription("Sends a link to confirm the address. 202 too when the address has an account already: then its owner is told by e-mail.");

    public async Task RegisterAsync(SignUpRequest request, string? returnUrl, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await IsNewAsync(request, returnUrl)) { await transaction.CommitAsync(stop); return; }

        await transaction.RollbackAsync(stop);
        db.ChangeTracker.Clear();
        await RemindAsync(request, returnUrl, stop);
    }

    private static async Task<Accepted> HandleAsync(SignUpRequest request, SignUp signUp, AttemptLimiter limiter, HttpContext http, CancellationToken stop)
    {
        limiter.Require(http, request.Email);
        await signUp.RegisterAsync(request, returnUrl: null, stop);
        return TypedResults.Accepted((string?)null);
    }

    private async Task<bool> IsNewAsync(SignUpRequest request, string? returnUrl)
    {
        var now = clock.GetUtcNow();
        var account = Account.Register(Guid.CreateVersion7(now), request.Email!, request.FirstName!.Trim(), request.Language!, now);
        try
        {
            // The password is hashed before the address is looked up: both answers take as long.
            var result = await accounts.CreateAsync(account, request.Password!);
            if (result.IsTaken()) { return false; }

            result.Require();
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false; // the same address signed up in the same moment
        }

        await mails.ConfirmAsync(account, returnUrl);
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private async Task RemindAsync(SignUpRequest request, string? returnUrl, CancellationToken stop)
    {
        var account = await accounts.FindByEmailAsync(request.Email!);
        if (account is null) { return; }

        if (account.EmailConfirmed) { mails.AlreadyRegistered(account); }
        else { await StartAgainAsync(account, request, returnUrl); }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Never confirmed: whoever signed up first has no right to the address, so earlier links and passwords stop working.</summary>
    private async Task StartAgainAsync(Account account, SignUpRequest request, string? returnUrl)
    {
        account.Present(request.FirstName!.Trim(), request.Language!, clock.GetUtcNow());
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, request.Password!);
        account.SecurityStamp = Guid.NewGuid().ToString("N").ToUpperInvariant();
        await mails.ConfirmAsync(account, returnUrl);
    }
}
