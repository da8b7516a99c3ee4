using Benevolat.Index.Geography;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>A query made ready for every segment: units of words with their rarities, filters, and the ground to look at.</summary>
internal sealed class Ask
{
    private readonly Unit[] _units;

    public Ask(MissionQuery query, Understanding understanding, Codebooks codes, SnapshotWords words)
        : this(new Filters(query, codes), GroundOf(query), [.. understanding.Words.Select(word => Unit.Of(word, words))])
    {
    }

    private Ask(Filters filters, IReadOnlyList<CellRange> ground, Unit[] units)
    {
        (Filters, Ground, _units) = (filters, ground, units);
        foreach (var unit in units) { Rarities += unit.Rarity; }
    }

    public Filters Filters { get; }

    /// <summary>Cells that may hold what fits, ascending.</summary>
    public IReadOnlyList<CellRange> Ground { get; }

    public IReadOnlyList<Unit> Units => _units;

    /// <summary>What the text scores add up to at best.</summary>
    public float Rarities { get; }

    /// <summary>The same with only some of the units, given as bits.</summary>
    public Ask Only(int units) => new(Filters, Ground, [.. _units.Where((_, unit) => (units >> unit & 1) > 0)]);

    private static List<CellRange> GroundOf(MissionQuery query)
    {
        var ground = query switch
        {
            { Near: { } near, RadiusKm: { } radius, Box: null } => Cover.OfCircle(near, radius),
            // Two shapes: whoever is found by one has to be measured against the other.
            { Near: { } near, RadiusKm: { } radius } => [.. Cover.OfCircle(near, radius).Select(range => range with { Whole = false })],
            { Box: { } box } => Cover.OfBox(box),
            _ => [new CellRange(0, HilbertCurve.Nowhere, true)],
        };
        if ((ground.Count == 0 || ground[^1].Last != HilbertCurve.Nowhere) && query.Remotes.Contains("full")) { ground.Add(new(HilbertCurve.Nowhere, HilbertCurve.Nowhere, false)); }
        return ground;
    }
}

/// <summary>A word of the question, in all the ways that will do. None is more telling than the first, or a rare synonym would outdo the word itself.</summary>
internal sealed record Unit(Alternative[] Alternatives, float Rarity)
{
    public static Unit Of(UnderstoodWord word, SnapshotWords words) =>
        new([.. word.Alternatives.Select((alternative, i) => Alternative.Of(alternative, words, i == 0 ? float.PositiveInfinity : word.Rarity))], word.Rarity);
}

/// <summary>One way to say it.</summary>
internal sealed class Alternative(string[] stems, float[] rarities, float weight, bool isPhrase)
{
    private float[]? _scoresByImpact;

    public string[] Stems => stems;

    public bool IsPhrase => isPhrase;

    /// <summary>The score by impact, where there is one stem: looked up instead of computed, a thousand times a query.</summary>
    public float[] ScoresByImpact => _scoresByImpact ??= [.. Enumerable.Range(0, 256).Select(impact => Score(Part(0, (byte)impact)))];

    /// <param name="most">No stem counts as rarer than this.</param>
    public static Alternative Of(UnderstoodAlternative alternative, SnapshotWords words, float most) =>
        new([.. alternative.Stems], [.. alternative.Stems.Select(stem => Math.Min(most, words.RarityOf(stem)))], alternative.Weight, alternative.IsPhrase);

    /// <summary>What one of several stems adds.</summary>
    public float Part(int stem, byte impact) => rarities[stem] * impact / 255f;

    /// <summary>The score from what the stems add up to.</summary>
    public float Score(float parts) => weight * (parts / stems.Length);
}
