using System.Text.Json;
using System.Text.RegularExpressions;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>Finds out which field the framework could not bind, which it only says in texts.</summary>
internal static partial class BadRequestReader
{
    public static (int, Rule, IReadOnlyDictionary<string, object>?, IReadOnlyDictionary<string, string[]>?) Explain(BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest) { return (bad.StatusCode, HttpRules.For(bad.StatusCode), null, null); }

        var (field, rule) = bad.InnerException is JsonException json ? FromJson(json) : FromParameter(bad.Message);
        return field is null
            ? (bad.StatusCode, HttpRules.Unreadable, null, null)
            : (bad.StatusCode, HttpRules.Validation, null, new Dictionary<string, string[]> { [field] = [rule.Localized()] });
    }

    /// <summary>System.Text.Json gives the path of a wrong value; broken syntax has a path too, but then the whole body is at fault.</summary>
    private static (string? Field, Rule Rule) FromJson(JsonException json)
    {
        if (json is CleanTextException) { return (Field(json.Path), HttpRules.ControlCharacter); }
        if (UnmappedMember().Match(json.Message) is { Success: true } unmapped) { return (unmapped.Groups[1].Value, HttpRules.UnknownField); }

        var isSyntax = json.InnerException is JsonException or null && !json.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal);
        return isSyntax ? (null, HttpRules.Unreadable) : (Field(json.Path), ExpectedForm.Of(JsonType().Match(json.Message).Groups[1].Value, Member().Match(json.Path ?? "").Value));
    }

    private static (string? Field, Rule Rule) FromParameter(string message) =>
        message.Contains("body", StringComparison.Ordinal) ? ("body", HttpRules.Unreadable)
        : ParameterName().Match(message) is { Success: true } match ? (JsonNamingPolicy.CamelCase.ConvertName(match.Groups[2].Value), ExpectedForm.Of(match.Groups[1].Value))
        : (null, HttpRules.Unreadable);

    /// <summary><c>$.addresses[0].commune</c> → <c>addresses[0].commune</c>; the root itself is called <c>body</c>.</summary>
    private static string Field(string? path) => path is null or "$" or "" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    [GeneratedRegex("""^The JSON property '([^']+)' could not be mapped""")]
    private static partial Regex UnmappedMember();

    /// <summary>The last name of a path, where it ends in one.</summary>
    [GeneratedRegex("""[^.\[\]$]+$""")]
    private static partial Regex Member();

    [GeneratedRegex("""could not be converted to (\S+?)\. Path""")]
    private static partial Regex JsonType();

    [GeneratedRegex("""parameter "([^"]*?) ?([A-Za-z0-9_-]+)" """)]
    private static partial Regex ParameterName();
}
