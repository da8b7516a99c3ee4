using Benevolat.Index.Text;

namespace Benevolat.Index.Search.Segments;

/// <summary>Collects missions, new ones or those of other segments, and puts them in order.</summary>
internal sealed class SegmentBuilder(Codebooks codes, FrenchText french)
{
    private const RecordFlags OfFamily = RecordFlags.HasSiblings | RecordFlags.Lowest;

    private readonly List<Collected> _missions = [];
    private readonly List<(MissionRecord Record, uint Cell, int Mission)> _placements = [];
    private readonly ValueLists.Builder _lists = new();
    private readonly WordCollector _words = new();
    private readonly ForwardWriter _forward = new();
    private readonly List<Word> _read = [];

    public int Count => _missions.Count;

    public void Add(MissionDocument mission)
    {
        var (record, before) = (MissionRecords.Of(mission, codes, _lists), _placements.Count);
        for (var place = 0; place < mission.Places.Count; place++) { Place(MissionRecords.At(record, place, mission.Places[place], codes)); }
        if (mission.Places.Count == 0 || record.Facts.Remote == codes.FullyRemote) { Place(MissionRecords.Nowhere(record)); }

        _missions.Add(new Collected(mission.Id.ToNumber(), mission.Revision, _forward.Length, before, _placements.Count - before));
        Write(mission.Title);
        Write(mission.OrganisationName);
        Write(string.Join('\n', mission.Places.Select(place => $"{place.Commune} {place.Postcode}").Distinct()));
        Write(string.Join('\n', mission.Activities.Concat(mission.Audiences).Concat(mission.Skills)).Replace('-', ' '));
        Write(mission.Description);
    }

    /// <summary>Takes over a mission with all its placements.</summary>
    /// <param name="words">The words of that segment by their numbers here, −1 where not yet known; filled on the way.</param>
    public void Add(Segment from, int placement, int[] words)
    {
        var before = _placements.Count;
        foreach (var sibling in from.PlacementsOf(placement)) { Place((from.RecordOf(sibling).MovedTo(from.Values, _lists), from.Cells[sibling])); }

        _missions.Add(new Collected(from.Ids[placement], from.Revisions[placement], _forward.Length, before, _placements.Count - before));
        var text = from.TextOf(placement).Read();
        for (var field = 0; field < TextWeights.Fields; field++)
        {
            var length = text.Next();
            _forward.Write(length);
            for (var i = 0; i < length; i++)
            {
                var word = text.Next();
                if (words[word] < 0) { words[word] = _words.NumberOf(from.Vocabulary.Word(word)); }
                _forward.Write(words[word]);
            }
        }
    }

    /// <param name="averages">The lengths to measure by: those of the last merge, or null to take one's own.</param>
    public Segment Build(float[]? averages)
    {
        var order = Order();
        var (vocabulary, renumbered) = _words.Finish(Frequencies());
        var (forward, texts, lengths) = Renumber(order, renumbered);
        averages ??= lengths;

        var (records, cells, byMission) = (new MissionRecord[order.Length], new uint[order.Length], ByMission(order));
        for (var placement = 0; placement < order.Length; placement++)
        {
            (var record, cells[placement], var mission) = _placements[order[placement]];
            records[placement] = record with
            {
                Facts = record.Facts with { Flags = (record.Facts.Flags & ~OfFamily) | FamilyFlags(byMission[mission], placement) },
                Details = record.Details with { Text = (uint)texts[mission] },
            };
        }

        var postings = new PostingsBuilder(
            vocabulary, forward, Array.ConvertAll(records, record => (int)record.Details.Text),
            placement => byMission[_placements[order[placement]].Mission][0] == placement, averages).Build();
        var byId = Array.ConvertAll(byMission, placements => placements[0]);
        var ids = Array.ConvertAll(order, placement => _missions[_placements[placement].Mission].Id);
        var sorted = Array.ConvertAll(byId, placement => ids[placement]);
        Array.Sort(sorted, byId);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1]) { throw new ArgumentException($"Mission {sorted[i].ToGuid()} came twice."); }
        }

        var (facts, spots) = (Array.ConvertAll(records, record => record.Facts), Array.ConvertAll(records, record => record.Spot));
        return new Segment
        {
            Vocabulary = vocabulary,
            Postings = postings,
            Facts = facts,
            Labels = Array.ConvertAll(records, record => record.Labels),
            Spots = spots,
            Details = Array.ConvertAll(records, record => record.Details),
            Ids = ids,
            Revisions = Array.ConvertAll(order, placement => _missions[_placements[placement].Mission].Revision),
            Cells = cells,
            ById = byId,
            Families = new Families(byMission, facts, spots),
            Values = _lists.Build(),
            Forward = forward,
            AverageLengths = averages,
        };
    }

    private static RecordFlags FamilyFlags(int[] family, int placement) =>
        family.Length == 1 ? 0 : family.Min() == placement ? OfFamily : RecordFlags.HasSiblings;

    private void Place((MissionRecord Record, uint Cell) at) => _placements.Add((at.Record, at.Cell, _missions.Count));

    private void Write(string text)
    {
        _read.Clear();
        french.Read(text, _read);
        _forward.Write(_read.Count);
        foreach (var word in _read) { _forward.Write(_words.NumberOf(word)); }
    }

    /// <summary>By cell, then by id, then by address: the same missions always make the same segment.</summary>
    private int[] Order()
    {
        var order = Enumerable.Range(0, _placements.Count).ToArray();
        Array.Sort(order, (one, other) =>
        {
            var (left, right) = (_placements[one], _placements[other]);
            var byCell = left.Cell.CompareTo(right.Cell);
            if (byCell != 0) { return byCell; }

            var byId = _missions[left.Mission].Id.CompareTo(_missions[right.Mission].Id);
            return byId != 0 ? byId : one.CompareTo(other);
        });
        return order;
    }

    /// <summary>The placements of each mission, in the order of its addresses.</summary>
    private int[][] ByMission(int[] order)
    {
        var placementOf = new int[order.Length];
        for (var placement = 0; placement < order.Length; placement++) { placementOf[order[placement]] = placement; }
        return [.. _missions.Select(mission => placementOf.AsSpan(mission.First, mission.Count).ToArray())];
    }

    /// <summary>In how many missions each word stands.</summary>
    private int[] Frequencies()
    {
        var (frequencies, lastSeen) = (new List<int>(), new List<int>());
        for (var mission = 0; mission < _missions.Count; mission++)
        {
            var text = new ForwardText(_forward.Written, _missions[mission].Text).Read();
            for (var field = 0; field < TextWeights.Fields; field++)
            {
                for (var left = text.Next(); left > 0; left--)
                {
                    var word = text.Next();
                    while (frequencies.Count <= word)
                    {
                        frequencies.Add(0);
                        lastSeen.Add(-1);
                    }

                    if (lastSeen[word] == mission) { continue; }
                    (lastSeen[word], frequencies[word]) = (mission, frequencies[word] + 1);
                }
            }
        }

        return [.. frequencies];
    }

    /// <summary>Writes the words again under their final numbers, missions in the order of their placements; and how long fields are.</summary>
    private (byte[] Forward, int[] Texts, float[] Averages) Renumber(int[] order, int[] renumbered)
    {
        var (forward, texts, totals) = (new ForwardWriter(_forward.Length), new int[_missions.Count], new long[TextWeights.Fields]);
        Array.Fill(texts, -1);
        foreach (var placement in order)
        {
            var mission = _placements[placement].Mission;
            if (texts[mission] >= 0) { continue; }

            texts[mission] = forward.Length;
            var text = new ForwardText(_forward.Written, _missions[mission].Text).Read();
            for (var field = 0; field < TextWeights.Fields; field++)
            {
                var length = text.Next();
                totals[field] += length;
                forward.Write(length);
                for (; length > 0; length--) { forward.Write(renumbered[text.Next()]); }
            }
        }

        return (forward.ToArray(), texts, Array.ConvertAll(totals, total => total / (float)Math.Max(1, _missions.Count)));
    }

    /// <param name="First">Of its placements.</param>
    private readonly record struct Collected(UInt128 Id, long Revision, int Text, int First, int Count);
}
