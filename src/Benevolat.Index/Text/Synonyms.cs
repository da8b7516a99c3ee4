using System.Globalization;

namespace Benevolat.Index.Text;

/// <summary>
/// What else one might call it, from a small list that people edit: <c>a = b = c</c> (each stands for the others) and
/// <c>a => b, c</c> (who asks for a also means b and c), a weight at the end as <c>@0.5</c>, <c>#</c> before a remark.
/// </summary>
internal sealed class Synonyms
{
    private const float UsualWeight = 0.7f;

    private readonly Dictionary<string, List<Synonym>> _byExpression = new(StringComparer.Ordinal);
    private readonly List<string[]> _expressions = [];
    private readonly FrenchText _french;

    public Synonyms(string lines, FrenchText french)
    {
        _french = french;
        foreach (var line in lines.Split('\n')) { Read(line.Split('#')[0].Trim()); }
    }

    /// <summary>Expressions of several words that have synonyms: the longest first, then in the list's order.</summary>
    public IEnumerable<IReadOnlyList<string>> Expressions => _expressions.Where(stems => stems.Length > 1).OrderByDescending(stems => stems.Length);

    public static string BuiltIn()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Other ways to say these stems (sorted), in the list's order; empty when it knows none.</summary>
    public IReadOnlyList<Synonym> Of(IEnumerable<string> stems) => _byExpression.TryGetValue(Key(stems), out var others) ? others : [];

    private void Read(string line)
    {
        if (line.Length == 0) { return; }

        var weight = UsualWeight;
        if (line.LastIndexOf('@') is >= 0 and var at)
        {
            weight = float.Parse(line[(at + 1)..], CultureInfo.InvariantCulture);
            line = line[..at];
        }

        if (line.Split("=>") is [var from, var to])
        {
            var others = to.Split(',').Select(Stems).ToList();
            others.ForEach(other => Add(Stems(from), other, weight));
            return;
        }

        var group = line.Split('=').Select(Stems).ToList();
        foreach (var one in group)
        {
            foreach (var other in group.Where(other => other != one)) { Add(one, other, weight); }
        }
    }

    private void Add(string[] expression, string[] other, float weight)
    {
        if (expression.Length == 0 || other.Length == 0) { return; }

        var key = Key(expression);
        if (!_byExpression.TryGetValue(key, out var others))
        {
            _byExpression[key] = others = [];
            _expressions.Add(expression);
        }

        others.Add(new Synonym(other, weight));
    }

    /// <summary>Sorted, because order doesn't matter.</summary>
    private string[] Stems(string expression) => [.. _french.Read(expression).Select(word => word.Stem).Distinct().Order(StringComparer.Ordinal)];

    private static string Key(IEnumerable<string> stems) => string.Join(' ', stems);
}

/// <param name="Stems">All of them must be there, in any order.</param>
/// <param name="Weight">What a hit is worth beside one of the word as written, 0 to 1.</param>
internal sealed record Synonym(IReadOnlyList<string> Stems, float Weight);
