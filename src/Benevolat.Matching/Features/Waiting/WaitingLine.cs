using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Waiting;

/// <summary>
/// Gives places that come free to those who wait for them, in order. A place that is offered is held: it counts as taken from then on, so that
/// nobody else can be promised it. Always inside the caller's transaction, with the mission's places locked.
/// </summary>
public sealed class WaitingLine(MatchingDb db, OfferTerms terms, TimeProvider clock)
{
    /// <summary>Places that somebody held are free again, or the next one's.</summary>
    public async Task GiveBackAsync(Mission mission, int count, CancellationToken stop)
    {
        var places = await db.PlacesForUpdateAsync(mission.Id, stop);
        places.Release(count);
        await OfferAsync(mission, places, stop);
        db.Publish(places.Changed(), places.MissionId);
    }

    /// <summary>Offers what is left to the first in line for whom it suffices: a group doesn't hold up those behind it.</summary>
    public async Task OfferAsync(Mission mission, PlaceAllocation places, CancellationToken stop)
    {
        if (!mission.MayWelcome || await db.Organisations.AnyAsync(known => known.Id == mission.OrganisationId && known.Suspended, stop)) { return; }

        while (places.Left > 0)
        {
            // What this transaction changed before must be seen by the query: who just withdrew isn't in line any more.
            await db.SaveChangesAsync(stop);
            var first = await db.Applications
                .FromSql($"""
                    SELECT * FROM applications
                    WHERE mission_id = {mission.Id} AND waiting_since IS NOT NULL AND offer_id IS NULL AND places <= {places.Left}
                    ORDER BY waiting_since, id LIMIT 1 FOR UPDATE
                    """)
                .ToListAsync(stop);
            if (first is not [var next]) { return; }

            var now = clock.GetStoredNow();
            next.Offer(Guid.CreateVersion7(now), terms.ExpiresAt(now));
            places.Take(next.Places);
            db.Publish(next.Offered(now), next.Id);
        }
    }

    /// <summary>Offers of this mission whose time is over go to the next.</summary>
    public async Task LapseAsync(Mission mission, CancellationToken stop)
    {
        var now = clock.GetStoredNow();
        var places = await db.PlacesForUpdateAsync(mission.Id, stop);
        var lapsed = await db.Applications
            .FromSql($"SELECT * FROM applications WHERE mission_id = {mission.Id} AND offer_expires_at <= {now} ORDER BY offer_expires_at, id FOR UPDATE")
            .ToListAsync(stop);
        foreach (var application in lapsed)
        {
            var offer = application.OfferId!.Value;
            var stillWaits = application.LapseOffer(now);
            places.Release(application.Places);
            db.Publish(application.OfferLapsed(offer, declined: false, now), application.Id);
            if (!stillWaits) { db.Publish(application.Withdrawn(), application.Id); }
        }

        if (lapsed.Count == 0) { return; }
        await OfferAsync(mission, places, stop);
        db.Publish(places.Changed(), places.MissionId);
    }
}
