using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Benevolat.Web.Text;

/// <summary>
/// Every sentence of the site passes here. The French sentence is its own key; another language is one resource file
/// (<c>Resources/Text/Texts.en.resx</c>) that translates the keys, and no page changes.
/// </summary>
public sealed class Texts(IStringLocalizer<Texts> translations)
{
    public string this[string french] => Typography.French(translations[french].Value);

    public string this[string french, params object[] facts] => Typography.French(translations[french, facts].Value);

    /// <summary>One sentence for one, another for several; <c>{0}</c> is the number. French counts zero as one.</summary>
    public string Count(int number, string one, string several) =>
        this[number is 0 or 1 ? one : several, number.ToString("N0", CultureInfo.CurrentCulture)];
}
