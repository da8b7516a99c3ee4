using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>
/// The placements of one chunk that have a unit, ascending, each with its score: a stretch of the segment's own postings where the
/// unit is one stem, else a list that was put together for the occasion.
/// </summary>
internal struct UnitList
{
    public ushort[] Placements;
    public int Next;
    public int End;

    /// <summary>Either scores in step with the placements, or impacts and what they are worth.</summary>
    public float[]? Scores;
    public byte[] Impacts;
    public float[] ScoresByImpact;

    public readonly int Length => End - Next;

    public readonly float ScoreAt(int place) => Scores is null ? ScoresByImpact[Impacts[place]] : Scores[place];

    /// <summary>Goes on to the first placement that is not before this one: in growing strides, since lists differ in length.</summary>
    public void Seek(int placement)
    {
        var (low, stride) = (Next, 1);
        while (low + stride < End && Placements[low + stride] < placement)
        {
            low += stride;
            stride *= 2;
        }

        var high = Math.Min(End, low + stride + 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Placements[middle] < placement) { low = middle + 1; }
            else { high = middle; }
        }

        Next = low;
    }
}

/// <summary>One unit's alternatives in one segment.</summary>
internal sealed class UnitInSegment
{
    private readonly Unit _unit;
    private readonly Segment _segment;
    private readonly int[][] _stems;
    private readonly float[]?[] _scores;

    public UnitInSegment(Unit unit, Segment segment)
    {
        (_unit, _segment) = (unit, segment);
        _stems = Array.ConvertAll(unit.Alternatives, alternative => Array.ConvertAll(alternative.Stems, segment.Vocabulary.FindStem));
        _scores = new float[unit.Alternatives.Length][];
        for (var i = 0; i < _stems.Length; i++)
        {
            if (IsPossible(i) && _stems[i].Length == 1) { _scores[i] = unit.Alternatives[i].ScoresByImpact; }
        }
    }

    /// <summary>The share of documents that may have it, at most 1.</summary>
    public double Density
    {
        get
        {
            var having = 0.0;
            for (var i = 0; i < _stems.Length; i++)
            {
                if (IsPossible(i)) { having += _stems[i].Min(_segment.Postings.DocumentsWith); }
            }

            return Math.Clamp(having / Math.Max(1, _segment.Documents), 1e-9, 1);
        }
    }

    public bool IsAnywhere => Enumerable.Range(0, _stems.Length).Any(IsPossible);

    /// <summary>Its placements in a chunk between two low numbers, both included.</summary>
    public UnitList In(int chunk, int first, int last, UnionBuffer buffer)
    {
        if (_stems.Length == 1 && _stems[0].Length == 1)
        {
            var (start, end) = IsPossible(0) ? _segment.Postings.Within(_stems[0][0], chunk, first, last) : (0, 0);
            return new UnitList
            {
                Placements = _segment.Postings.Placements,
                Next = start,
                End = end,
                Impacts = _segment.Postings.Impacts,
                ScoresByImpact = _scores[0] ?? [],
            };
        }

        buffer.Start(first, last);
        for (var alternative = 0; alternative < _stems.Length; alternative++)
        {
            if (!IsPossible(alternative)) { continue; }
            if (_stems[alternative].Length == 1) { AddSingle(alternative, chunk, first, last, buffer); }
            else { AddSeveral(alternative, chunk, first, last, buffer); }
        }

        var count = buffer.Finish();
        return new UnitList { Placements = buffer.Placements, Next = 0, End = count, Scores = buffer.Scores, Impacts = [], ScoresByImpact = [] };
    }

    private bool IsPossible(int alternative) => Array.TrueForAll(_stems[alternative], stem => stem >= 0);

    private void AddSingle(int alternative, int chunk, int first, int last, UnionBuffer buffer)
    {
        var (postings, scores) = (_segment.Postings, _scores[alternative]!);
        var (start, end) = postings.Within(_stems[alternative][0], chunk, first, last);
        for (var place = start; place < end; place++) { buffer.Add(postings.Placements[place], scores[postings.Impacts[place]]); }
    }

    private void AddSeveral(int alternative, int chunk, int first, int last, UnionBuffer buffer)
    {
        var (postings, stems, said) = (_segment.Postings, _stems[alternative], _unit.Alternatives[alternative]);
        var rarest = stems.MinBy(stem => postings.DocumentsWith(stem));
        var (start, end) = postings.Within(rarest, chunk, first, last);
        for (var place = start; place < end; place++)
        {
            var placement = (chunk << Postings.ChunkBits) | postings.Placements[place];
            var parts = 0f;
            for (var i = 0; i < stems.Length; i++)
            {
                var impact = postings.ImpactOf(stems[i], placement);
                if (impact == 0)
                {
                    parts = -1;
                    break;
                }

                parts += said.Part(i, impact);
            }

            if (parts >= 0 && (!said.IsPhrase || Phrase.StandsIn(_segment, placement, stems))) { buffer.Add(postings.Placements[place], said.Score(parts)); }
        }
    }
}
