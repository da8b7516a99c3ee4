namespace Benevolat.Benchmarks.Quality;

/// <summary>What a rule did in one world.</summary>
/// <param name="Ndcg">Of each volunteer: what the ten shown are worth, by place, over the best ten there are.</param>
/// <param name="Precision">The share of volunteers for whom the first is more likely than not to work out, of those who have any such.</param>
/// <param name="Coverage">The share of organisations shown to anybody.</param>
/// <param name="Gini">Of how often organisations were shown.</param>
internal sealed record Outcome(string Rule, IReadOnlyList<double> Ndcg, double Precision, double Coverage, double Gini)
{
    public double MeanNdcg => Ndcg.Average();

    public static Outcome Of(RankingRule rule, World world, Truth truth)
    {
        var shown = world.Works.Select(work => work.Said.OrganisationId).Distinct().ToDictionary(organisation => organisation, _ => 0.0);
        var (ndcg, first, possible) = (new double[world.People.Count], 0, 0);
        for (var person = 0; person < ndcg.Length; person++)
        {
            var (worth, chosen) = (truth.Of(person), rule.Choose(person));
            ndcg[person] = Gained(chosen.Select(work => (double)worth[work])) / Gained(worth.Select(value => (double)value).OrderDescending().Take(RankingRule.Shown));
            possible += worth.Max() > 0.5 ? 1 : 0;
            first += chosen.Count > 0 && worth[chosen[0]] > 0.5 ? 1 : 0;
            foreach (var work in chosen) { shown[world.Works[work].Said.OrganisationId]++; }
        }

        return new(rule.Name, ndcg, first / (double)possible, shown.Values.Count(times => times > 0) / (double)shown.Count, Index.Matching.Gini.Of(shown.Values));
    }

    private static double Gained(IEnumerable<double> worth) => worth.Select((value, place) => value / Math.Log2(place + 2)).Sum();
}
