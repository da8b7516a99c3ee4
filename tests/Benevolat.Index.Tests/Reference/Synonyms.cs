using System.Globalization;
using System.Text.RegularExpressions;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>Expressions and what else each one finds, by stems.</summary>
internal sealed partial class Synonyms
{
    private const float DefaultWeight = 0.7f;

    private readonly Dictionary<string, List<UnderstoodAlternative>> _others = new(StringComparer.Ordinal);
    private readonly List<List<string>> _expressions = [];

    public Synonyms(string lines)
    {
        foreach (var line in lines.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)) { Add(line); }
    }

    /// <summary>The list that the engine carries.</summary>
    public static Synonyms BuiltIn { get; } = new(ReadBuiltIn());

    /// <summary>The stems of every expression that has synonyms: the longer first, else in the order of the list.</summary>
    public IEnumerable<IReadOnlyList<string>> Expressions => _expressions.OrderByDescending(expression => expression.Count);

    /// <summary>The expressions as they are written, those of one line together.</summary>
    public List<string[]> Groups { get; } = [];

    /// <summary>Whether the list says what else to call what one word says.</summary>
    public bool HasWord(string stem) => _others.ContainsKey(stem);

    public IReadOnlyList<UnderstoodAlternative> Of(IEnumerable<string> expression) => _others[string.Join(' ', expression)];

    private static string ReadBuiltIn()
    {
        using var file = typeof(MissionQuery).Assembly.GetManifestResourceStream("synonyms.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private void Add(string line)
    {
        var weight = Weight().Match(line);
        var value = weight.Success ? float.Parse(weight.Groups[1].Value, CultureInfo.InvariantCulture) : DefaultWeight;
        var group = weight.Success ? line[..weight.Index] : line;
        Groups.Add(group.Split(["=>", "=", ","], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (group.Split("=>") is [var one, var many])
        {
            AddOneWay(one, many.Split(','), value);
            return;
        }

        var equal = group.Split('=');
        for (var i = 0; i < equal.Length; i++) { AddOneWay(equal[i], equal.Where((_, other) => other != i), value); }
    }

    private void AddOneWay(string from, IEnumerable<string> to, float weight)
    {
        var stems = Stems(from);
        var meant = to.Select(Stems).Where(other => other.Count > 0)
            .Select(other => new UnderstoodAlternative(other, weight, IsPhrase: false)).ToList();
        if (stems.Count == 0 || meant.Count == 0) { return; }
        var key = string.Join(' ', stems);
        if (!_others.TryGetValue(key, out var known))
        {
            _others[key] = known = [];
            _expressions.Add(stems);
        }

        known.AddRange(meant);
    }

    /// <summary>Each once and by the alphabet: an expression is found in any order.</summary>
    private static List<string> Stems(string expression) =>
        [.. Analysis.Read(expression).Select(word => word.Stem).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\s@([0-9.]+)$")]
    private static partial Regex Weight();
}
