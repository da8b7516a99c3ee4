using Benevolat.Index.Search;
using Benevolat.Index.Tests.Reference;

namespace Benevolat.Index.Tests;

/// <summary>Asks the engine and the reference, and fails where they disagree in anything.</summary>
internal static class Same
{
    public static MissionHits Find(ReferenceSnapshot reference, MissionSnapshot engine, MissionQuery query)
    {
        var found = engine.Find(query);
        Equal(Show.Answer(reference.Find(query)), Show.Answer(found), $"Find {Show.Query(query)}");
        return found;
    }

    public static IReadOnlyList<MissionHit> FindSimilar(ReferenceSnapshot reference, MissionSnapshot engine, Guid id, int limit)
    {
        var found = engine.FindSimilar(id, limit, Missions.Today);
        Equal(Show.Answer(reference.FindSimilar(id, limit)), Show.Answer(found), $"FindSimilar {id} {limit}");
        return found;
    }

    /// <summary>With room for every place; and the same places gathered into clusters, of which none gets lost.</summary>
    public static MissionMap Map(ReferenceSnapshot reference, MissionSnapshot engine, MissionQuery query)
    {
        var expected = reference.Map(query);
        var map = engine.Map(query, zoom: 10, most: Math.Max(1, expected.Points.Count));
        Equal(Show.Points(expected), Show.Points(map), $"Map {Show.Query(query)}");
        Assert.Empty(map.Clusters);
        if (expected.Points.Count < 2) { return map; }
        var gathered = engine.Map(query, zoom: 4, most: expected.Points.Count - 1);
        Assert.Equal(expected.Total, gathered.Total);
        Assert.Equal(expected.Points.Count, gathered.Points.Count + gathered.Clusters.Sum(cluster => cluster.Count));
        Assert.Empty(gathered.Points.Except(expected.Points));
        return map;
    }

    public static void Equal(string expected, string actual, string about)
    {
        if (expected != actual) { Assert.Fail($"{about}\n--- expected\n{expected}\n--- but was\n{actual}"); }
    }
}
