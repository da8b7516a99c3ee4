using Benevolat.Contracts.Missions;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Recommendations.Exposure;
using Benevolat.Matching.Features.Recommendations.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>A mission with its places left and why it suits.</summary>
public sealed record MatchedMission(Guid Id, MissionFacts Facts, int PlacesLeft, MatchHit Hit);

/// <summary>A mission that fails one condition only.</summary>
public sealed record MissedMission(Guid Id, MissionFacts Facts, int PlacesLeft, NearMiss Miss);

/// <summary>
/// Everything that ranks goes through here: the index in memory finds and scores, the fair ranking orders, the database says what the best few
/// look like this moment.
/// </summary>
public sealed class Matchmaker(MatchingDb db, MatchIndex index, ExposureBook exposures, TimeProvider clock)
{
    /// <summary>More candidates than are shown, so that re-ranking has something to choose from.</summary>
    private const int Room = 3;
    private const int LeastRoom = 60;
    private const int NearMisses = 5;

    /// <summary>Open missions with places left, within reach, not yet applied for and not the volunteer's own organisation's.</summary>
    public async Task<(IReadOnlyList<MatchedMission> Best, IReadOnlyList<MissedMission> Missed)> MissionsForAsync(Volunteer volunteer, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(volunteer);
        var (who, ask) = await QuestionAsync(volunteer, Candidates(count), stop);
        var (missions, best) = (index.Missions.Current, new List<MatchedMission>());
        best.AddRange(await ShowAsync(missions.Best(who, ask), count, stop));
        exposures.Shown(best.Select(mission => mission.Facts.OrganisationId));
        return (best, await ShowAsync(missions.NearMisses(who, ask with { Count = NearMisses }), stop));
    }

    /// <summary>The same for somebody without an account, of whom we know what they just said.</summary>
    public async Task<IReadOnlyList<MatchedMission>> MissionsForAsync(MatchVolunteer somebody, int count, CancellationToken stop)
    {
        var best = await ShowAsync(index.Missions.Current.Best(somebody, new() { Now = clock.GetUtcNow(), Count = Candidates(count) }), count, stop);
        exposures.Shown(best.Select(mission => mission.Facts.OrganisationId));
        return best;
    }

    /// <summary>Volunteers who agreed to be proposed, and who neither applied yet nor belong to the organisation.</summary>
    public async Task<IReadOnlyList<MatchHit>> VolunteersForAsync(Mission mission, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mission);
        if (mission is not { State: MissionState.Open, Facts: { } facts }) { return []; }

        var left = await db.Allocations.Where(places => places.MissionId == mission.Id).Select(places => places.Places - places.Taken).SingleOrDefaultAsync(stop);
        var known = await db.Memberships.Where(member => member.OrganisationId == mission.OrganisationId && member.Role != null).Select(member => member.AccountId)
            .Union(db.Applications.Where(application => application.MissionId == mission.Id).Select(application => application.VolunteerId))
            .ToListAsync(stop);
        var hits = index.Volunteers.Current.Best(
            MatchProfiles.Of(mission.Id, facts, MissionStanding.New with { PlacesLeft = Math.Max(0, left) }),
            new() { Now = clock.GetUtcNow(), Count = count, Excluded = known });
        // The index may lag by a moment: consent taken back counts at once.
        var ids = hits.Select(hit => hit.Id).ToList();
        var visible = (await db.Volunteers.Where(volunteer => ids.Contains(volunteer.Id) && volunteer.Visible).Select(volunteer => volunteer.Id).ToListAsync(stop)).ToHashSet();
        return [.. hits.Where(hit => visible.Contains(hit.Id))];
    }

    /// <summary>Other missions for somebody whose application leads nowhere: what suits them, or else what is like the one they wanted.</summary>
    public async Task<IReadOnlyList<Guid>> AlternativesToAsync(Application application, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(application);
        var (missions, found) = (index.Missions.Current, new List<MatchHit>());
        if (await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == application.VolunteerId, stop) is { } volunteer)
        {
            var (who, ask) = await QuestionAsync(volunteer, Candidates(count), stop);
            found.AddRange(missions.Best(who, ask));
        }

        if (found.Count < count && await db.Missions.AsNoTracking().SingleOrDefaultAsync(known => known.Id == application.MissionId, stop) is { Facts: { } facts } mission)
        {
            var ask = (await AsksAsync([application.VolunteerId], Candidates(count), stop))(application.VolunteerId);
            found.AddRange(missions.Similar(MatchProfiles.Of(mission.Id, facts, MissionStanding.New), ask).Where(hit => found.All(other => other.Id != hit.Id)));
        }

        return [.. (await ShowAsync(found, count, stop)).Select(shown => shown.Id)];
    }

    /// <summary>Volunteers as the engine knows them, in the order given, and what each doesn't want to see again.</summary>
    public async Task<IReadOnlyList<(MatchVolunteer Who, MatchAsk Ask)>> QuestionsAsync(IReadOnlyList<Volunteer> volunteers, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(volunteers);
        List<Guid> ids = [.. volunteers.Select(volunteer => volunteer.Id)];
        var steps = await db.StepsOfAsync(ids, stop);
        var asks = await AsksAsync(ids, count, stop);
        return [.. volunteers.Select(volunteer => (MatchProfiles.Of(volunteer, steps.GetValueOrDefault(volunteer.Id)), asks(volunteer.Id)))];
    }

    private static int Candidates(int count) => Math.Clamp(count * Room, LeastRoom, MatchAsk.MostHits);

    private async Task<(MatchVolunteer Who, MatchAsk Ask)> QuestionAsync(Volunteer volunteer, int count, CancellationToken stop) =>
        (await QuestionsAsync([volunteer], count, stop))[0];

    /// <summary>What each volunteer applied for already, and the organisations they belong to.</summary>
    private async Task<Func<Guid, MatchAsk>> AsksAsync(List<Guid> volunteers, int count, CancellationToken stop)
    {
        var applied = (await db.Applications.Where(application => volunteers.Contains(application.VolunteerId))
            .Select(application => new { application.VolunteerId, application.MissionId }).ToListAsync(stop)).ToLookup(pair => pair.VolunteerId, pair => pair.MissionId);
        var belongs = (await db.Memberships.Where(member => volunteers.Contains(member.AccountId) && member.Role != null)
            .Select(member => new { member.AccountId, member.OrganisationId }).ToListAsync(stop)).ToLookup(pair => pair.AccountId, pair => pair.OrganisationId);
        var now = clock.GetUtcNow();
        return volunteer => new()
        {
            Now = now,
            Count = Math.Min(count, MatchAsk.MostHits),
            Excluded = [.. applied[volunteer]],
            ExcludedOrganisations = [.. belongs[volunteer]],
        };
    }

    private async Task<IReadOnlyList<MatchedMission>> ShowAsync(IReadOnlyList<MatchHit> hits, int count, CancellationToken stop)
    {
        var ranked = FairRanking.Rank(hits, exposures.Counts, count);
        var open = await OpenAsync(ranked.Select(hit => hit.Id), stop);
        return [.. ranked.Where(hit => open.ContainsKey(hit.Id)).Select(hit => new MatchedMission(hit.Id, open[hit.Id].Facts, open[hit.Id].Left, hit))];
    }

    private async Task<IReadOnlyList<MissedMission>> ShowAsync(IReadOnlyList<NearMiss> misses, CancellationToken stop)
    {
        var open = await OpenAsync(misses.Select(miss => miss.Hit.Id), stop);
        return [.. misses.Where(miss => open.ContainsKey(miss.Hit.Id)).Select(miss => new MissedMission(miss.Hit.Id, open[miss.Hit.Id].Facts, open[miss.Hit.Id].Left, miss))];
    }

    /// <summary>What closed or filled up this moment isn't shown, though the index still has it.</summary>
    private async Task<Dictionary<Guid, (MissionFacts Facts, int Left)>> OpenAsync(IEnumerable<Guid> missions, CancellationToken stop)
    {
        var ids = missions.ToList();
        return await db.Missions.AsNoTracking()
            .Where(mission => ids.Contains(mission.Id) && mission.State == MissionState.Open && mission.Facts != null)
            .Join(db.Allocations.Where(places => places.Places > places.Taken), mission => mission.Id, places => places.MissionId,
                (mission, places) => new { mission.Id, mission.Facts, Left = places.Places - places.Taken })
            .ToDictionaryAsync(mission => mission.Id, mission => (mission.Facts!, mission.Left), stop);
    }
}
