using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Benevolat.Web.Search;
using Benevolat.Web.Text;

namespace Benevolat.Web.Tests.Unit;

/// <summary>Every sentence of the sources has its English, and the English has nothing else.</summary>
public sealed partial class TranslationTests
{
    /// <summary>Indexers whose key is no literal: what they may say stands in the vocabularies.</summary>
    private static readonly string[] FromVocabularies =
        ["label", "sentence", "moment", "day.Label", "part.Label", "Filter.Title", "Labels.Of(", "Moments.Label(", "Week.Parts["];

    private static readonly IReadOnlyList<string> Sources = [.. Directory.EnumerateFiles(WebFolder(), "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".razor" or ".cs" && !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(File.ReadAllText)];

    private static readonly Dictionary<string, string> English = Translations();

    [Fact]
    public void Every_sentence_is_translated() => Assert.Empty(Sentences().Except(English.Keys));

    [Fact]
    public void Every_translation_is_of_a_sentence() =>
        Assert.Empty(English.Keys.Except(Sentences()).Except(Departments.All.Select(department => department.Label)));

    [Fact]
    public void A_translation_has_the_places_of_its_sentence() =>
        Assert.DoesNotContain(English, pair => !Places(pair.Key).SetEquals(Places(pair.Value)));

    [Fact]
    public void English_has_no_french_spaces_and_quotes() => Assert.DoesNotContain(English.Values, text => FrenchMarks().IsMatch(text));

    [Fact]
    public void A_key_that_is_no_literal_comes_from_a_vocabulary() => Assert.DoesNotContain(
        Sources.SelectMany(source => Computed().Matches(source)).Select(match => match.Groups[1].Value),
        key => !FromVocabularies.Any(known => key.StartsWith(known, StringComparison.Ordinal)));

    [Fact]
    public void The_sources_are_found() => Assert.True(Literals().Count() > 400);

    private static IEnumerable<string> Sentences() => Literals().Concat(Vocabularies()).Distinct();

    private static IEnumerable<string> Literals() => Sources.SelectMany(source =>
        Indexers().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(Counts().Matches(source).SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value })));

    private static IEnumerable<string> Vocabularies() =>
    [
        .. typeof(Labels).GetFields().Select(field => field.GetValue(null)).OfType<IReadOnlyList<(string Value, string Label)>>()
            .Append(Activities.All).Append(Week.Days).SelectMany(list => list).Select(entry => entry.Label),
        .. Week.Parts.Select(part => part.Label), .. Moments.All.Select(moment => moment.Label),
        .. SearchFilter.All.Select(filter => filter.Title), .. Announcements.All,
    ];

    private static Dictionary<string, string> Translations()
    {
        var resources = new ResourceManager("Benevolat.Web.Resources.Text.Texts", typeof(Texts).Assembly);
        var set = resources.GetResourceSet(new CultureInfo("en"), createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static string WebFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Benevolat.Web"));

    [GeneratedRegex(@"\b[Tt]\[""([^""]*)""")]
    private static partial Regex Indexers();

    [GeneratedRegex(@"\b[Tt]\.Count\([^""]*""([^""]*)"",\s*""([^""]*)""")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b[Tt]\[(?!"")([^\]]*)")]
    private static partial Regex Computed();

    [GeneratedRegex(@"[«»\u00a0\u202f]| [:;?!]")]
    private static partial Regex FrenchMarks();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
