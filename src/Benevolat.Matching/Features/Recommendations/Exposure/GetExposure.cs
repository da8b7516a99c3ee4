using System.ComponentModel;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations.Exposure;

/// <summary>How often missions were proposed: an organisation's own, and how evenly over all.</summary>
public static class GetExposure
{
    public sealed record OrganisationExposureResponse(
        [property: Description("How often its missions were proposed to somebody.")] long Shown,
        [property: Description("Of these, among the first ten.")] long FirstPage,
        DateOnly Since,
        [property: Description("Its share of all proposals, 0 to 1.")] double Share);

    public sealed record WholeExposureResponse(
        [property: Description("Organisations with open missions.")] int Organisations,
        long Shown,
        [property: Description("0: all are shown alike; 1: one alone is shown.")] double Gini);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisations/{id:guid}/exposure", OfOrganisationAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("GetOrganisationExposure")
            .WithSummary("How often an organisation is proposed")
            .WithDescription("For its members: how often its missions were among the recommendations of the last 30 days. Counts lag by some seconds.");
        api.MapGet("/ops/matching/exposure", OfAllAsync)
            .RequireAuthorization(Policies.Operator)
            .WithName(nameof(GetExposure))
            .WithSummary("How evenly organisations are proposed")
            .WithDescription("Over the last 30 days, over all organisations that have open missions: those that were never shown count.");
    }

    private static async Task<Results<Ok<OrganisationExposureResponse>, NotFound>> OfOrganisationAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.RoleAsync(id, http, stop) is null) { return TypedResults.NotFound(); }

        var since = ParisTime.DayOf(clock.GetUtcNow()).AddDays(-ExposureBook.Days);
        var days = db.Exposures.Where(row => row.Day >= since);
        var (all, theirs) = (await days.SumAsync(row => row.Shown, stop), days.Where(row => row.OrganisationId == id));
        var (shown, first) = (await theirs.SumAsync(row => row.Shown, stop), await theirs.SumAsync(row => row.FirstPage, stop));
        return TypedResults.Ok(new OrganisationExposureResponse(shown, first, since, all == 0 ? 0 : (double)shown / all));
    }

    private static async Task<Ok<WholeExposureResponse>> OfAllAsync(MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var since = ParisTime.DayOf(clock.GetUtcNow()).AddDays(-ExposureBook.Days);
        var offering = await db.Missions.Where(mission => mission.State == MissionState.Open).Select(mission => mission.OrganisationId).Distinct().ToListAsync(stop);
        var shown = await db.Exposures.Where(row => row.Day >= since).GroupBy(row => row.OrganisationId)
            .Select(rows => new { rows.Key, Shown = rows.Sum(row => row.Shown) }).ToDictionaryAsync(row => row.Key, row => row.Shown, stop);
        return TypedResults.Ok(new WholeExposureResponse(
            offering.Count, shown.Values.Sum(), Math.Round(Gini.Of(offering.Select(organisation => (double)shown.GetValueOrDefault(organisation))), 4)));
    }
}
