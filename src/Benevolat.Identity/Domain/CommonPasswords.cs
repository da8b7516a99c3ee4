namespace Benevolat.Identity.Domain;

/// <summary>A short list: with twelve characters as the minimum, most of the well-known ones are out already.</summary>
internal static class CommonPasswords
{
    public static readonly IReadOnlySet<string> Whole = new HashSet<string>(StringComparer.Ordinal)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789123", "123123123123", "112233445566", "987654321098", "098765432109",
        "1q2w3e4r5t6y", "q1w2e3r4t5y6", "1qaz2wsx3edc", "zaq12wsxcde3", "1a2z3e4r5t6y", "a1z2e3r4t5y6", "abc123abc123", "abcd1234abcd",
        "azertyuiop12", "azertyuiop123", "qwertyuiop12", "qwertyuiop123", "qwerty123456", "azerty123456", "aqwzsxedcrfv", "qazwsxedcrfv",
        "correcthorsebatterystaple", "trustno1trustno1", "p@ssw0rdp@ssw0rd", "p@ssw0rd1234", "passw0rd1234", "m0tdepasse123", "00000000000a",
    };

    /// <summary>Words that make a bad password whatever digits and signs surround them.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "password", "passwort", "motdepasse", "azertyuiop", "azerty", "qwertyuiop", "qwerty", "qwertz", "administrateur", "administrator",
        "admin", "welcome", "bienvenue", "bonjour", "letmein", "iloveyou", "jetaime", "jetaimejetaime", "doudou", "chouchou", "loulou",
        "marseille", "paris", "lyon", "toulouse", "football", "baseball", "superman", "dragon", "princess", "princesse", "soleil", "sunshine",
        "monkey", "master", "shadow", "benevolat", "benevole", "association", "changeme", "changezmoi", "secret", "abcdefghijkl", "abcdef",
    ];
}
