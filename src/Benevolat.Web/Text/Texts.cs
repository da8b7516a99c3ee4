using System.Globalization;
using Benevolat.ServiceDefaults.Http;
using Microsoft.Extensions.Localization;

namespace Benevolat.Web.Text;

/// <summary>
/// Every sentence of the site passes here. The French sentence is its own key; another language is one resource file
/// (<c>Resources/Text/Texts.en.resx</c>) that translates the keys, and no page changes.
/// </summary>
public sealed class Texts(IStringLocalizer<Texts> translations)
{
    public static bool InEnglish => Languages.InEnglish;

    public string this[string french] => Typography.Set(translations[french].Value);

    public string this[string french, params object[] facts] => Typography.Set(translations[french, facts].Value);

    /// <summary>One sentence for one, another for several; <c>{0}</c> is the number.</summary>
    public string Count(int number, string one, string several) =>
        this[IsOne(number) ? one : several, number.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>French counts zero as one, English as several.</summary>
    public static bool IsOne(int number) => number == 1 || (number == 0 && !InEnglish);

    /// <summary>For the middle of a line. A resource file can't hold two keys that differ by their capitals alone.</summary>
    public static string Small(string text) => text.Length == 0 ? text : $"{char.ToLower(text[0], CultureInfo.CurrentCulture)}{text[1..]}";
}
