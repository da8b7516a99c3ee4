using Benevolat.Contracts.Matching;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations.Indexing;

/// <summary>Reads what the index holds from the database.</summary>
internal sealed class MatchLoader(IServiceScopeFactory scopes)
{
    private const int Batch = 1_000;

    /// <summary>All open missions.</summary>
    public Task<List<MatchMission>> AllMissionsAsync(CancellationToken stop) => AllAsync(
        (db, after) => db.Missions.Where(mission => mission.State == MissionState.Open && mission.Id > after).Select(mission => mission.Id), MissionsAsync, stop);

    /// <summary>All volunteers who agreed to be proposed.</summary>
    public Task<List<MatchVolunteer>> AllVolunteersAsync(CancellationToken stop) => AllAsync(
        (db, after) => db.Volunteers.Where(volunteer => volunteer.Visible && volunteer.Id > after).Select(volunteer => volunteer.Id), VolunteersAsync, stop);

    /// <summary>Those of these missions that can be proposed.</summary>
    public async Task<List<MatchMission>> MissionsAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var missions = await db.Missions.AsNoTracking()
            .Where(mission => ids.Contains(mission.Id) && mission.State == MissionState.Open && mission.Facts != null
                && !db.Organisations.Any(organisation => organisation.Id == mission.OrganisationId && organisation.Suspended))
            .ToListAsync(stop);
        var (found, organisations) = (missions.Select(mission => mission.Id).ToList(), missions.Select(mission => mission.OrganisationId).Distinct().ToList());
        var left = await db.Allocations.Where(places => found.Contains(places.MissionId))
            .ToDictionaryAsync(places => places.MissionId, places => Math.Max(0, places.Places - places.Taken), stop);
        var full = (await db.Shifts.AsNoTracking().Where(shift => found.Contains(shift.MissionId) && (shift.Removed || shift.Taken >= shift.Places))
            .Select(shift => new { shift.MissionId, shift.ShiftId }).ToListAsync(stop)).ToLookup(shift => shift.MissionId, shift => shift.ShiftId);
        var answers = await db.Organisations.AsNoTracking().Where(organisation => organisations.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Responsiveness.Value, stop);
        var feedback = await FeedbackAsync(db, found, stop);
        return missions.ConvertAll(mission => MatchProfiles.Of(mission.Id, mission.Facts!, new(
            left.GetValueOrDefault(mission.Id), full[mission.Id].ToHashSet(), answers.GetValueOrDefault(mission.OrganisationId), feedback.GetValueOrDefault(mission.Id))));
    }

    /// <summary>Those of these volunteers who can be proposed.</summary>
    public async Task<List<MatchVolunteer>> VolunteersAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var volunteers = await db.Volunteers.AsNoTracking().Where(volunteer => ids.Contains(volunteer.Id) && volunteer.Visible).ToListAsync(stop);
        var steps = await db.StepsOfAsync([.. volunteers.Select(volunteer => volunteer.Id)], stop);
        return volunteers.ConvertAll(volunteer => MatchProfiles.Of(volunteer, steps.GetValueOrDefault(volunteer.Id)));
    }

    /// <summary>The open missions of these organisations.</summary>
    public async Task<List<Guid>> OfOrganisationsAsync(IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MatchingDb>().Missions
            .Where(mission => organisations.Contains(mission.OrganisationId) && mission.State == MissionState.Open).Select(mission => mission.Id).ToListAsync(stop);
    }

    /// <summary>Missions with enough answers: "as described" counts 1, "partly" a half, "no" nothing, "it didn't take place" nothing.</summary>
    private static async Task<Dictionary<Guid, double?>> FeedbackAsync(MatchingDb db, List<Guid> missions, CancellationToken stop) => (await db.Feedback
            .Where(answer => missions.Contains(answer.MissionId))
            .GroupBy(answer => answer.MissionId)
            .Select(answers => new
            {
                answers.Key,
                Count = answers.Count(),
                Half = answers.Sum(answer => answer.AsDescribed == AsDescribed.Yes ? 2 : answer.AsDescribed == AsDescribed.Partly ? 1 : 0),
            })
            .ToListAsync(stop))
        .Where(answers => answers.Count >= FeedbackAnswer.FewestForComments)
        .ToDictionary(answers => answers.Key, answers => (double?)answers.Half / 2 / answers.Count);

    private async Task<List<T>> AllAsync<T>(
        Func<MatchingDb, Guid, IQueryable<Guid>> idsAfter, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<List<T>>> read, CancellationToken stop)
    {
        var (all, after) = (new List<T>(), Guid.Empty);
        while (true)
        {
            List<Guid> ids;
            await using (var scope = scopes.CreateAsyncScope())
            {
                ids = await idsAfter(scope.ServiceProvider.GetRequiredService<MatchingDb>(), after).OrderBy(id => id).Take(Batch).ToListAsync(stop);
            }

            if (ids.Count > 0) { all.AddRange(await read(ids, stop)); }
            if (ids.Count < Batch) { return all; }
            after = ids[^1];
        }
    }
}

internal static class Pathways
{
    /// <summary>Where volunteers stand, from what they did: at the beginning, after a first day, or beyond a regular mission.</summary>
    public static async Task<Dictionary<Guid, MatchStep>> StepsOfAsync(this MatchingDb db, IReadOnlyList<Guid> volunteers, CancellationToken stop)
    {
        var done = await db.Applications.AsNoTracking()
            .Where(application => volunteers.Contains(application.VolunteerId) && application.State == ApplicationState.Completed)
            .Join(db.Missions.Where(mission => mission.Facts != null), application => application.MissionId, mission => mission.Id,
                (application, mission) => new { application.VolunteerId, mission.Facts })
            .ToListAsync(stop);
        return done.GroupBy(one => one.VolunteerId).ToDictionary(
            theirs => theirs.Key,
            theirs => theirs.Any(one => MatchProfiles.StepOf(one.Facts!.Kind) != MatchStep.OneOff) ? MatchStep.Responsibility : MatchStep.Regular);
    }
}
