using System.ComponentModel;
using FluentValidation;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>One page of a list. <paramref name="Next"/> is the cursor of the next one, null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How a list is asked for.</summary>
public sealed record PageRequest(
    [property: Description("How many items, 1 to 100; 20 when absent.")] int? Limit,
    [property: Description("`next` of the page before.")] string? Cursor)
{
    public int Size => Limit ?? 20;
}

/// <summary>Refuses page sizes that nobody needs and cursors that are none of ours; used by <c>Validated&lt;PageRequest&gt;()</c>.</summary>
public sealed class PageRequestValidator : AbstractValidator<PageRequest>
{
    public PageRequestValidator()
    {
        RuleFor(page => page.Limit).InclusiveBetween(1, Paging.LargestPage);
        RuleFor(page => page.Cursor).MaximumLength(1_000);
    }
}

/// <summary>Helpers for lists over HTTP.</summary>
public static class Paging
{
    public const int LargestPage = 100;

    /// <summary>Cuts a list that was read with one item more than asked, and says in <c>Link</c> where it goes on (RFC 8288).</summary>
    public static Page<T> ToPage<T>(this HttpContext http, IReadOnlyList<T> oneMoreThanAsked, int size, Func<T, string> cursorAfter)
    {
        if (oneMoreThanAsked.Count <= size) { return new Page<T>(oneMoreThanAsked, null); }

        var items = oneMoreThanAsked.Take(size).ToList();
        var next = cursorAfter(items[^1]);
        http.SetNextLink(next);
        return new Page<T>(items, next);
    }

    public static void SetNextLink(this HttpContext http, string next)
    {
        // Filters that repeat stay apart: joined by a comma they would be another search.
        var query = http.Request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var url = QueryHelpers.AddQueryString($"{http.Request.PathBase}{http.Request.Path}", query.Append(new("cursor", next)));
        http.Response.Headers.Link = $"<{url}>; rel=\"next\"";
    }
}
