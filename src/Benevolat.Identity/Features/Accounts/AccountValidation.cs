using System.Text.RegularExpressions;
using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>How e-mail addresses, passwords and links are checked, wherever a person writes them.</summary>
internal static partial class AccountValidation
{
    private const int LongestToken = 2048;

    public static IRuleBuilderOptions<T, string?> MustBeEmail<T>(this IRuleBuilderInitial<T, string?> field) => field
        .Cascade(CascadeMode.Stop)
        .Must(email => !string.IsNullOrWhiteSpace(email)).Says(AccountRules.EmailMissing)
        .Must(email => email!.Length <= Account.LongestEmail && EmailShape().IsMatch(email)).Says(AccountRules.EmailShape);

    /// <summary>A password that is to be recognised: any will do, as long as checking it isn't costly.</summary>
    public static IRuleBuilderOptions<T, string?> MustBeGiven<T>(this IRuleBuilder<T, string?> password) => password
        .Must(text => text is { Length: > 0 and <= PasswordRules.Longest }).Says(AccountRules.PasswordMissing);

    /// <summary>A password that is to be used from now on.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> MustBeStrong<T>(
        this IRuleBuilder<T, string?> password, Func<T, string?> email, Func<T, string?> firstName) => password.Custom((text, context) =>
        {
            var rule = string.IsNullOrEmpty(text)
                ? AccountRules.PasswordMissing
                : PasswordRules.Broken(text, email(context.InstanceToValidate) ?? "", firstName(context.InstanceToValidate) ?? "");
            if (rule is not null) { context.AddFailure(rule.Localized()); }
        });

    public static IRuleBuilderOptions<T, string?> MustBeToken<T>(this IRuleBuilder<T, string?> token) => token
        .Must(text => text is { Length: > 0 and <= LongestToken }).Says(AccountRules.LinkMissing);

    public static IRuleBuilderOptions<T, TValue> Says<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, Rule text) =>
        rule.WithMessage(_ => text.Localized());

    /// <summary>Plain addresses: no quoting, no comments, nothing that could end a header or name a second recipient.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63})+\z", RegexOptions.None, 200)]
    private static partial Regex EmailShape();
}
