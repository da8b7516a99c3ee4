using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Identity.Domain;

/// <summary>Length rather than composition, and none of the passwords that everybody tries first (NIST SP 800-63B, ASVS 6.2).</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int FewestDifferentCharacters = 5;
    private const int ShortestTelling = 4;

    /// <summary>The rule that the password breaks, or null when it will do.</summary>
    public static Rule? Broken(string password, string email = "", string firstName = "")
    {
        if (password.Length is < Shortest or > Longest) { return AccountRules.PasswordLength; }

        var plain = password.ToLowerInvariant();
        if (plain.Distinct().Count() < FewestDifferentCharacters || IsCommon(plain)) { return AccountRules.PasswordCommon; }

        var remains = Letters(plain);
        foreach (var known in new[] { email.Split('@')[0], firstName }.Select(text => Letters(text.ToLowerInvariant())))
        {
            if (known.Length >= ShortestTelling && remains.Replace(known, "", StringComparison.Ordinal).Length < ShortestTelling) { return AccountRules.PasswordPersonal; }
        }

        return null;
    }

    /// <summary>Known as it stands, or a known word with digits and signs around it ("MotDePasse2026!").</summary>
    private static bool IsCommon(string plain) =>
        CommonPasswords.Whole.Contains(plain) || IsSequence(plain) || (Letters(plain) is var letters && CommonPasswords.Words.Any(word =>
            letters.Replace(word, "", StringComparison.Ordinal).Length == 0 && letters.Length > 0));

    private static bool IsSequence(string plain) =>
        plain.Zip(plain.Skip(1)).All(pair => pair.Second - pair.First == 1) || plain.Zip(plain.Skip(1)).All(pair => pair.First - pair.Second == 1);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
