namespace Benevolat.Benchmarks.Searching;

/// <summary>How the verb <c>search</c> runs.</summary>
internal sealed record SearchOptions
{
    public required IReadOnlyList<int> Sizes { get; init; }
    public required int Repeats { get; init; }
    public required int Questions { get; init; }
    public required IReadOnlyList<string> Engines { get; init; }
    public required int UpdatesPerSecond { get; init; }

    /// <summary>How long to wait for a quiet machine before each measurement.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>Missions behind the gateway; 0 leaves that part out.</summary>
    public required int OverHttp { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>The official list of communes, or null.</summary>
    public required string? Communes { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string Out { get; init; }

    /// <summary>Where servers and indexes keep their files during the run.</summary>
    public required string Work { get; init; }
}
