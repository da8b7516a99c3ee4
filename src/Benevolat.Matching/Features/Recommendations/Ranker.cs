using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>A mission with its places left and why it suits.</summary>
public sealed record RankedMission(Mission Mission, int PlacesLeft, Match Match);

/// <summary>A volunteer and why they suit.</summary>
public sealed record RankedVolunteer(Volunteer Volunteer, Match Match);

/// <summary>
/// The one seam of matching: everything that ranks goes through here. This one narrows in the database and scores in memory,
/// which serves some ten thousand missions; an index in memory takes its place behind the same two methods.
/// </summary>
public sealed class Ranker(MatchingDb db, TimeProvider clock)
{
    /// <summary>Open missions with places left, within reach, not yet applied for and not the volunteer's own organisation's.</summary>
    public async Task<IReadOnlyList<RankedMission>> MissionsForAsync(Volunteer volunteer, int count, CancellationToken stop)
    {
        var open = db.Missions.AsNoTracking().Where(mission => mission.State == MissionState.Open && mission.Facts != null
            && !db.Organisations.Any(organisation => organisation.Id == mission.OrganisationId && organisation.Suspended)
            && !db.Memberships.Any(member => member.OrganisationId == mission.OrganisationId && member.AccountId == volunteer.Id && member.Role != null)
            && !db.Applications.Any(application => application.MissionId == mission.Id && application.VolunteerId == volunteer.Id));
        var found = await Within(open, volunteer)
            .Join(db.Allocations.AsNoTracking().Where(places => places.Places > places.Taken), mission => mission.Id, places => places.MissionId,
                (mission, places) => new { mission, Left = places.Places - places.Taken })
            .ToListAsync(stop);

        var now = clock.GetUtcNow();
        return [.. Ranking
            .Best(found, candidate => Scorer.Score(volunteer, candidate.mission.Facts!, now), candidate => candidate.mission.Id, count)
            .Select(best => new RankedMission(best.Of.mission, best.Of.Left, best.Match))];
    }

    /// <summary>Volunteers who agreed to be proposed, and who neither applied yet nor belong to the organisation.</summary>
    public async Task<IReadOnlyList<RankedVolunteer>> VolunteersForAsync(Mission mission, int count, CancellationToken stop)
    {
        if (mission is not { State: MissionState.Open, Facts: { } facts }) { return []; }
        var consenting = db.Volunteers.AsNoTracking().Where(volunteer => volunteer.Visible
            && !db.Memberships.Any(member => member.OrganisationId == mission.OrganisationId && member.AccountId == volunteer.Id && member.Role != null)
            && !db.Applications.Any(application => application.MissionId == mission.Id && application.VolunteerId == volunteer.Id));
        var found = await Within(consenting, mission).ToListAsync(stop);

        var now = clock.GetUtcNow();
        return [.. Ranking
            .Best(found, volunteer => Scorer.Score(volunteer, facts, now), volunteer => volunteer.Id, count)
            .Select(best => new RankedVolunteer(best.Of, best.Match))];
    }

    /// <summary>Other missions for somebody whose application leads nowhere.</summary>
    public async Task<IReadOnlyList<Guid>> AlternativesToAsync(Application application, int count, CancellationToken stop)
    {
        var volunteer = await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == application.VolunteerId, stop);
        var best = volunteer is null ? [] : await MissionsForAsync(volunteer, count, stop);
        return [.. best.Select(ranked => ranked.Mission.Id)];
    }

    private static IQueryable<Mission> Within(IQueryable<Mission> missions, Volunteer volunteer)
    {
        var remote = volunteer.Remote;
        if (volunteer is not { Longitude: { } longitude, Latitude: { } latitude }) { return missions.Where(mission => remote && mission.CanBeRemote); }

        var around = GeoBox.Around(longitude, latitude, volunteer.RadiusKm);
        return missions.Where(mission => (remote && mission.CanBeRemote)
            || (mission.Box != null && mission.Box.West <= around.East && mission.Box.East >= around.West
                && mission.Box.South <= around.North && mission.Box.North >= around.South));
    }

    /// <summary>Each volunteer has their own radius, so only the latitude narrows; the scorer measures exactly.</summary>
    private static IQueryable<Volunteer> Within(IQueryable<Volunteer> volunteers, Mission mission)
    {
        var remote = mission.CanBeRemote;
        if (mission.Box is not { } box) { return volunteers.Where(volunteer => remote && volunteer.Remote); }

        return volunteers.Where(volunteer => (remote && volunteer.Remote)
            || (volunteer.Latitude + (volunteer.RadiusKm / GeoBox.KmPerDegree) >= box.South
                && volunteer.Latitude - (volunteer.RadiusKm / GeoBox.KmPerDegree) <= box.North));
    }
}
