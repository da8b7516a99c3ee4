using System.Runtime.CompilerServices;
using Benevolat.Index.Geography;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>A query's filters as numbers. Those that are facets say which of them fails, so that a facet can count without its own.</summary>
internal sealed class Filters
{
    /// <summary>What no facet forgives.</summary>
    public const int Fails = -1;

    private readonly MissionQuery _query;
    private readonly UnitVector _origin;
    private readonly float _farthest;
    private readonly bool[]? _domains;
    private readonly bool[]? _kinds;
    private readonly bool[]? _remotes;
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

    public Filters(MissionQuery query, Codebooks codes)
    {
        (_query, _fullyRemote) = (query, codes.FullyRemote);
        HasNear = query.Near is not null;
        _origin = HasNear ? UnitVector.Of(query.Near!.Value) : default;
        HasRadius = HasNear && query.RadiusKm is not null;
        // Without a radius anything is near enough, nowhere too.
        _farthest = HasRadius ? UnitVector.SquaredChord(query.RadiusKm!.Value) : float.PositiveInfinity;
        NowhereFits = query.Remotes.Contains("full");
        (_domains, _kinds) = (Set(query.Domains, codes.Domains), Set(query.Kinds, codes.Kinds));
        (_remotes, _departments) = (Set(query.Remotes, codes.Remotes), Set(query.Departments, codes.Departments));
        (_activities, _audiences) = (Set(query.Activities, codes.Activities), Set(query.Audiences, codes.Audiences));
        (_skills, _networks) = (Set(query.Skills, codes.Skills), Set(query.Networks, codes.Networks));
        _organisations = Set(query.Organisations, codes.Organisations);
        _hours = query.WeekHours.Count == 0 ? null : SetOf([.. query.WeekHours.Where(hour => hour < 168)], 168);
        _flags = (query.OpenToMinors ? RecordFlags.OpenToMinors : 0) | (query.ReducedMobility ? RecordFlags.ReducedMobility : 0);
        (_from, _to) = (query.From?.DayNumber ?? int.MinValue, query.To?.DayNumber ?? int.MaxValue);
        _publishedAfter = query.PublishedAfter is { } after ? MissionRecords.Microseconds(after) : long.MinValue;
        _publishedUntil = query.PublishedUntil is { } until ? MissionRecords.Microseconds(until) : long.MaxValue;
        _mostHours = query.MaxHoursPerWeek switch { null => int.MaxValue, <= -0.05m => -1, { } hours => MissionRecords.Tenths(hours) };
    }

    public bool HasNear { get; }

    public bool HasRadius { get; }

    public bool HasPlace => HasRadius || _query.Box is not null;

    public bool HasDepartments => _departments is not null;

    /// <summary>Whether missions done wholly from home fit every place.</summary>
    public bool NowhereFits { get; }

    /// <summary>How far away, as a squared chord; infinite for nowhere and without a place to be near to.</summary>
    public float ChordTo(in MissionRecord record) => HasNear && record.Place >= 0 ? record.Position.SquaredChord(_origin) : float.PositiveInfinity;

    /// <summary>Whether this placement lies where it should.</summary>
    public bool FitsPlace(in MissionRecord record, float chord)
    {
        if (!HasPlace) { return true; }
        if (record.Place < 0) { return NowhereFits && IsFullyRemote(record); }

        return chord <= _farthest && (_query.Box is not { } box || box.Contains(new GeoPoint(record.Latitude, record.Longitude)));
    }

    public bool FitsDepartment(in MissionRecord record) =>
        _departments is null || (record.Place < 0 ? NowhereFits && IsFullyRemote(record) : Has(_departments, record.Department));

    /// <summary>The facets (as bits of <see cref="Facet"/>) whose filter fails, or <see cref="Fails"/>; place and department apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Failed(in MissionRecord record, ValueLists lists)
    {
        if ((record.Flags & _flags) != _flags || record.PlacesLeft < _query.GroupOf) { return Fails; }
        if (_organisations is not null && !Has(_organisations, record.Organisation)) { return Fails; }
        if (_networks is not null && !Has(_networks, record.Network)) { return Fails; }
        if (record.HoursPerWeek != MissionRecord.NoHours && record.HoursPerWeek > _mostHours) { return Fails; }
        if (record.PublishedAt <= _publishedAfter || record.PublishedAt > _publishedUntil) { return Fails; }
        if (!FitsDates(record, lists)) { return Fails; }
        if (_hours is not null && record.WeekHours > 0 && !HasAny(_hours, lists[record.WeekHours])) { return Fails; }
        if (_skills is not null && !HasAny(_skills, lists[record.Skills])) { return Fails; }

        var failed = 0;
        if (_domains is not null && !Has(_domains, record.Domain)) { failed |= 1 << (int)Facet.Domain; }
        if (_kinds is not null && !Has(_kinds, record.Kind)) { failed |= 1 << (int)Facet.Kind; }
        if (_remotes is not null && !Has(_remotes, record.Remote)) { failed |= 1 << (int)Facet.Remote; }
        if (_activities is not null && !HasAny(_activities, lists[record.Activities])) { failed |= 1 << (int)Facet.Activity; }
        if (_audiences is not null && !HasAny(_audiences, lists[record.Audiences])) { failed |= 1 << (int)Facet.Audience; }
        return failed;
    }

    private bool FitsDates(in MissionRecord record, ValueLists lists)
    {
        if (_from == int.MinValue && _to == int.MaxValue) { return true; }
        if ((record.EndsOn != MissionRecord.NoDate && record.EndsOn < _from) || (record.StartsOn != MissionRecord.NoDate && record.StartsOn > _to)) { return false; }
        if (record.ShiftDays == 0) { return true; }

        foreach (var day in lists[record.ShiftDays])
        {
            if (day >= _from && day <= _to) { return true; }
        }

        return false;
    }

    private bool IsFullyRemote(in MissionRecord record) => record.Remote == _fullyRemote;

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

    private static bool[] SetOf(IReadOnlyCollection<int> codes, int size)
    {
        var set = new bool[Math.Max(size, codes.DefaultIfEmpty().Max() + 1)];
        foreach (var code in codes.Where(code => code >= 0)) { set[code] = true; }
        return set;
    }
}

/// <summary>What is counted over the whole result.</summary>
internal enum Facet { Domain, Kind, Remote, Department, Activity, Audience }
