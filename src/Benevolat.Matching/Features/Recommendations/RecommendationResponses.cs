using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Matching;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>A mission that suits, and why.</summary>
public sealed record Recommendation(
    RecommendedMission Mission,
    [property: Description("0 to 1: the sum of the contributions.")] double Score,
    IReadOnlyList<MatchReason> Reasons,
    [property: Description("What one could say or change for a better match; what isn't in one's hands isn't listed.")] IReadOnlyList<MatchAdvice> Improvements)
{
    internal static Recommendation Of(MatchedMission matched, string? homeCommune, Sentences sentences) => new(
        RecommendedMission.Of(matched.Id, matched.Facts, matched.PlacesLeft, matched.Hit.Facts),
        MatchReason.Share(matched.Hit.Score),
        MatchReason.Of(matched.Hit, matched.Facts, homeCommune, sentences),
        MatchAdvice.Of(matched.Hit, matched.Facts, sentences));
}

/// <summary>A mission that would suit but for one condition.</summary>
public sealed record MissedRecommendation(RecommendedMission Mission, IReadOnlyList<MissingCondition> Missing)
{
    internal static MissedRecommendation Of(MissedMission missed, int radiusKm, Sentences sentences) => new(
        RecommendedMission.Of(missed.Id, missed.Facts, missed.PlacesLeft, missed.Miss.Hit.Facts),
        [new(missed.Miss.Failed, sentences.Missing(missed.Miss, missed.Facts, radiusKm))]);
}

/// <summary>Why it isn't among the recommendations.</summary>
public sealed record MissingCondition(MatchConstraint Constraint, [property: Description("In the language of the request.")] string Sentence);

/// <summary>What a list shows of a recommended mission.</summary>
public sealed record RecommendedMission(
    Guid Id, string Title, Guid OrganisationId, string OrganisationName,
    [property: Description("Of the nearest address; null when it is done from home.")] string? Commune,
    [property: Description("Null when it is done from home.")] double? DistanceKm,
    int PlacesLeft, MissionDomain Domain, MissionKind Kind)
{
    internal static RecommendedMission Of(Guid id, MissionFacts mission, int placesLeft, MatchFacts facts) => new(
        id, mission.Title, mission.OrganisationId, mission.OrganisationName, facts.Place is { } place ? mission.Addresses[place].Commune : null,
        facts.Km is { } km ? Math.Round(km, 1) : null, placesLeft, mission.Domain, mission.Kind);
}
