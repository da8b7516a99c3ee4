using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.Identity.Features.Pages;

/// <summary>The pages' texts: French, or English for those whose browser prefers it.</summary>
public static class Say
{
    public static string Language => RuleText.InEnglish ? "en" : "fr";

    public static string It(string french, string english) => Typeset(RuleText.InEnglish ? english : french);

    /// <summary>The apostrophes and spaces of French printing, so that no line begins with a question mark.</summary>
    public static string Typeset(string text) => RuleText.InEnglish ? text : text
        .Replace('\'', '’').Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal)
        .Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ?", "\u202f?", StringComparison.Ordinal).Replace(" !", "\u202f!", StringComparison.Ordinal);
}
