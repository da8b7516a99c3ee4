using Benevolat.Identity.Data;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Mail;

/// <summary>Puts e-mails about an account into the queue; <c>SaveChanges</c> commits them with what they tell of.</summary>
public sealed class AccountMails(IdentityDb db, UserManager<Account> accounts, IConfiguration configuration, TimeProvider clock)
{
    public async Task ConfirmAsync(Account account, string? returnUrl)
    {
        var token = await accounts.GenerateEmailConfirmationTokenAsync(account);
        Add(account, AccountLetters.Confirm(account, Link("/account/confirm", account, token, returnUrl)));
    }

    public void AlreadyRegistered(Account account) =>
        Add(account, AccountLetters.AlreadyRegistered(account, new Uri(configuration.PublicOrigin(), "/account/sign-in")));

    public async Task ResetAsync(Account account)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        Add(account, AccountLetters.Reset(account, Link("/account/reset", account, token, returnUrl: null)));
    }

    private Uri Link(string page, Account account, string token, string? returnUrl)
    {
        var query = new QueryBuilder { { "accountId", account.Id.ToString() }, { "token", token } };
        if (!string.IsNullOrEmpty(returnUrl)) { query.Add("returnUrl", returnUrl); }
        return new Uri(configuration.PublicOrigin(), page + query);
    }

    private void Add(Account account, Letter letter)
    {
        var now = clock.GetUtcNow();
        db.Add(new PendingMail
        {
            Id = Guid.CreateVersion7(now),
            Recipient = account.Email!,
            Subject = letter.Subject,
            Text = letter.Text,
            Html = letter.Html(account.Language),
            Language = account.Language,
            CreatedAt = now,
            DueAt = now,
        });
    }
}
