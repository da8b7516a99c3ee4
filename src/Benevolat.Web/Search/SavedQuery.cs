using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Benevolat.Web.Search;

/// <summary>Reads the query string that a saved search keeps, whoever saved it: this site, an app, a script.</summary>
public static class SavedQuery
{
    /// <summary>The search on the site's pages. The place comes back as coordinates, since that is what was saved.</summary>
    public static SearchQuery Read(string saved)
    {
        var query = QueryHelpers.ParseQuery(saved);
        return new()
        {
            What = One(query, "q"),
            Point = GeoPoint.Parse(One(query, "near")),
            RadiusKm = Whole(query, "radiusKm") ?? SearchQuery.DefaultRadius,
            Frame = GeoBox.Parse(One(query, "bbox")),
            Choices = [.. SearchFilter.All.SelectMany(filter => filter.Choose(Many(query, filter.Api)))],
            From = Day(query, "from"),
            Until = Day(query, "to"),
            Moments = Moments.Of(Many(query, "hours").SelectMany(hours => hours.Split(','))),
            MaxHours = Whole(query, "maxHoursPerWeek"),
            OpenToMinors = One(query, "openToMinors") == "true",
            ReducedMobility = One(query, "reducedMobility") == "true",
            GroupOf = Whole(query, "groupOf"),
            Sort = SearchCall.Sorts.FirstOrDefault(sort => sort.Api == One(query, "sort")).Name,
        };
    }

    private static string? One(Dictionary<string, StringValues> query, string name) =>
        query.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Many(Dictionary<string, StringValues> query, string name) =>
        query.TryGetValue(name, out var values) ? values.OfType<string>() : [];

    private static int? Whole(Dictionary<string, StringValues> query, string name) =>
        double.TryParse(One(query, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and < 10_000 ? (int)Math.Round(number) : null;

    private static DateOnly? Day(Dictionary<string, StringValues> query, string name) =>
        DateOnly.TryParseExact(One(query, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
