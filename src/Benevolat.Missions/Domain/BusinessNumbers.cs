using System.Text.RegularExpressions;

namespace Benevolat.Missions.Domain;

/// <summary>The numbers that French registers give to organisations.</summary>
public static partial class BusinessNumbers
{
    private const string LaPoste = "356000000";

    /// <summary>W and nine more; overseas and Corsican numbers hold letters, and 57, 67, 68 have no RNA at all.</summary>
    public static bool IsRna(string text) => RnaForm().IsMatch(text);

    public static bool IsSiren(string text) => text.Length == 9 && text.All(char.IsAsciiDigit) && PassesLuhn(text);

    /// <summary>La Poste has more offices than Luhn keys: for them the digits add up to a multiple of five instead.</summary>
    public static bool IsSiret(string text) =>
        text.Length == 14 && text.All(char.IsAsciiDigit)
        && (PassesLuhn(text) || (text.StartsWith(LaPoste, StringComparison.Ordinal) && text.Sum(Digit) % 5 == 0));

    private static bool PassesLuhn(string digits) =>
        digits.Reverse().Select((character, place) => place % 2 == 0 ? Digit(character) : Doubled(Digit(character))).Sum() % 10 == 0;

    private static int Doubled(int digit) => digit < 5 ? digit * 2 : (digit * 2) - 9;

    private static int Digit(char character) => character - '0';

    [GeneratedRegex("^W[0-9A-Z]{9}$", RegexOptions.CultureInvariant)]
    private static partial Regex RnaForm();
}
