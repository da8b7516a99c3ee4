using System.Globalization;
using System.Text.RegularExpressions;

namespace Benevolat.Missions.Domain;

/// <summary>Codes of French places.</summary>
public static partial class Communes
{
    /// <summary>INSEE code: five characters, Corsica with a letter. Not the postcode.</summary>
    public static bool IsCode(string text) => CodeForm().IsMatch(text);

    public static bool IsPostcode(string text) => PostcodeForm().IsMatch(text);

    public static bool IsDepartment(string text) => DepartmentForm().IsMatch(text);

    /// <summary>The department of a commune: two characters, three overseas.</summary>
    public static string DepartmentOf(string communeCode) =>
        communeCode[..2] is "97" or "98" ? communeCode[..3] : communeCode[..2];

    /// <summary>The city of which an arrondissement is a part; null for what is no arrondissement of Paris, Lyon or Marseille.</summary>
    public static string? CityOf(string communeCode) =>
        int.TryParse(communeCode, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number switch
        {
            >= 75101 and <= 75120 => "75056",
            >= 69381 and <= 69389 => "69123",
            >= 13201 and <= 13216 => "13055",
            _ => null,
        }
        : null;

    /// <summary>Every code that an address in the same city may have: the city's and those of its arrondissements.</summary>
    public static IReadOnlyList<string> CodesOfCity(string communeCode) => (CityOf(communeCode) ?? communeCode) switch
    {
        "75056" => [.. Arrondissements("75056", 75101, 20)],
        "69123" => [.. Arrondissements("69123", 69381, 9)],
        "13055" => [.. Arrondissements("13055", 13201, 16)],
        var code => [code],
    };

    private static IEnumerable<string> Arrondissements(string city, int first, int count) =>
        Enumerable.Range(first, count).Select(code => code.ToString(CultureInfo.InvariantCulture)).Prepend(city);

    [GeneratedRegex("^([0-9]{2}|2[AB])[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[0-9]{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex PostcodeForm();

    [GeneratedRegex("^([0-9]{2,3}|2[AB])$", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentForm();
}
