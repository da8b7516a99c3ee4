using System.ComponentModel;
using Benevolat.Index.Matching;
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
    public sealed record CandidatesResponse(
        [property: Description("Of the table of weights that the scores come from.")] int WeightsVersion, IReadOnlyList<Candidate> Items);

    public sealed record Candidate(
        Guid VolunteerId,
        [property: Description("From the nearest address; null when it would be done from home.")] double? DistanceKm,
        [property: Description("0 to 1.")] double Score,
        IReadOnlyList<MatchReason> Reasons,
        [property: Description("Whether the organisation invited them to this mission already.")] bool Invited);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/candidates", HandleAsync)
        .Validated<RankingRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetCandidates))
        .WithSummary("Volunteers who would suit a mission")
        .WithDescription("For owners and managers of the mission's organisation: volunteers who agreed to be proposed, best first, with the reasons and "
            + "without name or contact. Whoever applied already is not among them; empty unless the mission is open.");

    private static async Task<Results<Ok<CandidatesResponse>, NotFound>> HandleAsync(
        Guid id, [AsParameters] RankingRequest request, HttpContext http, MatchingDb db, Matchmaker matchmaker, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is not { } mission) { return TypedResults.NotFound(); }
        await db.RequireMayWelcomeAsync(mission.OrganisationId, stop);

        var best = await matchmaker.VolunteersForAsync(mission, request.Size, stop);
        var ids = best.Select(hit => hit.Id).ToList();
        var communes = (await db.Volunteers.AsNoTracking().Where(volunteer => ids.Contains(volunteer.Id)).ToListAsync(stop))
            .ToDictionary(volunteer => volunteer.Id, volunteer => volunteer.Wishes.CommuneCode);
        var invited = (await db.Invitations.Where(invitation => invitation.MissionId == id && ids.Contains(invitation.VolunteerId))
            .Select(invitation => invitation.VolunteerId).ToListAsync(stop)).ToHashSet();
        var sentences = new Sentences(RuleText.InEnglish, ToVolunteer: false);
        return TypedResults.Ok(new CandidatesResponse(MatchWeights.Current.Version, [.. best.Select(hit => new Candidate(
            hit.Id, hit.Facts.Km is { } km ? Math.Round(km, 1) : null, MatchReason.Share(hit.Score),
            MatchReason.Of(hit, mission.Facts!, communes.GetValueOrDefault(hit.Id), sentences), invited.Contains(hit.Id)))]));
    }
}
