using System.Text.Json;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.Matching.Features;

/// <summary>Words of our vocabularies in query strings.</summary>
internal static class KebabQuery
{
    /// <summary>Null when the parameter is absent.</summary>
    /// <exception cref="ProblemException">400 at the parameter when it is none of the words.</exception>
    public static TEnum? Parse<TEnum>(string? text, string parameter)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) { return null; }
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == text) { return value; }
        }

        throw ProblemException.ForField(parameter, HttpRules.WrongType);
    }

    /// <summary>States, each once and in order, so that the same question has one spelling.</summary>
    public static IReadOnlyList<ApplicationState> States(string[]? states) =>
        [.. (states ?? []).Select(state => Parse<ApplicationState>(state, "state")).OfType<ApplicationState>().Distinct().Order()];
}
