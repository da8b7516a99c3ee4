namespace Benevolat.Index.Matching;

/// <summary>How many are wanted, when, and without whom.</summary>
public sealed record MatchAsk
{
    public const int MostHits = 500;

    /// <summary>Shifts that start later than this count.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Up to <see cref="MostHits"/>.</summary>
    public int Count { get; init; } = 20;

    /// <summary>Missions (or volunteers, where volunteers are looked for) that aren't wanted: applied for already, for instance.</summary>
    public IReadOnlyCollection<Guid> Excluded { get; init; } = [];

    /// <summary>Organisations whose missions aren't wanted: the volunteer's own.</summary>
    public IReadOnlyCollection<Guid> ExcludedOrganisations { get; init; } = [];

    /// <summary>For measurements: how much of the machinery is used.</summary>
    internal MatchMeans Means { get; init; }
}

/// <summary>All of them give the same answer.</summary>
internal enum MatchMeans
{
    /// <summary>Only the ground within reach, eight rows at a time.</summary>
    Everything,

    /// <summary>All rows, eight at a time.</summary>
    WithoutGround,

    /// <summary>All rows, one by one.</summary>
    Plain,
}
