using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>How a mission answers to the units of a question.</summary>
internal static class TextMatch
{
    public static bool Has(ReadDocument document, UnderstoodWord unit) => unit.Alternatives.Any(alternative => Has(document, alternative));

    public static bool HasAll(ReadDocument document, IReadOnlyList<UnderstoodWord> units) => units.All(unit => Has(document, unit));

    public static float Score(ReadDocument document, IReadOnlyList<UnderstoodWord> units, Statistics statistics)
    {
        if (units.Count == 0) { return 0; }
        var (sum, most) = (0f, 0f);
        foreach (var unit in units)
        {
            var had = unit.Alternatives.Where(alternative => Has(document, alternative));
            sum += had.Max(alternative => Score(document, alternative, statistics, alternative == unit.Alternatives[0] ? null : unit.Rarity));
            most += unit.Rarity;
        }

        return MathF.Min(1, sum / most);
    }

    /// <summary>
    /// When no mission has all units: as many as any has, of such sets the one that most missions have and no more, then the one
    /// with the earlier units. Null when no mission has any.
    /// </summary>
    public static IReadOnlyList<UnderstoodWord>? Most(IReadOnlyCollection<ReadDocument> fitting, IReadOnlyList<UnderstoodWord> units)
    {
        var sets = fitting.Select(document => string.Concat(units.Select(unit => Has(document, unit) ? 'A' : 'B')))
            .GroupBy(set => set, StringComparer.Ordinal)
            .OrderByDescending(set => set.Key.Count(had => had == 'A')).ThenByDescending(set => set.Count())
            .ThenBy(set => set.Key, StringComparer.Ordinal).Select(set => set.Key).FirstOrDefault();
        return sets?.Contains('A') == true ? [.. units.Where((_, i) => sets[i] == 'A')] : null;
    }

    private static bool Has(ReadDocument document, UnderstoodAlternative alternative) =>
        alternative.IsPhrase ? document.Says(alternative.Stems) : alternative.Stems.All(document.Has);

    /// <param name="most">How rare a stem may count at most.</param>
    private static float Score(ReadDocument document, UnderstoodAlternative alternative, Statistics statistics, float? most)
    {
        var sum = 0f;
        foreach (var stem in alternative.Stems)
        {
            var idf = statistics.Idf(stem);
            if (idf > most) { idf = most.Value; }
            sum += idf * statistics.Impact(document, stem) / 255f;
        }

        return alternative.Weight * (sum / alternative.Stems.Count);
    }
}
