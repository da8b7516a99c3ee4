using Benevolat.Index.Geography;

namespace Benevolat.Index.Search;

/// <summary>
/// What is searched for. Lists mean "any of"; null or empty means "no matter". A mission that does not say (hours, dates, hours
/// per week) fits every filter on it. Whoever asks has checked the values: the index takes any, and finds nothing for unknown ones.
/// </summary>
public sealed record MissionQuery
{
    public string? Text { get; init; }
    public GeoPoint? Near { get; init; }

    /// <summary>Great-circle distance from <see cref="Near"/> in kilometres; without <see cref="Near"/> it has no meaning.</summary>
    public double? RadiusKm { get; init; }
    public GeoBox? Box { get; init; }
    public IReadOnlyList<string> Departments { get; init; } = [];
    public IReadOnlyList<string> Domains { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Where it names <c>full</c>, missions done wholly from home fit every place.</summary>
    public IReadOnlyList<string> Remotes { get; init; } = [];
    public IReadOnlyList<string> Activities { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<Guid> Organisations { get; init; } = [];
    public IReadOnlyList<string> Networks { get; init; } = [];
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public IReadOnlyList<int> WeekHours { get; init; } = [];
    public decimal? MaxHoursPerWeek { get; init; }
    public bool OpenToMinors { get; init; }
    public bool ReducedMobility { get; init; }

    /// <summary>Published later than this…</summary>
    public DateTimeOffset? PublishedAfter { get; init; }

    /// <summary>…and not later than this: what is new for somebody who looked before.</summary>
    public DateTimeOffset? PublishedUntil { get; init; }

    /// <summary>At least so many places left.</summary>
    public int GroupOf { get; init; }
    public MissionSort Sort { get; init; }
    public int Limit { get; init; } = 20;

    /// <summary>The last hit of the page before, of the same query.</summary>
    public MissionPosition? After { get; init; }

    /// <summary>The day from which freshness is counted (Europe/Paris); pages of one search keep theirs.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether to count facets; a page after the first may do without.</summary>
    public bool WithFacets { get; init; } = true;
}

/// <summary>What comes first. Ties go to the higher id, which is the younger mission.</summary>
public enum MissionSort
{
    /// <summary>By <see cref="Relevance"/>.</summary>
    Relevance,

    /// <summary>Nearest first; missions without a place last.</summary>
    Distance,

    /// <summary>Those that start first; those without a date last.</summary>
    Date,

    /// <summary>Published last.</summary>
    Newest,
}

/// <summary>Where a page ended: the sort key (smaller comes first) and the id.</summary>
public sealed record MissionPosition(double Key, Guid Id);
