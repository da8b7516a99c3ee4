using Benevolat.Contracts.Missions;
using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Coaching;
using Benevolat.Missions.Features.Discovery.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>Gathers what moderators want to know about missions that wait.</summary>
internal sealed class ReviewFacts(MissionsDb db, SearchIndex index, TimeProvider clock)
{
    private const int MostLookAlikes = 3;
    private const double NearbyKm = 20;

    /// <summary>Less than half of what the words could score is a chance meeting of common words.</summary>
    private const float LeastLikeness = 0.5f;

    public async Task<List<ReviewItem>> OfAsync(List<Mission> missions, CancellationToken stop)
    {
        var responses = await db.ToResponsesAsync(missions, stop);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var organisations = missions.Select(mission => mission.OrganisationId).ToHashSet();
        var profiles = await db.Organisations.AsNoTracking().Where(organisation => organisations.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Profile, stop);
        var histories = await HistoriesAsync(organisations, stop);
        var alike = missions.ToDictionary(mission => mission.Id, FindLookAlikes);
        var ids = alike.Values.SelectMany(hits => hits).Select(hit => hit.Id).ToHashSet();
        var shown = await db.Missions.AsNoTracking().Where(mission => ids.Contains(mission.Id))
            .Select(mission => new { mission.Id, mission.Title, mission.OrganisationId, mission.OrganisationName })
            .ToDictionaryAsync(row => row.Id, stop);
        return [.. missions.Zip(responses, (mission, response) => new ReviewItem(
            response, mission.SubmittedAt, CoachingResponse.Of(Coach.Look(new CoachedMission(mission.Content(), profiles[mission.OrganisationId], today))),
            histories.GetValueOrDefault(mission.OrganisationId, new(0, 0, 0, 0)),
            [.. alike[mission.Id].Where(hit => shown.ContainsKey(hit.Id)).Select(hit => new LookAlike(
                hit.Id, shown[hit.Id].Title, shown[hit.Id].OrganisationName, shown[hit.Id].OrganisationId == mission.OrganisationId,
                hit.DistanceKm is { } km ? Math.Round(km, 1) : null))]))];
    }

    private IReadOnlyList<MissionHit> FindLookAlikes(Mission mission)
    {
        var main = mission.Addresses.MinBy(address => address.Position);
        var found = index.Current.Find(new MissionQuery
        {
            Text = mission.Title.Replace('"', ' '),
            Near = main is null ? null : new GeoPoint(main.Latitude, main.Longitude),
            RadiusKm = main is null ? null : NearbyKm,
            Remotes = main is null ? ["full"] : [],
            Today = ParisTime.DateOf(clock.GetUtcNow()),
            Limit = MostLookAlikes,
            WithFacets = false,
        });
        return [.. found.Hits.Where(hit => hit.TextScore >= LeastLikeness && found.Understanding.Dropped.Count == 0 && hit.Id != mission.Id)];
    }

    private async Task<Dictionary<Guid, OrganisationHistory>> HistoriesAsync(IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        var (refused, reported) = (ClosingReason.Refused.ToKebab(), ClosingReason.Reported.ToKebab());
        var rows = await db.Missions
            .Where(mission => organisations.Contains(mission.OrganisationId))
            .GroupBy(mission => mission.OrganisationId)
            .Select(group => new
            {
                group.Key,
                Published = group.Count(mission => mission.PublishedAt != null),
                Refused = group.Count(mission => mission.StateReason == refused),
                Reported = group.Count(mission => mission.StateReason == reported),
            })
            .ToListAsync(stop);
        var open = await (
            from report in db.MissionReports
            join mission in db.Missions on report.MissionId equals mission.Id
            where report.Outcome == null && organisations.Contains(mission.OrganisationId)
            group report by mission.OrganisationId into reports
            select new { reports.Key, Count = reports.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        return rows.ToDictionary(row => row.Key, row => new OrganisationHistory(row.Published, row.Refused, row.Reported, open.GetValueOrDefault(row.Key)));
    }
}
