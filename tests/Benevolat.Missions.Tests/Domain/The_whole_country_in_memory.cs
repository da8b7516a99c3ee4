using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Places.Lookup;

namespace Benevolat.Missions.Tests.Domain;

public sealed class The_whole_country_in_memory
{
    [Fact]
    public void Every_commune_is_found_by_its_name_however_typed_and_by_name_and_postcode()
    {
        var index = WholeCountry.Index();
        Assert.True(WholeCountry.List.Count > 34_000);
        var named = WholeCountry.List.CountBy(facts => Key(facts.Name)).ToDictionary();
        foreach (var facts in WholeCountry.List.Where((_, number) => number % 7 == 0))
        {
            string[] spellings =
                [facts.Name, facts.Name.ToUpperInvariant(), Key(facts.Name), string.Join(' ', PlaceName.Words(facts.Name).Reverse()), Regex.Replace(facts.Name, @"\bSaint\b", "St")];
            // Names of the same words in another order count as homonyms: a few more.
            Assert.All(spellings, typed => Assert.Contains(facts.Code, index.Named(typed, named[Key(facts.Name)] + 10).Select(place => place.Code)));
            Assert.Equal(Key(facts.Name).Split(' ').Order(), PlaceName.Words(index.Search(facts.Name, 1)[0].Name).Order());
            if (facts.Postcodes is [var postcode]) { Assert.Contains(postcode, index.Find(postcode, facts.Name)!.Postcodes); }
        }
    }

    /// <summary>Numbers for people, on demand (<c>--explicit only</c>).</summary>
    [Fact(Explicit = true)]
    public void How_long_a_question_takes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var index = WholeCountry.Index();
        var built = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Tell($"{index.Count} places: built in {built.TotalMilliseconds:0} ms, {memory / 1e6:0} MB");

        var chance = new Random(1);
        var names = Enumerable.Range(0, 3_000).Select(_ => WholeCountry.List[chance.Next(WholeCountry.List.Count)]).ToList();
        Measure(index, "one letter", Enumerable.Range(0, 2_000).Select(number => $"{(char)('a' + (number % 26))}"));
        Measure(index, "begun", names.Select(facts => facts.Name[..chance.Next(1, facts.Name.Length + 1)]));
        Measure(index, "whole", names.Select(facts => facts.Name));
        Measure(index, "postcode begun", names.Where(facts => facts.Postcodes.Count > 0).Select(facts => facts.Postcodes[0][..chance.Next(1, 6)]));
        Measure(index, "one typo", names.Where(facts => facts.Name.Length > 6).Select(facts => facts.Name.Remove(chance.Next(2, facts.Name.Length - 2), 1)));
        Measure(index, "nothing", names.Select(facts => $"{facts.Name[..Math.Min(5, facts.Name.Length)]}xyz {facts.Name}"));
        Measure(index, "ten words", names.Select(_ => "saint sur en le la les de du des et"));
    }

    /// <summary>Each question several times, of which the quickest counts: what others do on the machine meanwhile is not the question's doing.</summary>
    private static void Measure(PlaceIndex index, string kind, IEnumerable<string> questions)
    {
        var asked = questions.ToList();
        foreach (var question in asked.Take(500)) { index.Search(question, 10); }
        var times = asked.ConvertAll(question => Enumerable.Range(0, 7).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            index.Search(question, 10);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
        times.Sort();
        Tell($"{kind}: p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms, longest {times[^1]:0.000} ms of {times.Count}");
    }

    private static string Key(string name) => string.Join(' ', PlaceName.Words(name));

    private static void Tell(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
