using System.ComponentModel;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>One part of a score, in figures and in words.</summary>
public sealed record MatchReason(
    MatchPart Part,
    [property: Description("What the part adds to the score; all parts together are the score.")] double Contribution,
    [property: Description("In the language of the request.")] string Sentence)
{
    public static IReadOnlyList<MatchReason> Of(Match match, Sentences sentences) => [.. match.Parts
        .OrderByDescending(part => part.Contribution).ThenBy(part => part.Part)
        .Select(part => new MatchReason(part.Part, part.Contribution, sentences.Of(part.Part, match.Facts)))];
}
