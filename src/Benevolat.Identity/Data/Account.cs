using Benevolat.Contracts.Identity;
using Benevolat.Messaging;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Identity.Data;

/// <summary>A person's account. It counts, and others hear of it, from the moment its e-mail address is confirmed.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int LongestEmail = 254;
    public const int LongestFirstName = 80;

    /// <summary>The text of the terms that people accept today.</summary>
    public const string CurrentTerms = "2026-11";

    public string FirstName { get; private set; } = "";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";
    public string TermsVersion { get; private set; } = "";
    public DateTimeOffset TermsAcceptedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public long Version { get; private set; }

    public static Account Register(Guid id, string email, string firstName, string language, DateTimeOffset now)
    {
        var account = new Account { Id = id, UserName = email, Email = email, LockoutEnabled = true, CreatedAt = now };
        account.Present(firstName, language, now);
        return account;
    }

    /// <summary>What the person says at sign-up; said again while the address was never confirmed, the last word counts.</summary>
    public void Present(string firstName, string language, DateTimeOffset now)
    {
        (FirstName, Language) = (firstName, language);
        (TermsVersion, TermsAcceptedAt) = (CurrentTerms, now);
        Version++;
    }

    /// <summary>The address is theirs. Confirming twice changes nothing.</summary>
    public void Confirm(DbContext db, DateTimeOffset now)
    {
        if (EmailConfirmed) { return; }

        (EmailConfirmed, ConfirmedAt) = (true, now);
        Version++;
        db.Publish(new AccountRegistered(Id, Version, now), orderingKey: Id);
        db.Publish(new AccountContactChanged(Id, Version, Email!, FirstName, Language), orderingKey: Id);
    }
}
