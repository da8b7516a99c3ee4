using System.Globalization;
using Benevolat.Web.Api;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Web.Components.Parts;

/// <summary>A search as its address says it, in French; knows how to say itself to the service and to the next link.</summary>
public sealed record SearchQuery
{
    public const int DefaultRadius = 15;
    public static readonly IReadOnlyList<int> Radii = [2, 5, 10, 15, 30, 50, 100];
    private static readonly string[] Sorts = ["pertinence", "distance", "date", "recentes"];

    public string? What { get; init; }
    public string? Where { get; init; }
    public string? Commune { get; init; }
    public int RadiusKm { get; init; } = DefaultRadius;
    public IReadOnlyList<string> Domains { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Remotes { get; init; } = [];
    public string? Sort { get; init; }
    public string? Cursor { get; init; }

    public bool IsFiltered => Domains.Count + Kinds.Count + Remotes.Count > 0;

    public static SearchQuery From(IQueryCollection query) => new()
    {
        What = Text(query, "quoi", 200),
        Where = Text(query, "ou", 80),
        Commune = Text(query, "commune", 5),
        RadiusKm = int.TryParse(query["rayon"], NumberStyles.None, CultureInfo.InvariantCulture, out var radius) ? Math.Clamp(radius, 1, 200) : DefaultRadius,
        Domains = Many(query, "domaine"),
        Kinds = Many(query, "type"),
        Remotes = Many(query, "presence"),
        Sort = Text(query, "tri", 12) is { } sort && Sorts.Contains(sort) ? sort : null,
        Cursor = Text(query, "suite", 1_000),
    };

    /// <summary>What a facet's links choose among; the name is the one in the address.</summary>
    public IReadOnlyList<string> Chosen(string facet) => facet switch { "domaine" => Domains, "type" => Kinds, "presence" => Remotes, _ => [] };

    /// <summary>The same search with one value more, or less, back on its first page.</summary>
    public SearchQuery Toggle(string facet, string value)
    {
        IReadOnlyList<string> toggled = Chosen(facet).Contains(value) ? [.. Chosen(facet).Where(chosen => chosen != value)] : [.. Chosen(facet), value];
        return facet switch
        {
            "domaine" => this with { Domains = toggled, Cursor = null },
            "type" => this with { Kinds = toggled, Cursor = null },
            _ => this with { Remotes = toggled, Cursor = null },
        };
    }

    /// <summary>The filters and the sorting, which the form carries along hidden.</summary>
    public IEnumerable<(string Name, string Value)> Filters() =>
    [
        .. Domains.Select(value => ("domaine", value)), .. Kinds.Select(value => ("type", value)),
        .. Remotes.Select(value => ("presence", value)), .. Sort is null ? Array.Empty<(string, string)>() : [("tri", Sort)],
    ];

    public string Url()
    {
        List<KeyValuePair<string, string?>> parts = [];
        if (What is not null) { parts.Add(new("quoi", What)); }
        if (Where is not null) { parts.Add(new("ou", Where)); }
        if (Commune is not null) { parts.Add(new("commune", Commune)); }
        if (RadiusKm != DefaultRadius) { parts.Add(new("rayon", RadiusKm.ToString(CultureInfo.InvariantCulture))); }
        parts.AddRange(Filters().Select(filter => new KeyValuePair<string, string?>(filter.Name, filter.Value)));
        if (Cursor is not null) { parts.Add(new("suite", Cursor)); }
        return QueryHelpers.AddQueryString("/missions", parts);
    }

    /// <summary>The next wider radius, for a search that found nothing.</summary>
    public SearchQuery? Wider() => Radii.FirstOrDefault(radius => radius > RadiusKm) is > 0 and var wider ? this with { RadiusKm = wider, Cursor = null } : null;

    public IEnumerable<KeyValuePair<string, string?>> ToApi(PlaceItem? near)
    {
        if (What is not null) { yield return new("q", What); }
        if (near?.Coordinates is [var longitude, var latitude])
        {
            yield return new("near", string.Create(CultureInfo.InvariantCulture, $"{latitude},{longitude}"));
            yield return new("radiusKm", RadiusKm.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var domain in Domains) { yield return new("domain", domain); }
        foreach (var kind in Kinds) { yield return new("kind", kind); }
        foreach (var remote in Remotes) { yield return new("remote", remote); }
        yield return new("sort", ApiSort(near is not null));
        if (Cursor is not null) { yield return new("cursor", Cursor); }
    }

    /// <summary>How the results are in fact sorted: what was asked, else what helps most.</summary>
    public string EffectiveSort(bool hasPlace) => Sort switch
    {
        null or "distance" when hasPlace && What is null => "distance",
        "distance" when !hasPlace => What is null ? "recentes" : "pertinence",
        null => What is null ? "recentes" : "pertinence",
        var chosen => chosen,
    };

    private string ApiSort(bool hasPlace) => EffectiveSort(hasPlace) switch { "distance" => "distance", "date" => "date", "recentes" => "newest", _ => "relevance" };

    private static string? Text(IQueryCollection query, string name, int longest) =>
        query[name].ToString().Trim() is { Length: > 0 } text && !text.Any(char.IsControl) ? text[..Math.Min(text.Length, longest)] : null;

    private static List<string> Many(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().Where(value => value.Length is > 0 and < 60 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')).Distinct().Take(20)];
}
