using Benevolat.Index.Geography;

namespace Benevolat.Index.Search;

/// <summary>A published mission as the index takes it in. Codes (domain, kind, activities…) are the API's kebab-case strings.</summary>
public sealed record MissionDocument
{
    public required Guid Id { get; init; }

    /// <summary>Grows with every change; comes back with each hit, so that whoever keeps what to show knows if it is current.</summary>
    public required long Revision { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>The publishing network's client id, or null.</summary>
    public string? Network { get; init; }
    public required string Domain { get; init; }
    public required string Kind { get; init; }

    /// <summary><c>no</c>, <c>possible</c> or <c>full</c>.</summary>
    public required string Remote { get; init; }
    public IReadOnlyList<MissionPlace> Places { get; init; } = [];
    public IReadOnlyList<string> Activities { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }

    /// <summary>Days (Europe/Paris) on which a shift takes place; empty when the mission has no shifts.</summary>
    public IReadOnlyList<DateOnly> ShiftDays { get; init; } = [];

    /// <summary>Hours of the week, 0 (Monday 00:00) to 167; empty when they are free.</summary>
    public IReadOnlyList<int> WeekHours { get; init; } = [];
    public decimal? HoursPerWeek { get; init; }
    public bool OpenToMinors { get; init; }
    public bool ReducedMobility { get; init; }

    /// <summary>Counted up to 65,535.</summary>
    public int PlacesLeft { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The share of applications that the organisation answered, 0 to 1; null while it is too new to tell.</summary>
    public double? AnswerRate { get; init; }
}

/// <summary>One of a mission's addresses.</summary>
public sealed record MissionPlace(string Commune, string Postcode, string Department, GeoPoint Point);
