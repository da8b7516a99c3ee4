namespace Benevolat.Benchmarks.Matching;

/// <summary>How the verb <c>matching</c> runs.</summary>
internal sealed record MatchingOptions
{
    public required IReadOnlyList<int> Sizes { get; init; }
    public required int Repeats { get; init; }
    public required int Volunteers { get; init; }
    public required (int Volunteers, int Missions) Batch { get; init; }
    public required TimeSpan Patience { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>The official list of communes, or null.</summary>
    public required string? Communes { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string Out { get; init; }
}
