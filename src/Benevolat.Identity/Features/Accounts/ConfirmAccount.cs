using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>What the link in the e-mail holds.</summary>
public sealed record ConfirmAccountRequest(Guid? AccountId, string? Token);

internal sealed class ConfirmAccountValidator : AbstractValidator<ConfirmAccountRequest>
{
    public ConfirmAccountValidator()
    {
        RuleFor(request => request.AccountId).NotNull().Says(AccountRules.LinkMissing);
        RuleFor(request => request.Token).MustBeToken();
    }
}

/// <summary>Confirms that an address is its account's. From then on the other services know of the account.</summary>
internal sealed class ConfirmAccount(IdentityDb db, UserManager<Account> accounts, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/confirmation", HandleAsync).Validated<ConfirmAccountRequest>().AllowAnonymous().WithName(nameof(ConfirmAccount))
            .WithSummary("Confirm an e-mail address")
            .WithDescription("204, also when it was confirmed before; 409 `account.link` when the link is not valid or no longer.");

    /// <exception cref="RuleBrokenException">The link is not valid.</exception>
    public async Task ConfirmAsync(Guid accountId, string token)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString());
        var valid = account is not null && await accounts.VerifyUserTokenAsync(
            account, accounts.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, token);
        AccountRules.Link.Require(valid);
        if (account!.EmailConfirmed) { return; }

        account.Confirm(db, clock.GetUtcNow());
        (await accounts.UpdateAsync(account)).Require();
    }

    private static async Task<NoContent> HandleAsync(ConfirmAccountRequest request, ConfirmAccount confirm)
    {
        await confirm.ConfirmAsync(request.AccountId!.Value, request.Token!);
        return TypedResults.NoContent();
    }
}
