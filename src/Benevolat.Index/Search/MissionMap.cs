namespace Benevolat.Index.Search;

/// <summary>What a map shows.</summary>
/// <param name="Total">How many missions fit (each counted once).</param>
public sealed record MissionMap(IReadOnlyList<MapPoint> Points, IReadOnlyList<MapCluster> Clusters, int Total);

/// <summary>One mission at one of its places.</summary>
public readonly record struct MapPoint(Guid Id, long Revision, int Place, double Longitude, double Latitude);

/// <summary>Several missions near each other: their number and their middle.</summary>
public readonly record struct MapCluster(int Count, double Longitude, double Latitude);
