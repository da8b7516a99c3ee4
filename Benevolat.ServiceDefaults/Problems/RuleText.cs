using System.Globalization;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>Chooses and fills a rule's sentence for the current request's language (French unless English was asked for).</summary>
public static class RuleText
{
    public static bool InEnglish => Languages.InEnglish;

    public static string Localized(this Rule rule, IReadOnlyDictionary<string, object>? facts = null)
    {
        var text = InEnglish ? rule.English : rule.French;
        foreach (var (name, value) in facts ?? new Dictionary<string, object>())
        {
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.CurrentCulture), StringComparison.Ordinal);
        }

        return text;
    }
}
