using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Index.Matching;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>One part of a score, in figures and in words.</summary>
public sealed record MatchReason(
    MatchPart Part,
    [property: Description("What the part adds to the score; all parts together are the score.")] double Contribution,
    [property: Description("The most that it could add.")] double Most,
    [property: Description("In the language of the request.")] string Sentence)
{
    internal static IReadOnlyList<MatchReason> Of(MatchHit hit, MissionFacts mission, string? homeCommune, Sentences sentences) => [.. hit.Parts
        .Where(part => part.Contribution > 0)
        .OrderByDescending(part => part.Contribution).ThenBy(part => part.Part)
        .Select(part => new MatchReason(part.Part, Share(part.Contribution), Share(part.Weight), sentences.Of(part.Part, hit, mission, homeCommune)))];

    internal static double Share(int score) => (double)score / MatchWeights.Whole;
}

/// <summary>What somebody could say or change for a better match.</summary>
public sealed record MatchAdvice(MatchPart Part, [property: Description("In the language of the request.")] string Sentence)
{
    private const int Most = 3;

    internal static IReadOnlyList<MatchAdvice> Of(MatchHit hit, MissionFacts mission, Sentences sentences) => [.. MatchImprovements.Of(hit)
        .Select(improvement => (improvement.Part, Sentence: sentences.Improve(improvement.Part, hit, mission)))
        .Where(advice => advice.Sentence is not null)
        .Take(Most)
        .Select(advice => new MatchAdvice(advice.Part, advice.Sentence!))];
}
