using Benevolat.Missions.Domain;
using FluentValidation;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>A search that the caller keeps.</summary>
/// <param name="Query">As in the address of a search: <c>q=devoirs&amp;department=69</c>.</param>
/// <param name="Alerts">How often to hear of new missions that fit.</param>
public sealed record SavedSearchResponse(Guid Id, string Name, string Query, AlertPace Alerts, DateTimeOffset CreatedAt)
{
    internal static SavedSearchResponse From(SavedSearch search) => new(search.Id, search.Name, search.Query, search.Alerts, search.CreatedAt);
}

internal static class SavedSearchRules
{
    public static void IsNameOfSearch<T>(this IRuleBuilder<T, string?> name) => name.NotEmpty().MaximumLength(SavedSearch.LongestName);
}
