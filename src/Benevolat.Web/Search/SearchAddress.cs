using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Pair = System.Collections.Generic.KeyValuePair<string, string?>;

namespace Benevolat.Web.Search;

/// <summary>A search as its address says it, in French. What an address can't mean is left out, so that any address gives a page.</summary>
public static class SearchAddress
{
    public const string List = "/missions";
    public const string Map = "/missions/carte";
    private const int LongestRadius = 200;
    private const int MostChoices = 40;
    private const int LargestGroup = 1_000;
    private const int HoursOfAWeek = 168;

    public static SearchQuery Read(IQueryCollection query, bool onMap = false) => new()
    {
        What = Text(query, "quoi", 200),
        Where = Text(query, "ou", 80),
        Commune = Text(query, "commune", 5),
        Point = GeoPoint.Parse(query["pres"]),
        RadiusKm = Math.Clamp(Whole(query, "rayon", int.MaxValue) ?? SearchQuery.DefaultRadius, 1, LongestRadius),
        Frame = GeoBox.Parse(query["cadre"]),
        Choices = [.. SearchFilter.All.SelectMany(filter => filter.Choose(Values(query, filter.Name))).Take(MostChoices)],
        From = Day(query, "du"),
        Until = Day(query, "au"),
        Moments = [.. Values(query, "quand").Where(Moments.Knows)],
        MaxHours = Whole(query, "heures", HoursOfAWeek),
        OpenToMinors = query["mineurs"] == "oui",
        ReducedMobility = query["accessible"] == "oui",
        GroupOf = Whole(query, "groupe", LargestGroup),
        Sort = SearchCall.Sorts.FirstOrDefault(sort => sort.Name == query["tri"]).Name,
        Cursor = Text(query, "suite", 1_000),
        OnMap = onMap,
    };

    public static string Url(this SearchQuery query) => QueryHelpers.AddQueryString(query.OnMap ? Map : List, Parts(query));

    /// <summary>The same search at another address of the site, such as the form that saves it.</summary>
    public static string Url(this SearchQuery query, string path) => QueryHelpers.AddQueryString(path, Parts(query));

    /// <summary>What the search form has no visible field for and carries along hidden.</summary>
    public static IEnumerable<Pair> Hidden(this SearchQuery query) =>
    [
        .. Named("commune", query.Commune), .. Named("pres", query.Where is null ? query.Point?.ToString() : null),
        .. Named("cadre", query.Frame?.ToString()), .. Choices(query), .. Named("tri", query.Sort),
    ];

    private static IEnumerable<Pair> Parts(SearchQuery query) =>
    [
        .. Named("quoi", query.What), .. Named("ou", query.Where), .. Named("commune", query.Commune),
        .. Named("pres", query.Point?.ToString()),
        .. Named("rayon", query.RadiusKm == SearchQuery.DefaultRadius ? null : Number(query.RadiusKm)),
        .. Named("cadre", query.Frame?.ToString()),
        .. Choices(query), .. Named("du", Day(query.From)), .. Named("au", Day(query.Until)),
        .. query.Moments.Select(moment => new Pair("quand", moment)), .. Named("heures", Number(query.MaxHours)),
        .. Named("mineurs", query.OpenToMinors ? "oui" : null), .. Named("accessible", query.ReducedMobility ? "oui" : null),
        .. Named("groupe", Number(query.GroupOf)), .. Named("tri", query.Sort), .. Named("suite", query.Cursor),
    ];

    private static IEnumerable<Pair> Choices(SearchQuery query) => query.Choices.Select(choice => new Pair(choice.Filter, choice.Value));

    private static IEnumerable<Pair> Named(string name, string? value) => value is null ? [] : [new(name, value)];

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(IQueryCollection query, string name, int longest) =>
        query[name].ToString().Trim() is { Length: > 0 } text && !text.Any(char.IsControl) ? text[..Math.Min(text.Length, longest)] : null;

    private static IEnumerable<string> Values(IQueryCollection query, string name) => query[name].OfType<string>().Distinct();

    private static int? Whole(IQueryCollection query, string name, int most) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : null;

    private static DateOnly? Day(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
