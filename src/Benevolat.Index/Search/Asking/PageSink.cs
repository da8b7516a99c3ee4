using System.Numerics;
using System.Runtime.CompilerServices;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Counts what fits and keeps the best of it.</summary>
internal struct PageSink(SegmentPart part, Ask ask, MissionQuery query, Scratch scratch) : ISink
{
    // Fields instead of paths to them: they are read for every candidate.
    private readonly Segment _segment = part.Segment;
    private readonly MissionFacts[] _facts = part.Segment.Facts;
    private readonly DeadSet _dead = part.Dead;
    private readonly Filters _filters = ask.Filters;
    private readonly TopHits _top = scratch.Top;
    private readonly FacetCounter? _facets = query.WithFacets ? scratch.Facets : null;
    private readonly MissionSort _sort = query.Sort;
    private readonly int _today = MissionRecords.Day(query.Today);
    private readonly UInt128 _afterId = query.After?.Id.ToNumber() ?? default;

    /// <summary>Missions that fit.</summary>
    public int Total { get; private set; }

    public void Take(int placement, float value, bool inside)
    {
        if (_dead.Contains(placement)) { return; }

        ref readonly var facts = ref _facts[placement];
        if (facts.Has(RecordFlags.HasSiblings))
        {
            TakeOneOfSeveral(placement, value);
            return;
        }

        var failed = _filters.Failed(_segment, placement);
        if (failed == Filters.Fails || (!inside && !_filters.FitsPlace(_segment, placement))) { return; }
        if (!_filters.FitsDepartment(facts)) { failed |= 1 << (int)Facet.Department; }
        if (failed == 0)
        {
            Total++;
            if (CouldBeAmongTheBest(placement, value)) { Offer(placement, value); }
        }

        if (_facets is not null && Counts(_facets, failed, placement) && facts.Department > 0) { _facets.CountDepartment(facts.Department); }
    }

    /// <summary>A mission with several placements is taken once, by the lowest number that lies where it should, and shown at the nearest.</summary>
    private void TakeOneOfSeveral(int placement, float value)
    {
        var failed = _filters.Failed(_segment, placement);
        if (failed == Filters.Fails || (failed & (failed - 1)) > 0) { return; }   // one facet forgives one failure

        var several = new Several(_segment, placement, _filters);
        if (!several.IsFirst()) { return; }

        if (_filters.HasDepartments && several.Nearest().Placement < 0) { failed |= 1 << (int)Facet.Department; }
        if (failed == 0)
        {
            Total++;
            if (CouldBeAmongTheBest(placement, value)) { Offer(several.Nearest().Placement, value); }
        }

        if (_facets is null || !Counts(_facets, failed, placement)) { return; }
        foreach (var department in several.Departments(scratch.Departments)) { _facets.CountDepartment(department); }
    }

    /// <summary>Counts a mission in every facet that it counts in, but its departments: true where it counts in those too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool Counts(FacetCounter facets, int failed, int placement)
    {
        if (failed == 0)
        {
            facets.CountAll(_segment, placement);
            return true;
        }

        if ((failed & (failed - 1)) > 0) { return false; }

        facets.CountOnly((Facet)BitOperations.TrailingZeroCount(failed), _segment, placement);
        return failed == 1 << (int)Facet.Department;
    }

    private readonly void Offer(int placement, float text)
    {
        ref readonly var spot = ref _segment.Spots[placement];
        var chord = _filters.ChordTo(spot);
        var key = Key(placement, spot, chord, text);
        if (!_top.Admits(key)) { return; }

        var candidate = new Candidate(key, _segment.Ids[placement], _segment, placement, chord, text);
        if (query.After is not { } after || candidate.IsBehind(after.Key, _afterId)) { _top.Offer(candidate); }
    }

    /// <summary>
    /// Most candidates can be told to be too bad from what lies near: even right here and with every application answered they would not
    /// do. Sums of floats grow with their parts, so that this never turns away what the whole formula would take.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool CouldBeAmongTheBest(int placement, float text) =>
        _sort != MissionSort.Relevance || _top.Admits(-(double)Relevance.Score(text, 1, Relevance.Freshness(_today - _facts[placement].PublishedDay), 1));

    private readonly double Key(int placement, in MissionSpot spot, float chord, float text)
    {
        switch (_sort)
        {
            case MissionSort.Distance: return chord;
            case MissionSort.Date: return _segment.Details[placement].StartsOn is var day && day == MissionDetails.NoDate ? double.PositiveInfinity : day;
            case MissionSort.Newest: return -(double)_segment.Details[placement].PublishedAt;
            default:
                ref readonly var facts = ref _facts[placement];
                var answers = facts.Has(RecordFlags.AnswersUnknown) ? 0.5f : spot.Answers / 255f;
                return -(double)Relevance.Score(text, Relevance.Nearness(chord), Relevance.Freshness(_today - facts.PublishedDay), answers);
        }
    }
}
