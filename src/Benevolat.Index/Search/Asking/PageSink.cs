using System.Numerics;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Counts what fits and keeps the best of it.</summary>
internal struct PageSink(SegmentPart part, Ask ask, MissionQuery query, Scratch scratch) : ISink
{
    private readonly MissionRecord[] _records = part.Segment.Records;
    private readonly ValueLists _lists = part.Segment.Values;
    private readonly int _today = query.Today.DayNumber;
    private readonly UInt128 _afterId = query.After?.Id.ToNumber() ?? default;

    /// <summary>Missions that fit.</summary>
    public int Total { get; private set; }

    public void Take(int placement, float value, bool inside)
    {
        if (part.Dead.Contains(placement)) { return; }

        ref readonly var record = ref _records[placement];
        var chord = ask.Filters.ChordTo(record);
        if ((record.Flags & RecordFlags.HasSiblings) > 0)
        {
            TakeOneOfSeveral(placement, value);
            return;
        }

        if (!inside && !ask.Filters.FitsPlace(record, chord)) { return; }

        var failed = ask.Filters.Failed(record, _lists);
        if (failed == Filters.Fails) { return; }
        if (!ask.Filters.FitsDepartment(record)) { failed |= 1 << (int)Facet.Department; }
        if (failed == 0) { Keep(placement, chord, value); }
        if (query.WithFacets) { Count(failed, record, record.Department > 0 ? [record.Department] : []); }
    }

    /// <summary>A mission with several placements is taken once, by the lowest number that lies where it should, and shown at the nearest.</summary>
    private void TakeOneOfSeveral(int placement, float value)
    {
        var several = Several.Of(part.Segment, placement, ask.Filters);
        if (several.Lowest != placement) { return; }

        ref readonly var record = ref _records[placement];
        var failed = ask.Filters.Failed(record, _lists);
        if (failed == Filters.Fails) { return; }
        if (several.Shown < 0) { failed |= 1 << (int)Facet.Department; }
        if (failed == 0) { Keep(several.Shown, several.Chord, value); }
        if (query.WithFacets) { Count(failed, record, several.Departments); }
    }

    private readonly void Count(int failed, in MissionRecord record, ReadOnlySpan<int> departments)
    {
        if (failed == 0) { scratch.Facets.CountAll(record, _lists); }
        else if (BitOperations.PopCount((uint)failed) > 1) { return; }
        else { scratch.Facets.CountOnly((Facet)BitOperations.TrailingZeroCount(failed), record, _lists); }

        if (failed is not (0 or 1 << (int)Facet.Department)) { return; }
        foreach (var department in departments) { scratch.Facets.CountDepartment(department); }
    }

    private void Keep(int placement, float chord, float text)
    {
        Total++;
        ref readonly var record = ref _records[placement];
        var key = Key(record, chord, text);
        if (!scratch.Top.Admits(key)) { return; }

        var candidate = new Candidate(key, part.Segment.Ids[placement], part.Segment, placement, chord, text);
        if (query.After is not { } after || candidate.IsBehind(after.Key, _afterId)) { scratch.Top.Offer(candidate); }
    }

    private readonly double Key(in MissionRecord record, float chord, float text) => query.Sort switch
    {
        MissionSort.Distance => chord,
        MissionSort.Date => record.StartsOn == MissionRecord.NoDate ? double.PositiveInfinity : record.StartsOn,
        MissionSort.Newest => -(double)record.PublishedAt,
        _ => -(double)Relevance.Score(text, Relevance.Nearness(chord), Relevance.Freshness(_today - record.PublishedDay),
            (record.Flags & RecordFlags.AnswersUnknown) > 0 ? 0.5f : record.Answers / 255f),
    };
}

/// <summary>The placements of one mission that lie where they should.</summary>
/// <param name="Lowest">Their lowest number; −1 when none does.</param>
/// <param name="Shown">The nearest that is in the departments asked for; −1 when none is.</param>
internal readonly record struct Several(int Lowest, int Shown, float Chord, int[] Departments)
{
    public static Several Of(Segment segment, int placement, Filters filters)
    {
        var (lowest, shown, nearest, departments) = (-1, -1, float.PositiveInfinity, new List<int>(4));
        foreach (var sibling in segment.Siblings[placement])
        {
            ref readonly var record = ref segment.Records[sibling];
            var chord = filters.ChordTo(record);
            if (!filters.FitsPlace(record, chord)) { continue; }

            if (lowest < 0 || sibling < lowest) { lowest = sibling; }
            if (record.Department > 0 && !departments.Contains(record.Department)) { departments.Add(record.Department); }
            if (filters.FitsDepartment(record) && (shown < 0 || chord < nearest)) { (shown, nearest) = (sibling, chord); }
        }

        return new Several(lowest, shown, nearest, [.. departments]);
    }
}
