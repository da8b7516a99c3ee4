using System.Collections;
using System.Globalization;
using System.Reflection;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests;

/// <summary>Answers and questions as text, to the last bit: texts are equal when the answers are, and a difference can be read.</summary>
internal static class Show
{
    public static string Answer(MissionHits hits) => string.Join('\n',
    [
        $"total {hits.Total}, more {hits.More}",
        .. hits.Hits.Select(Hit),
        .. hits.Facets.OrderBy(facet => facet.Key, StringComparer.Ordinal)
            .Select(facet => $"{facet.Key}: {string.Join(", ", facet.Value.Select(count => $"{count.Value} {count.Count}"))}"),
        .. hits.Understanding.Words.Select(Word),
        .. hits.Understanding.Corrected.OrderBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => $"corrected {word.Key} -> {word.Value}"),
        .. hits.Understanding.Dropped.Select(word => $"dropped {word}"),
    ]);

    public static string Answer(IReadOnlyList<MissionHit> similar) => string.Join('\n', similar.Select(Hit));

    public static string Points(MissionMap map) => string.Join('\n',
    [
        $"total {map.Total}",
        .. map.Points.OrderBy(point => point.Id).ThenBy(point => point.Place)
            .Select(point => $"{point.Id} {point.Revision} {point.Place} {Number(point.Longitude)} {Number(point.Latitude)}"),
    ]);

    public static string Query(MissionQuery query) => Differences(query, new() { Today = default });

    public static string Document(MissionDocument document) => Differences(document, Missions.Plain);

    private static string Hit(MissionHit hit) =>
        $"{hit.Id} r{hit.Revision} place {hit.Place} km {(hit.DistanceKm is { } km ? Number(km) : "-")} key {Number(hit.Key)} "
        + $"text {Number(hit.TextScore)}";

    private static string Word(UnderstoodWord word) =>
        $"word <{word.Written}> rarity {Number(word.Rarity)}: "
        + string.Join(" | ", word.Alternatives.Select(Alternative));

    private static string Alternative(UnderstoodAlternative alternative) =>
        $"{string.Join(alternative.IsPhrase ? '_' : '+', alternative.Stems)} × {Number(alternative.Weight)}";

    /// <summary>The shortest text that is this number and no other; 0 and −0 are the same here.</summary>
    private static string Number(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);

    private static string Number(float number) => (number + 0f).ToString("R", CultureInfo.InvariantCulture);

    private static string Differences<T>(T value, T plain) => "{ " + string.Join(", ",
        from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let text = Value(property.GetValue(value))
        where text != Value(property.GetValue(plain))
        select $"{property.Name} = {text}") + " }";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Value))}]",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
