using System.Globalization;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>A search as it stands in an address, read back: what somebody keeps must still be a search when alerts run it.</summary>
internal static class SavedQuery
{
    private static readonly Rule Unknown = new("search.unknown",
        "« {name} » n'est pas un critère de recherche.", "“{name}” is no search criterion.");

    private static readonly Rule Wrong = new("search.value",
        "La valeur de « {name} » ne convient pas.", "The value of “{name}” doesn't fit.");

    /// <summary>Leaves out what belongs to one reading of the results only, and sorts the rest: one search, one spelling.</summary>
    public static string Tidy(string query) => QueryHelpers.AddQueryString("", QueryHelpers.ParseQuery(query)
        .Where(pair => pair.Key is not ("cursor" or "limit" or "explain"))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => KeyValuePair.Create(pair.Key, value))))
        .TrimStart('?');

    /// <summary>The request that this query would make.</summary>
    /// <exception cref="ProblemException">400 on <c>query</c> that says which criterion is wrong.</exception>
    public static SearchRequest Read(string query, IValidator<SearchRequest> validator)
    {
        var request = new Values(QueryHelpers.ParseQuery(query)).ToRequest();
        var result = validator.Validate(request);
        return result.IsValid ? request : throw new ProblemException(StatusCodes.Status400BadRequest, HttpRules.Validation,
            new Dictionary<string, string[]> { ["query"] = [.. result.Errors.Select(error => error.ErrorMessage).Distinct()] });
    }

    private sealed class Values(Dictionary<string, StringValues> values)
    {
        public SearchRequest ToRequest()
        {
            var request = new SearchRequest(
                One("q"), One("near"), Number("radiusKm"), One("bbox"), Many("department"), Many("domain"), Many("kind"), Many("remote"), Many("activity"),
                Many("audience"), Many("skill"), Date("from"), Date("to"), Many("hours"), (decimal?)Number("maxHoursPerWeek"), Flag("openToMinors"),
                Flag("reducedMobility"), (int?)Number("groupOf"), Ids("organisation"), Many("network"), One("sort"), null, null, null);
            return values.Count == 0 ? request : throw Refused(Unknown, values.Keys.First());
        }

        private string? One(string name) => Take(name) is [var value, ..] ? value : null;

        private string[]? Many(string name) => Take(name) is { Count: > 0 } found ? [.. found.Select(value => value!)] : null;

        private double? Number(string name) => One(name) is not { } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number : throw Refused(Wrong, name);

        private DateOnly? Date(string name) => One(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Refused(Wrong, name);

        private bool? Flag(string name) => One(name) is not { } text ? null : bool.TryParse(text, out var flag) ? flag : throw Refused(Wrong, name);

        private Guid[]? Ids(string name) => Many(name)?.Select(text => Guid.TryParse(text, out var id) ? id : throw Refused(Wrong, name)).ToArray();

        private StringValues Take(string name) => values.Remove(name, out var found) ? found : StringValues.Empty;

        private static ProblemException Refused(Rule rule, string name) => new(StatusCodes.Status400BadRequest, HttpRules.Validation,
            new Dictionary<string, string[]> { ["query"] = [rule.Localized(new Dictionary<string, object> { ["name"] = name })] });
    }
}
