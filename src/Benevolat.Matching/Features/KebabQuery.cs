using System.Text.Json;
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

        throw ProblemException.ForField(parameter, ExpectedForm.OneOf<TEnum>());
    }

    /// <summary>Each once and in order, so that the same question has one spelling.</summary>
    /// <exception cref="ProblemException">400 at the parameter when one is none of the words.</exception>
    public static IReadOnlyList<TEnum> ParseAll<TEnum>(string[]? texts, string parameter)
        where TEnum : struct, Enum => [.. (texts ?? []).Select(text => Parse<TEnum>(text, parameter)).OfType<TEnum>().Distinct().Order()];
}
