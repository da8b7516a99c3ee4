using System.Runtime.CompilerServices;
using Benevolat.Index.Geography;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>A query's filters as numbers. Those that are facets say which of them fails, so that a facet can count without its own.</summary>
internal sealed class Filters
{
    /// <summary>What no facet forgives.</summary>
    public const int Fails = -1;

    private static readonly byte[] NothingFails = new byte[byte.MaxValue + 1];

    private readonly MissionQuery _query;
    private readonly UnitVector _origin;
    private readonly float _farthest;
    private readonly GeoBox? _box;

    /// <summary>By code: the facet's bit where its filter fails. Looked up instead of decided, since processors guess badly here.</summary>
    private readonly byte[] _domains;
    private readonly byte[] _kinds;
    private readonly byte[] _remotes;
    private readonly bool[]? _departments;
    private readonly bool[]? _activities;
    private readonly bool[]? _audiences;
    private readonly bool[]? _skills;
    private readonly bool[]? _organisations;
    private readonly bool[]? _networks;
    private readonly bool[]? _hours;
    private readonly RecordFlags _flags;
    private readonly int _from;
    private readonly int _to;
    private readonly int _mostHours;
    private readonly long _publishedAfter;
    private readonly long _publishedUntil;
    private readonly int _fullyRemote;
    private readonly bool _asksForDetails;

    public Filters(MissionQuery query, Codebooks codes)
    {
        (_query, _fullyRemote) = (query, codes.FullyRemote);
        HasNear = query.Near is not null;
        _origin = HasNear ? UnitVector.Of(query.Near!.Value) : default;
        HasRadius = HasNear && query.RadiusKm is not null;
        // Without a radius anything is near enough, nowhere too.
        _farthest = HasRadius ? UnitVector.SquaredChord(query.RadiusKm!.Value) : float.PositiveInfinity;
        (_box, HasPlace) = (query.Box, HasRadius || query.Box is not null);
        NowhereFits = query.Remotes.Contains("full");
        (_domains, _kinds) = (Failing(Facet.Domain, Set(query.Domains, codes.Domains)), Failing(Facet.Kind, Set(query.Kinds, codes.Kinds)));
        (_remotes, _departments) = (Failing(Facet.Remote, Set(query.Remotes, codes.Remotes)), Set(query.Departments, codes.Departments));
        (_activities, _audiences) = (Set(query.Activities, codes.Activities), Set(query.Audiences, codes.Audiences));
        (_skills, _networks) = (Set(query.Skills, codes.Skills), Set(query.Networks, codes.Networks));
        _organisations = Set(query.Organisations, codes.Organisations);
        _hours = query.WeekHours.Count == 0 ? null : SetOf([.. query.WeekHours.Where(hour => hour < 168)], 168);
        _flags = (query.OpenToMinors ? RecordFlags.OpenToMinors : 0) | (query.ReducedMobility ? RecordFlags.ReducedMobility : 0);
        (_from, _to) = (query.From?.DayNumber ?? int.MinValue, query.To?.DayNumber ?? int.MaxValue);
        _publishedAfter = query.PublishedAfter is { } after ? MissionRecords.Microseconds(after) : long.MinValue;
        _publishedUntil = query.PublishedUntil is { } until ? MissionRecords.Microseconds(until) : long.MaxValue;
        _asksForDetails = _skills is not null || _networks is not null || _organisations is not null || _hours is not null || query.GroupOf > 0
            || query.From is not null || query.To is not null || query.PublishedAfter is not null || query.PublishedUntil is not null
            || query.MaxHoursPerWeek is not null;
        _mostHours = query.MaxHoursPerWeek switch { null => int.MaxValue, <= -0.05m => -1, { } hours => MissionRecords.Tenths(hours) };
    }

    public bool HasNear { get; }

    public bool HasRadius { get; }

    public bool HasPlace { get; }

    public bool HasDepartments => _departments is not null;

    /// <summary>Whether missions done wholly from home fit every place.</summary>
    public bool NowhereFits { get; }

    /// <summary>How far away, as a squared chord; infinite for nowhere and without a place to be near to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ChordTo(in MissionSpot spot) => spot.Place < 0 ? float.PositiveInfinity : ChordTo(spot.Position);

    /// <inheritdoc cref="ChordTo(in MissionSpot)"/>
    public float ChordTo(in Families.Member member) => member.IsNowhere ? float.PositiveInfinity : ChordTo(member.Position);

    /// <summary>Whether this placement, which has no siblings, lies where it should.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool FitsPlace(Segment segment, int placement)
    {
        ref readonly var facts = ref segment.Facts[placement];
        return FitsPlace(segment, placement, facts.Has(RecordFlags.Nowhere), facts.Remote, ChordTo(segment.Spots[placement]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool FitsPlace(Segment segment, int placement, bool isNowhere, byte remote, float chord)
    {
        if (!HasPlace) { return true; }
        if (isNowhere) { return NowhereFits && remote == _fullyRemote; }
        if (chord > _farthest) { return false; }
        if (_box is not { } box) { return true; }

        ref readonly var details = ref segment.Details[placement];
        return box.Contains(new GeoPoint(details.Latitude, details.Longitude));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool FitsDepartment(in MissionFacts facts) => FitsDepartment(facts.Has(RecordFlags.Nowhere), facts.Remote, facts.Department);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool FitsDepartment(bool isNowhere, byte remote, ushort department) =>
        _departments is null || (isNowhere ? NowhereFits && remote == _fullyRemote : Has(_departments, department));

    /// <summary>The facets (as bits of <see cref="Facet"/>) whose filter fails, or <see cref="Fails"/>; place and department apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Failed(Segment segment, int placement)
    {
        ref readonly var facts = ref segment.Facts[placement];
        if ((facts.Flags & _flags) != _flags || (_asksForDetails && !FitsDetails(segment.Details[placement], segment.Values))) { return Fails; }

        var failed = _domains[facts.Domain] | _kinds[facts.Kind] | _remotes[facts.Remote];
        if (_activities is not null && !HasAny(_activities, segment.Values[segment.Labels[placement].Activities])) { failed |= 1 << (int)Facet.Activity; }
        if (_audiences is not null && !HasAny(_audiences, segment.Values[segment.Labels[placement].Audiences])) { failed |= 1 << (int)Facet.Audience; }
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float ChordTo(in UnitVector position) => HasNear ? position.SquaredChord(_origin) : float.PositiveInfinity;

    private bool FitsDetails(in MissionDetails details, ValueLists lists) =>
        details.PlacesLeft >= _query.GroupOf
        && (_organisations is null || Has(_organisations, details.Organisation))
        && (_networks is null || Has(_networks, details.Network))
        && (details.HoursPerWeek == MissionDetails.NoHours || details.HoursPerWeek <= _mostHours)
        && details.PublishedAt > _publishedAfter && details.PublishedAt <= _publishedUntil
        && FitsDates(details, lists)
        && (_hours is null || details.WeekHours == 0 || HasAny(_hours, lists[details.WeekHours]))
        && (_skills is null || HasAny(_skills, lists[details.Skills]));

    private bool FitsDates(in MissionDetails details, ValueLists lists)
    {
        if (_from == int.MinValue && _to == int.MaxValue) { return true; }
        if ((details.EndsOn != MissionDetails.NoDate && details.EndsOn < _from) || (details.StartsOn != MissionDetails.NoDate && details.StartsOn > _to)) { return false; }
        if (details.ShiftDays == 0) { return true; }

        foreach (var day in lists[details.ShiftDays])
        {
            if (day >= _from && day <= _to) { return true; }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(bool[] set, int code) => code < set.Length && set[code];

    private static bool HasAny(bool[] set, ReadOnlySpan<int> codes)
    {
        foreach (var code in codes)
        {
            if (Has(set, code)) { return true; }
        }

        return false;
    }

    private static bool[]? Set<TValue>(IReadOnlyList<TValue> values, Codebook<TValue> codes)
        where TValue : notnull =>
        values.Count == 0 ? null : SetOf(codes.Find(values), 0);

    private static byte[] Failing(Facet facet, bool[]? wanted)
    {
        if (wanted is null) { return NothingFails; }

        var failing = new byte[NothingFails.Length];
        for (var code = 0; code < failing.Length; code++) { failing[code] = Has(wanted, code) ? (byte)0 : (byte)(1 << (int)facet); }
        return failing;
    }

    private static bool[] SetOf(IReadOnlyCollection<int> codes, int size)
    {
        var set = new bool[Math.Max(size, codes.DefaultIfEmpty().Max() + 1)];
        foreach (var code in codes.Where(code => code >= 0)) { set[code] = true; }
        return set;
    }
}

/// <summary>What is counted over the whole result.</summary>
internal enum Facet { Domain, Kind, Remote, Department, Activity, Audience }
