using System.ComponentModel;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>Missions that suit the volunteer, with the reasons, and some that fail by one condition only.</summary>
public static class GetRecommendations
{
    public sealed record RecommendationsResponse(
        [property: Description("Of the table of weights that the scores come from.")] int WeightsVersion,
        IReadOnlyList<Recommendation> Items,
        [property: Description("“Why not these?”: up to five missions that fail exactly one condition.")] IReadOnlyList<MissedRecommendation> NearMisses);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/volunteers/me/recommendations", HandleAsync)
        .Validated<RankingRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetRecommendations))
        .WithSummary("Missions that suit me")
        .WithDescription("The best open missions within the volunteer's reach and hours, each with its score, the facts behind every part of it, and what would make a "
            + "better match. At most two of one organisation are among the first ten, and organisations that were shown little get room. `nearMisses` are those that "
            + "fail one condition only. Age, gender and origin aren't known here. Empty for a volunteer without a profile.");

    private static async Task<Ok<RecommendationsResponse>> HandleAsync(
        [AsParameters] RankingRequest request, HttpContext http, MatchingDb db, Matchmaker matchmaker, CancellationToken stop)
    {
        var (account, version) = (http.User.AccountId(), MatchWeights.Current.Version);
        if (await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == account, stop) is not { } volunteer)
        {
            return TypedResults.Ok(new RecommendationsResponse(version, [], []));
        }

        var (best, missed) = await matchmaker.MissionsForAsync(volunteer, request.Size, stop);
        var sentences = new Sentences(RuleText.InEnglish, ToVolunteer: true);
        return TypedResults.Ok(new RecommendationsResponse(
            version,
            [.. best.Select(matched => Recommendation.Of(matched, volunteer.Wishes.CommuneCode, sentences))],
            [.. missed.Select(miss => MissedRecommendation.Of(miss, volunteer.RadiusKm, sentences))]));
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
