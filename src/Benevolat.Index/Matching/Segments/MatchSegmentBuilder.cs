namespace Benevolat.Index.Matching.Segments;

/// <summary>Collects owners with their rows, new ones or those of other segments, and puts them in order.</summary>
internal sealed class MatchSegmentBuilder
{
    private readonly List<(MatchRow Row, int Owner)> _rows = [];
    private readonly List<Collected> _owners = [];
    private readonly List<int> _skills = [];
    private readonly bool _ofVolunteers;

    public MatchSegmentBuilder(bool ofVolunteers) => _ofVolunteers = ofVolunteers;

    public void Add(UInt128 id, int organisation, ReadOnlySpan<int> skills, ReadOnlySpan<MatchRow> rows)
    {
        if (rows.Length == 0) { return; }   // nobody would ever meet it
        foreach (var row in rows) { _rows.Add((row, _owners.Count)); }
        Own(id, organisation, skills);
    }

    /// <summary>Takes over everybody who is still there.</summary>
    public void Add(MatchLayer layer, CancellationToken stop)
    {
        var (segment, moved) = (layer.Segment, new int[layer.Segment.Count]);
        for (var owner = 0; owner < moved.Length; owner++)
        {
            moved[owner] = layer.Dead.Contains(owner) ? -1 : _owners.Count;
            if (moved[owner] >= 0) { Own(segment.Ids[owner], _ofVolunteers ? 0 : segment.Organisations[owner], segment.SkillsOf(owner)); }
        }

        for (var row = 0; row < segment.Rows; row++)
        {
            if ((row & 0xffff) == 0) { stop.ThrowIfCancellationRequested(); }
            if (moved[segment.Owners[row]] is >= 0 and var owner) { _rows.Add((RowOf(segment, row), owner)); }
        }
    }

    public MatchSegment Build()
    {
        var (numbers, ids) = Numbered();
        var order = Order(numbers);
        var rows = new MatchRow[order.Length];
        var owners = new int[order.Length + MatchSegment.Lanes];
        for (var row = 0; row < order.Length; row++)
        {
            rows[row] = _rows[order[row]].Row;
            owners[row] = numbers[_rows[order[row]].Owner];
        }

        var (starts, lists, organisations) = Own(numbers);
        var nowhere = Array.FindIndex(rows, row => row.Cell == Geography.HilbertCurve.Nowhere);
        return new MatchSegment
        {
            Rows = rows.Length,
            NowhereFrom = nowhere < 0 ? rows.Length : nowhere,
            Low = Column(rows, row => (uint)row.Position),
            High = Column(rows, row => (uint)(row.Position >> 32)),
            First = Column(rows, row => row.First),
            Second = Column(rows, row => row.Second),
            Third = Column(rows, row => row.Third),
            Skills = Column(rows, row => row.Skills),
            Bits = Column(rows, row => row.Bits),
            Owners = owners,
            Cells = [.. rows.Where((_, row) => row % MatchSegment.Block == 0).Select(row => row.Cell)],
            Untils = _ofVolunteers ? [] : Column(rows, row => row.Until),
            Organisations = organisations,
            SkillsToLearn = _ofVolunteers ? Column(rows, row => row.SkillsToLearn) : [],
            Causes = _ofVolunteers ? Column(rows, row => row.Causes) : [],
            Limits = _ofVolunteers ? Column(rows, row => row.Reach.Limit) : [],
            Inverses = _ofVolunteers ? Column(rows, row => row.Reach.Inverse) : [],
            NearLimits = _ofVolunteers ? Column(rows, row => row.Reach.NearLimit) : [],
            Farthest = rows.Length == 0 ? -1 : rows.Max(row => row.Reach.Limit),
            Ids = ids,
            SkillStarts = starts,
            SkillLists = lists,
        };
    }

    private void Own(UInt128 id, int organisation, ReadOnlySpan<int> skills)
    {
        _owners.Add(new Collected(id, organisation, _skills.Count, skills.Length));
        foreach (var skill in skills) { _skills.Add(skill); }
    }

    /// <summary>Owners by id, so that no list is needed to find them.</summary>
    private (int[] Numbers, UInt128[] Ids) Numbered()
    {
        var (ids, order, numbers) = (_owners.Select(owner => owner.Id).ToArray(), Enumerable.Range(0, _owners.Count).ToArray(), new int[_owners.Count]);
        Array.Sort(ids, order);
        for (var number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
            if (number > 0 && ids[number] == ids[number - 1]) { throw new ArgumentException($"{Search.Segments.MissionIds.ToGuid(ids[number])} came twice."); }
        }

        return (numbers, ids);
    }

    /// <summary>By cell, then by id, then by place and time: the same missions always make the same segment.</summary>
    private int[] Order(int[] numbers)
    {
        var (order, keys) = (Enumerable.Range(0, _rows.Count).ToArray(), new UInt128[_rows.Count]);
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = ((UInt128)_rows[row].Row.Cell << 64) | ((ulong)numbers[_rows[row].Owner] << 32) | (_rows[row].Row.Bits >> Rules.MissionBits.RankShift);
        }

        Array.Sort(keys, order);
        return order;
    }

    private (int[] Starts, int[] Lists, int[] Organisations) Own(int[] numbers)
    {
        var (starts, lists, organisations, inOrder) = (new int[numbers.Length + 1], new int[_skills.Count], new int[_ofVolunteers ? 0 : numbers.Length], new int[numbers.Length]);
        for (var owner = 0; owner < numbers.Length; owner++) { inOrder[numbers[owner]] = owner; }
        for (var number = 0; number < numbers.Length; number++)
        {
            var owner = _owners[inOrder[number]];
            _skills.CopyTo(owner.SkillStart, lists, starts[number], owner.SkillCount);
            starts[number + 1] = starts[number] + owner.SkillCount;
            if (!_ofVolunteers) { organisations[number] = owner.Organisation; }
        }

        return (starts, lists, organisations);
    }

    private static T[] Column<T>(MatchRow[] rows, Func<MatchRow, T> value)
    {
        var column = new T[rows.Length + MatchSegment.Lanes];
        for (var row = 0; row < rows.Length; row++) { column[row] = value(rows[row]); }
        return column;
    }

    private MatchRow RowOf(MatchSegment from, int row) => new()
    {
        Position = from.PositionOf(row),
        Cell = row >= from.NowhereFrom ? Geography.HilbertCurve.Nowhere : Rules.Positions.CellOf(from.PositionOf(row)),
        First = from.First[row],
        Second = from.Second[row],
        Third = from.Third[row],
        Skills = from.Skills[row],
        Bits = from.Bits[row],
        Until = _ofVolunteers ? 0 : from.Untils[row],
        SkillsToLearn = _ofVolunteers ? from.SkillsToLearn[row] : 0,
        Causes = _ofVolunteers ? from.Causes[row] : 0,
        Reach = _ofVolunteers ? new(from.Limits[row], from.Inverses[row], from.NearLimits[row]) : default,
    };

    private readonly record struct Collected(UInt128 Id, int Organisation, int SkillStart, int SkillCount);
}
