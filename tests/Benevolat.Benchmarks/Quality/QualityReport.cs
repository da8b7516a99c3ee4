using System.Globalization;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Reporting;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>What the verb <c>quality</c> found, for people.</summary>
internal static class QualityReport
{
    private const double Better = 1.5, FairerExposure = 0.8, NobodyWorse = 0.9;

    public static Report Write(QualityOptions options, Communes communes, IReadOnlyList<WorldResult> results)
    {
        var weights = MatchWeights.Current;
        var report = new Report().Heading("Quality of matching, simulated", 1)
            .Text($"{results.Count} regions of {World.Missions:N0} missions and {World.Volunteers:N0} volunteers, seeds {options.Seed} to {options.Seed + (ulong)results.Count - 1}, around {string.Join(", ", results.Select(result => result.World.Centre.Name))}; "
                + $"places from {communes.Source}. Weights of version {weights.Version}: {string.Join(", ", Enum.GetValues<MatchPart>().Select(part => $"{part} {weights.Of(part):N0}"))}.")
            .Heading("Goals").Goals(Goals(results))
            .Text("“Best simple rule” is the one with the highest NDCG@10 in each region, those that know our conditions included. Repeats are regions.");
        report.Heading("Rules").Table(
            ["rule", "NDCG@10", "first one works out", "organisations shown", "Gini of exposure"],
            results[0].Outcomes.Select((outcome, rule) => Row(outcome.Rule, results, rule)));
        Groups(report, results);
        return report.Heading("How").List(
            "Every pair has a hidden probability that the mission is taken and works out (`Quality/Truth.cs`): true tastes that are partly other than what people name, an ambience that nobody wrote down, "
                + "true free time, true cost of a kilometre, true reliability and quality, and chance. Rankings see what a real profile and a real listing say, mistaken and incomplete as they are (`Quality/World.cs`).",
            "NDCG@10: what the ten shown are worth by place, over the ten that are worth most of all missions of the region, reachable or not. 1 would take reading minds.",
            "Volunteers come one after the other; what each was shown counts as exposure for the next.",
            "Age and diploma decide when people are free, how they travel and how much they say of themselves. Only the simulation knows them.",
            $"Weights were tuned on other regions (`--tune`, seeds from {QualityOptions.TuningSeed}).");
    }

    private static IEnumerable<Ratio> Goals(IReadOnlyList<WorldResult> results)
    {
        yield return Ratio.NotLess("our NDCG@10 ÷ the best simple rule's", Better, results.Select(result => result.Ours.MeanNdcg / result.BestSimple.MeanNdcg));
        yield return Ratio.NotMore("our Gini of exposure ÷ the best simple rule's", FairerExposure, results.Select(result => result.Ours.Gini / result.BestSimple.Gini));
        yield return Ratio.NotLess("worst served age bracket ÷ all, NDCG@10", NobodyWorse, results.Select(result => Worst(result, person => (int)person.Age)));
        yield return Ratio.NotLess("worst served diploma ÷ all, NDCG@10", NobodyWorse, results.Select(result => Worst(result, person => (int)person.Diploma)));
    }

    private static double Worst(WorldResult result, Func<Person, int> group) =>
        result.World.People.Index().GroupBy(person => group(person.Item), person => result.Ours.Ndcg[person.Index]).Min(served => served.Average()) / result.Ours.MeanNdcg;

    private static string[] Row(string name, IReadOnlyList<WorldResult> results, int rule)
    {
        return [name, Mean(outcome => outcome.MeanNdcg), Mean(outcome => outcome.Precision), Mean(outcome => outcome.Coverage), Mean(outcome => outcome.Gini)];

        string Mean(Func<Outcome, double> of) => Text(results.Average(result => of(result.Outcomes[rule])));
    }

    private static void Groups(Report report, IReadOnlyList<WorldResult> results)
    {
        var people = results.SelectMany(result => result.World.People.Select((person, number) => (Person: person, Ours: result.Ours.Ndcg[number], Simple: result.BestSimple.Ndcg[number]))).ToList();
        var groups = people.GroupBy(one => one.Person.Age.ToString()).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Concat(people.GroupBy(one => one.Person.Diploma.ToString()).OrderBy(group => group.Key, StringComparer.Ordinal));
        report.Heading("By groups that the engine doesn't know").Table(
            ["group", "volunteers", "ours, NDCG@10", "best simple rule", "ours ÷ simple"],
            groups.Select(group => (string[])[group.Key, $"{group.Count():N0}", Text(group.Average(one => one.Ours)), Text(group.Average(one => one.Simple)), Text(group.Average(one => one.Ours) / group.Average(one => one.Simple))]));
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
