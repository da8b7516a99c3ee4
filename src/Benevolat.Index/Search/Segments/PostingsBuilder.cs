namespace Benevolat.Index.Search.Segments;

/// <summary>Turns missions' words into lists of placements: counts them, then writes each list in its place.</summary>
/// <param name="texts">Where the words of each placement begin, in the order of placements.</param>
/// <param name="isFirst">Whether a placement is its mission's first: missions count once.</param>
internal sealed class PostingsBuilder(Vocabulary vocabulary, byte[] forward, int[] texts, Func<int, bool> isFirst, float[] averages)
{
    private readonly int _chunks = Math.Max(1, (texts.Length + ushort.MaxValue) >> Postings.ChunkBits);
    private readonly float[] _mentions = new float[vocabulary.Stems];
    private readonly int[] _counts = new int[vocabulary.Stems];
    private readonly int[] _seenIn = new int[vocabulary.Stems];
    private readonly List<int> _stems = [];
    private readonly List<int> _inField = [];
    private int _read;

    public Postings Build()
    {
        var starts = new int[(vocabulary.Stems * _chunks) + 1];
        var documents = new int[vocabulary.Stems];
        for (var placement = 0; placement < texts.Length; placement++)
        {
            ReadStems(texts[placement], weighed: false);
            var first = isFirst(placement);
            foreach (var stem in _stems)
            {
                starts[(stem * _chunks) + (placement >> Postings.ChunkBits) + 1]++;
                if (first) { documents[stem]++; }
            }
        }

        for (var list = 1; list < starts.Length; list++) { starts[list] += starts[list - 1]; }

        var (next, placements, impacts) = (starts.AsSpan().ToArray(), new ushort[starts[^1]], new byte[starts[^1]]);
        for (var placement = 0; placement < texts.Length; placement++)
        {
            ReadStems(texts[placement], weighed: true);
            foreach (var stem in _stems)
            {
                var place = next[(stem * _chunks) + (placement >> Postings.ChunkBits)]++;
                (placements[place], impacts[place]) = ((ushort)placement, TextWeights.Impact(_mentions[stem]));
            }
        }

        return new Postings(_chunks, starts, placements, impacts, documents);
    }

    /// <summary>The distinct stems of a mission into <see cref="_stems"/>, and their weighted mentions.</summary>
    private void ReadStems(int text, bool weighed)
    {
        _read++;
        _stems.Clear();
        var reader = new ForwardText(forward, text).Read();
        for (var field = 0; field < TextWeights.Fields; field++)
        {
            var length = reader.Next();
            for (var word = 0; word < length; word++) { Count(vocabulary.StemOf(reader.Next())); }
            foreach (var stem in _inField)
            {
                if (weighed) { _mentions[stem] += TextWeights.Mentions(field, _counts[stem], length, averages); }
                _counts[stem] = 0;
            }

            _inField.Clear();
        }
    }

    private void Count(int stem)
    {
        if (_seenIn[stem] != _read)
        {
            (_seenIn[stem], _mentions[stem]) = (_read, 0);
            _stems.Add(stem);
        }

        if (_counts[stem]++ == 0) { _inField.Add(stem); }
    }
}
