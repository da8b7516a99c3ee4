using System.Globalization;
using System.Text.Json;
using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>A field's value as people read it, not as services send it.</summary>
internal sealed class ChangeWords(Texts t, Formats formats, IReadOnlyList<TeamMember> team)
{
    private static readonly Dictionary<string, IReadOnlyList<(string Value, string Label)>> Vocabularies = new()
    {
        ["domain"] = Labels.Domains,
        ["kind"] = Labels.Kinds,
        ["remote"] = Labels.RemoteWork,
        ["activities"] = Activities.All,
        ["audiences"] = Labels.Audiences,
    };

    public string Of(string field, JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => t["rien"],
        { ValueKind: JsonValueKind.True } => t["oui"],
        { ValueKind: JsonValueKind.False } => t["non"],
        { ValueKind: JsonValueKind.Array } list => OfList(field, [.. list.EnumerateArray()]) is { Length: > 0 } words ? words : t["rien"],
        { ValueKind: JsonValueKind.Number } number => number.GetDecimal().ToString("0.##", CultureInfo.CurrentCulture),
        { ValueKind: JsonValueKind.String } text => OfText(field, text.GetString()!),
        _ => "",
    };

    private string OfList(string field, IReadOnlyList<JsonElement> items) => field switch
    {
        "hours" => string.Join(", ", Week.Sentences(items.Select(item => item.GetString() ?? "")).Select(moment => t[moment])),
        "shifts" => string.Join(" ; ", items.Select(OfShift)),
        "addresses" => string.Join(" ; ", items.Select(OfAddress)),
        "tasks" or "prerequisites" => string.Join(" ; ", items.Select(item => item.GetString())),
        _ => string.Join(", ", items.Select(item => OfText(field, item.GetString() ?? ""))),
    };

    private string OfShift(JsonElement shift) => $"{formats.Span(Instant(shift, "startsAt"), Instant(shift, "endsAt"))}, {formats.PlacesLeft(shift.GetProperty("places").GetInt32())}";

    private static string OfAddress(JsonElement address) => string.Join(", ", new[] { Text(address, "street"), $"{Text(address, "postcode")} {Text(address, "commune")}".Trim() }
        .Where(part => !string.IsNullOrEmpty(part)));

    private string OfText(string field, string text)
    {
        if (Vocabularies.TryGetValue(field, out var vocabulary)) { return t[Labels.Of(vocabulary, text)]; }
        if (field is "startsOn" or "endsOn" && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day)) { return Formats.ShortDay(day); }
        if (field == "welcomerId") { return team.FirstOrDefault(member => member.AccountId.ToString() == text) is { } member ? TeamNames.Of(member, t) : t["Un membre sans nom"]; }

        return text;
    }

    private static DateTimeOffset Instant(JsonElement item, string name) => item.GetProperty(name).GetDateTimeOffset();

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var text) ? text.GetString() : null;
}
