using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>Missions that suit the volunteer, with the reasons.</summary>
public static class GetRecommendations
{
    public sealed record RecommendationsResponse(IReadOnlyList<Recommendation> Items);

    public sealed record Recommendation(RecommendedMission Mission, [property: Description("0 to 1.")] double Score, IReadOnlyList<MatchReason> Reasons);

    public sealed record RecommendedMission(
        Guid Id, string Title, string OrganisationName,
        [property: Description("Of the nearest address; null when it is done from home.")] string? Commune,
        [property: Description("Null when it is done from home.")] double? DistanceKm,
        int PlacesLeft, MissionDomain Domain, MissionKind Kind);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/volunteers/me/recommendations", HandleAsync)
        .Validated<RankingRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetRecommendations))
        .WithSummary("Missions that suit me")
        .WithDescription("The best open missions within the volunteer's reach and hours, best first, each with its score and the facts behind it. "
            + "Empty for a volunteer without a profile.");

    private static async Task<Ok<RecommendationsResponse>> HandleAsync(
        [AsParameters] RankingRequest request, HttpContext http, MatchingDb db, Ranker ranker, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var volunteer = await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == account, stop);
        var best = volunteer is null ? [] : await ranker.MissionsForAsync(volunteer, request.Size, stop);

        var sentences = new Sentences(RuleText.InEnglish, ToVolunteer: true);
        return TypedResults.Ok(new RecommendationsResponse([.. best.Select(ranked => Show(ranked, sentences))]));
    }

    private static Recommendation Show(RankedMission ranked, Sentences sentences)
    {
        var (mission, facts) = (ranked.Match.Facts.Mission, ranked.Match.Facts);
        return new(
            new(ranked.Mission.Id, mission.Title, mission.OrganisationName, facts.Address?.Commune, facts.DistanceKm,
                ranked.PlacesLeft, mission.Domain, mission.Kind),
            ranked.Match.Score,
            MatchReason.Of(ranked.Match, sentences));
    }
}

/// <summary>How many results a ranking gives.</summary>
public sealed record RankingRequest([property: Description("How many, 1 to 100; 10 when absent.")] int? Limit)
{
    public int Size => Limit ?? 10;
}

public sealed class RankingRequestValidator : AbstractValidator<RankingRequest>
{
    public RankingRequestValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
