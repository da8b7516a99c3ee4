using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>Settles the applications of what ends: each is told why, and gets other missions. In the transaction of the event that ends it.</summary>
public sealed class Settlement(MatchingDb db, Alternatives alternatives, TimeProvider clock)
{
    /// <summary>Of everything that an organisation offers, those who still wait.</summary>
    public async Task OfOrganisationAsync(Guid organisation, CancellationToken stop)
    {
        var missions = await db.Applications
            .Where(application => application.OrganisationId == organisation && ApplicationStates.Open.Contains(application.State))
            .Select(application => application.MissionId).Distinct().ToListAsync(stop);
        // In one order, so that two settlements can't wait for each other's locks.
        foreach (var mission in missions.Order()) { await OfMissionAsync(mission, acceptedToo: false, stop); }
    }

    /// <param name="acceptedToo">Whether there is nothing left to come to for those who were accepted.</param>
    public async Task OfMissionAsync(Guid mission, bool acceptedToo, CancellationToken stop)
    {
        var places = await db.AllocationForUpdateAsync(mission, stop);
        var states = acceptedToo ? ApplicationStates.Live : ApplicationStates.Open;
        var concerned = await db.Applications
            .Where(application => application.MissionId == mission && states.Contains(application.State)).OrderBy(application => application.Id).ToListAsync(stop);
        var (now, before) = (clock.GetStoredNow(), places?.Version);
        foreach (var application in concerned)
        {
            if (application.HoldsPlace) { places!.Release(application.Places); }
            application.EndWithMission(now);
            db.Publish(application.Declined(), application.Id);
            await alternatives.ProposeAsync(application, AlternativesCause.MissionEnded, now, stop);
        }

        if (places is not null && places.Version != before) { db.Publish(places.Changed(), mission); }
    }
}
