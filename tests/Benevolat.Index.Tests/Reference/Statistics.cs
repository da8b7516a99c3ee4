namespace Benevolat.Index.Tests.Reference;

/// <summary>What the corpus was like at the last Build or Merge: all scores come from it until the next.</summary>
internal sealed class Statistics
{
    private static readonly float[] Weights = [4, 3, 2, 2, 1];
    private static readonly float[] LengthCounts = [0.3f, 0, 0, 0, 0.75f];

    private readonly int _documents;
    private readonly float[] _averages = new float[Weights.Length];
    private readonly Dictionary<string, int> _documentsByStem = new(StringComparer.Ordinal);

    public Statistics(IReadOnlyCollection<ReadDocument> corpus)
    {
        _documents = corpus.Count;
        for (var field = 0; field < _averages.Length; field++)
        {
            _averages[field] = corpus.Count == 0 ? 0 : (float)corpus.Sum(document => (long)document.Fields[field].Count) / corpus.Count;
        }

        foreach (var document in corpus)
        {
            foreach (var stem in document.Stems) { _documentsByStem[stem] = _documentsByStem.GetValueOrDefault(stem) + 1; }
            foreach (var word in document.DistinctWords)
            {
                Vocabulary[word.Surface] = (Vocabulary.GetValueOrDefault(word.Surface).Documents + 1, word.Stem);
            }
        }
    }

    /// <summary>Every surface with the number of documents that had it, in whatever field, and its stem.</summary>
    public Dictionary<string, (int Documents, string Stem)> Vocabulary { get; } = new(StringComparer.Ordinal);

    public bool Knows(string stem) => _documentsByStem.ContainsKey(stem);

    public float Idf(string stem)
    {
        var df = _documentsByStem.GetValueOrDefault(stem);
        return MathF.Log(1 + ((_documents - df + 0.5f) / (df + 0.5f)));
    }

    public float MeanIdf(IReadOnlyList<string> stems) => stems.Sum(Idf) / stems.Count;

    /// <summary>How much a document is about a stem that it has, 1 to 255.</summary>
    public int Impact(ReadDocument document, string stem)
    {
        var frequencies = document.Frequencies(stem);
        var w = 0f;
        for (var field = 0; field < Weights.Length; field++)
        {
            if (frequencies[field] > 0) { w += Weights[field] * frequencies[field] / Norm(field, document.Fields[field].Count); }
        }

        return (int)Math.Clamp(MathF.Round(255 * w / (1.2f + w), MidpointRounding.AwayFromZero), 1, 255);
    }

    private float Norm(int field, int length) =>
        _averages[field] == 0 ? 1 : 1 - LengthCounts[field] + (LengthCounts[field] * length / _averages[field]);
}
