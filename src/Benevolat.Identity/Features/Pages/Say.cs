using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.Identity.Features.Pages;

/// <summary>The pages' texts: French, or English for those whose browser prefers it.</summary>
public static class Say
{
    public static string Language => RuleText.InEnglish ? "en" : "fr";

    public static string It(string french, string english) => RuleText.InEnglish ? english : french;
}
