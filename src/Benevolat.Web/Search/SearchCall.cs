using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Pair = System.Collections.Generic.KeyValuePair<string, string?>;

namespace Benevolat.Web.Search;

/// <summary>A search as the service is asked for it.</summary>
public static class SearchCall
{
    /// <summary>The orders of results: their names in the site's address and at the service.</summary>
    public static readonly IReadOnlyList<(string Name, string Api)> Sorts =
        [("pertinence", "relevance"), ("distance", "distance"), ("date", "date"), ("recentes", "newest")];

    /// <summary>One page of results.</summary>
    public static IEnumerable<Pair> Page(SearchQuery query, GeoPoint? near)
    {
        IEnumerable<Pair> first = [.. Filters(query, near), new("sort", Sort(query, near))];
        return query.Cursor is null ? first : first.Append(new("cursor", query.Cursor));
    }

    /// <summary>The filters alone, for what has no pages: the points of the map, the feed.</summary>
    public static IEnumerable<Pair> Filters(SearchQuery query, GeoPoint? near)
    {
        if (query.What is not null) { yield return new("q", query.What); }
        if (near is not null)
        {
            yield return new("near", near.ToString());
            yield return new("radiusKm", Number(query.RadiusKm));
        }

        if (query.Frame is not null) { yield return new("bbox", query.Frame.ToString()); }
        foreach (var (filter, value) in query.Choices) { yield return new(SearchFilter.Named(filter).Api, value); }
        if (query.From is { } from) { yield return new("from", Day(from)); }
        if (query.Until is { } until) { yield return new("to", Day(until)); }
        if (query.Moments.Count > 0) { yield return new("hours", string.Join(',', Moments.Hours(query.Moments))); }
        if (query.MaxHours is { } hours) { yield return new("maxHoursPerWeek", Number(hours)); }
        if (query.OpenToMinors) { yield return new("openToMinors", "true"); }
        if (query.ReducedMobility) { yield return new("reducedMobility", "true"); }
        if (query.GroupOf is { } people) { yield return new("groupOf", Number(people)); }
    }

    /// <summary>The public address of a representation of the same search: GeoJSON, Atom.</summary>
    public static string Url(string path, SearchQuery query, GeoPoint? near) =>
        QueryHelpers.AddQueryString($"/api/v1/{path}", Filters(query, near));

    /// <summary>What a saved search keeps: the filters and the sorting, as the service's own query string.</summary>
    public static string Saved(SearchQuery query, GeoPoint? near) =>
        QueryHelpers.AddQueryString("", [.. Filters(query, near), new Pair("sort", Sort(query, near))]).TrimStart('?');

    private static string Sort(SearchQuery query, GeoPoint? near) =>
        Sorts.First(sort => sort.Name == query.EffectiveSort(near is not null)).Api;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
