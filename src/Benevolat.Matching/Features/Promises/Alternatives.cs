using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Recommendations;
using Benevolat.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>Other missions in place of silence or of one that ended: up to three that suit the volunteer, or else that are like the one applied for.</summary>
public sealed class Alternatives(MatchingDb db, Matchmaker matchmaker)
{
    private const int Most = 3;

    /// <summary>Keeps them with the application and tells; an empty list is told too, since somebody waits.</summary>
    public async Task ProposeAsync(Application application, AlternativesCause cause, DateTimeOffset now, CancellationToken stop)
    {
        application.Propose(await matchmaker.AlternativesToAsync(application, Most, stop));
        db.Publish(application.Proposed(cause, now), application.Id);
    }
}

internal static class AlternativesShown
{
    /// <summary>Those of the proposed missions that still take applications, as they stand today.</summary>
    public static async Task<IReadOnlyList<AlternativeResponse>> AlternativesOfAsync(this MatchingDb db, Application application, CancellationToken stop)
    {
        if (application.Alternatives.Count == 0) { return []; }

        var proposed = application.Alternatives;
        var open = await db.Missions.AsNoTracking()
            .Where(mission => proposed.Contains(mission.Id) && mission.State == MissionState.Open && mission.Facts != null)
            .Join(db.Allocations.Where(places => places.Places > places.Taken), mission => mission.Id, places => places.MissionId,
                (mission, places) => new { Mission = mission, Left = places.Places - places.Taken })
            .ToListAsync(stop);
        var volunteer = await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == application.VolunteerId, stop);
        return [.. open.OrderBy(found => proposed.IndexOf(found.Mission.Id)).Select(found => Show(found.Mission, found.Left, volunteer))];
    }

    private static AlternativeResponse Show(Mission mission, int left, Volunteer? volunteer)
    {
        var facts = mission.Facts!;
        var nearest = volunteer is { Longitude: { } longitude, Latitude: { } latitude }
            ? facts.Addresses.Select(address => (Address: address, Km: (double?)Distance.Km(longitude, latitude, address.Longitude, address.Latitude))).MinBy(place => place.Km)
            : facts.Addresses.Select(address => (Address: address, Km: (double?)null)).FirstOrDefault();
        return new(mission.Id, facts.Title, facts.OrganisationName, nearest.Address?.Commune, nearest.Km is { } km ? Math.Round(km, 1) : null, left);
    }
}
