using Benevolat.Index.Geography;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>Everything about a query but its words. Places are numbered as in the document; −1 is nowhere.</summary>
internal sealed class Filters(MissionQuery query)
{
    public const int Nowhere = -1;

    private readonly UnitVector? _near = query.Near is { } point ? UnitVector.Of(point) : null;
    private readonly float? _reach = query is { Near: not null, RadiusKm: { } km } ? UnitVector.SquaredChord(km) : null;

    /// <param name="except">The name of the facet whose own filter is left out.</param>
    public bool Passes(MissionDocument mission, string? except = null) =>
        (except == Facets.Department ? InGeography(mission).Any() : Fitting(mission).Any())
        && (except == Facets.Domain || IsAny(query.Domains, mission.Domain))
        && (except == Facets.Kind || IsAny(query.Kinds, mission.Kind))
        && (except == Facets.Remote || IsAny(query.Remotes, mission.Remote))
        && (except == Facets.Activity || AreAny(query.Activities, mission.Activities))
        && (except == Facets.Audience || AreAny(query.Audiences, mission.Audiences))
        && AreAny(query.Skills, mission.Skills)
        && (query.Organisations.Count == 0 || query.Organisations.Contains(mission.OrganisationId))
        && (query.Networks.Count == 0 || (mission.Network is { } network && query.Networks.Contains(network)))
        && IsInTime(mission)
        && (query.PublishedAfter is not { } after || Microseconds.Of(mission.PublishedAt) > Microseconds.Of(after))
        && (query.PublishedUntil is not { } until || Microseconds.Of(mission.PublishedAt) <= Microseconds.Of(until))
        && (query.WeekHours.Count == 0 || mission.WeekHours.Count == 0 || query.WeekHours.Intersect(mission.WeekHours).Any())
        && (query.MaxHoursPerWeek is not { } most || mission.HoursPerWeek is not { } hours || Tenths(hours) <= Tenths(most))
        && (!query.OpenToMinors || mission.OpenToMinors)
        && (!query.ReducedMobility || mission.ReducedMobility)
        && (query.GroupOf <= 0 || Math.Min(mission.PlacesLeft, 65535) >= query.GroupOf);

    /// <summary>The departments in which the mission can be found, each once.</summary>
    public IEnumerable<string> Departments(MissionDocument mission) =>
        InGeography(mission).Where(place => place != Nowhere).Select(place => mission.Places[place].Department).Distinct();

    /// <summary>The mission's places that the geographic and the department filter let through.</summary>
    public IEnumerable<int> Fitting(MissionDocument mission) =>
        InGeography(mission).Where(place => query.Departments.Count == 0
            || (place == Nowhere ? NowhereIsWanted(mission) : query.Departments.Contains(mission.Places[place].Department)));

    /// <summary>The nearest of them, or the first where nothing is near; nowhere only if it must be.</summary>
    public (int Place, float SquaredChord) Shown(MissionDocument mission) =>
        Fitting(mission).Select(place => (place, chord: SquaredChord(mission, place)))
            .OrderBy(shown => shown.place == Nowhere).ThenBy(shown => shown.chord).ThenBy(shown => shown.place).First();

    private IEnumerable<int> InGeography(MissionDocument mission) => PlacesOf(mission).Where(place => IsInGeography(mission, place));

    public static IEnumerable<int> PlacesOf(MissionDocument mission) =>
        mission.Remote == "full" || mission.Places.Count == 0
            ? [.. Enumerable.Range(0, mission.Places.Count), Nowhere]
            : Enumerable.Range(0, mission.Places.Count);

    private bool IsInGeography(MissionDocument mission, int place)
    {
        if (_reach is null && query.Box is null) { return true; }
        if (place == Nowhere) { return NowhereIsWanted(mission); }
        var point = mission.Places[place].Point;
        return (_reach is null || SquaredChord(mission, place) <= _reach)
            && (query.Box is not { } box || box.Contains(new GeoPoint((float)point.Latitude, (float)point.Longitude)));
    }

    private bool NowhereIsWanted(MissionDocument mission) => mission.Remote == "full" && query.Remotes.Contains("full");

    private float SquaredChord(MissionDocument mission, int place) =>
        _near is { } from && place != Nowhere ? UnitVector.Of(mission.Places[place].Point).SquaredChord(from) : float.PositiveInfinity;

    private bool IsInTime(MissionDocument mission)
    {
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        return (query.From is null && query.To is null)
            || ((mission.EndsOn is not { } end || end >= from) && (mission.StartsOn is not { } start || start <= to)
                && (mission.ShiftDays.Count == 0 || mission.ShiftDays.Any(day => day >= from && day <= to)));
    }

    private static decimal Tenths(decimal hours) => Math.Round(hours, 1, MidpointRounding.AwayFromZero);

    private static bool IsAny(IReadOnlyList<string> wanted, string value) => wanted.Count == 0 || wanted.Contains(value);

    private static bool AreAny(IReadOnlyList<string> wanted, IReadOnlyList<string> values) =>
        wanted.Count == 0 || wanted.Intersect(values).Any();
}
