using Benevolat.Index.Search;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>Says how a search was understood and its results were ordered.</summary>
internal static class Explanations
{
    private const string Formula =
        "relevance = 0.70 × text + 0.15 × nearness + 0.10 × freshness + 0.05 × answers; text: BM25F of the words (title 4, organisation 3, commune 2, "
        + "activities 2, description 1) over what a mission that is all about them would get; nearness: 1 / (1 + d / 10 km); freshness: halves "
        + "every 30 days; answers: the organisation's answer rate, 0.5 while unknown";

    private static readonly Dictionary<string, double> Weights = new()
    {
        ["text"] = Tidy(Relevance.TextWeight),
        ["nearness"] = Tidy(Relevance.NearnessWeight),
        ["freshness"] = Tidy(Relevance.FreshnessWeight),
        ["answers"] = Tidy(Relevance.AnswersWeight),
    };

    public static QueryExplanation Of(MissionHits found) => new(
        [.. found.Understanding.Words.Select(word => new ExplainedWord(word.Written, Tidy(word.Rarity),
            [.. word.Alternatives.Select(way => new ExplainedAlternative(way.Stems, Tidy(way.Weight), way.IsPhrase))]))],
        Weights, Formula,
        [.. found.Hits.Select(hit => new ExplainedScore(hit.Id, double.IsFinite(hit.Key) ? hit.Key : null, Tidy(hit.TextScore)))]);

    private static double Tidy(float number) => Math.Round(number, 4);
}
