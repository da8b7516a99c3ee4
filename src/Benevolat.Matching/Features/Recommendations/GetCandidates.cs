using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>Volunteers who would suit a mission, without name or contact.</summary>
public static class GetCandidates
{
    public sealed record CandidatesResponse(IReadOnlyList<Candidate> Items);

    public sealed record Candidate(
        Guid VolunteerId,
        [property: Description("From the nearest address; null when it would be done from home.")] double? DistanceKm,
        [property: Description("0 to 1.")] double Score,
        IReadOnlyList<MatchReason> Reasons);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/candidates", HandleAsync)
        .Validated<RankingRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetCandidates))
        .WithSummary("Volunteers who would suit a mission")
        .WithDescription("For owners and managers of the mission's organisation: volunteers who agreed to be proposed, best first, with the reasons and "
            + "without name or contact. Whoever applied already is not among them; empty unless the mission is open.");

    private static async Task<Results<Ok<CandidatesResponse>, NotFound>> HandleAsync(
        Guid id, [AsParameters] RankingRequest request, HttpContext http, MatchingDb db, Ranker ranker, CancellationToken stop)
    {
        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, stop);
        if (mission is not { IsKnown: true }) { return TypedResults.NotFound(); }

        var role = await db.RoleAsync(mission.OrganisationId, http, stop);
        if (role is null) { return TypedResults.NotFound(); }
        if (!role.ManagesApplications()) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }

        await db.RequireMayWelcomeAsync(mission.OrganisationId, stop);

        var best = await ranker.VolunteersForAsync(mission, request.Size, stop);
        var sentences = new Sentences(RuleText.InEnglish, ToVolunteer: false);
        return TypedResults.Ok(new CandidatesResponse([.. best.Select(ranked =>
            new Candidate(ranked.Volunteer.Id, ranked.Match.Facts.DistanceKm, ranked.Match.Score, MatchReason.Of(ranked.Match, sentences)))]));
    }
}
