using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>Counts of values over what fits, each facet without its own filter.</summary>
internal static class Facets
{
    public const string Domain = "domain";
    public const string Kind = "kind";
    public const string Remote = "remote";
    public const string Department = "department";
    public const string Activity = "activity";
    public const string Audience = "audience";

    private static readonly string[] Names = [Domain, Kind, Remote, Department, Activity, Audience];

    /// <param name="saying">The missions that have the words.</param>
    public static Dictionary<string, IReadOnlyList<FacetCount>> Count(IReadOnlyCollection<MissionDocument> saying, Filters filters) =>
        Names.ToDictionary(name => name, name => Count(
            saying.Where(mission => filters.Passes(mission, except: name)).SelectMany(mission => Values(name, mission, filters))));

    private static IReadOnlyList<FacetCount> Count(IEnumerable<string> values) =>
        [.. values.GroupBy(value => value, StringComparer.Ordinal).Select(group => new FacetCount(group.Key, group.Count()))
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];

    private static IEnumerable<string> Values(string name, MissionDocument mission, Filters filters) => name switch
    {
        Domain => [mission.Domain],
        Kind => [mission.Kind],
        Remote => [mission.Remote],
        Department => filters.Departments(mission),
        Activity => mission.Activities.Distinct(),
        _ => mission.Audiences.Distinct(),
    };
}
