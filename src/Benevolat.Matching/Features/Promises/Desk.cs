using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>
/// Who looks after applications that no organisation answers: moderators after all of them, a network after those for its own missions.
/// The same endpoints stand twice, since the two sign in differently.
/// </summary>
/// <param name="Prefix">Of the addresses.</param>
/// <param name="Policy">Who may enter.</param>
/// <param name="Suffix">Of the operations' names.</param>
internal sealed record Desk(string Prefix, string Policy, string Suffix)
{
    public static readonly IReadOnlyList<Desk> All =
    [
        new("/overdue-applications", Policies.Moderator, ""),
        new("/networks/me/overdue-applications", Policies.Network, "OfNetwork"),
    ];

    /// <summary>Applications that were handed over and still wait, of this desk.</summary>
    public IQueryable<Application> Of(MatchingDb db, HttpContext http)
    {
        var waiting = db.Applications.Where(application => application.HandedOverAt != null && ApplicationStates.Open.Contains(application.State)
            && application.Turn == Turn.Organisation);
        if (Policy != Policies.Network) { return waiting; }

        var client = http.User.NetworkClientId();
        return waiting.Where(application => db.Missions.Any(mission => mission.Id == application.MissionId
            && db.Networks.Any(network => network.Id == mission.NetworkId && network.ClientId == client)));
    }

    /// <summary>One of them, held until the transaction ends; null when it is none of this desk's.</summary>
    public async Task<SeenApplication?> TakeAsync(MatchingDb db, Guid id, HttpContext http, CancellationToken stop)
    {
        await db.HoldApplicationAsync(id, stop);
        if (await Of(db, http).SingleOrDefaultAsync(application => application.Id == id, stop) is not { } application) { return null; }
        return new(application, await db.Missions.SingleAsync(mission => mission.Id == application.MissionId, stop), AsVolunteer: false, Role: null);
    }

    /// <summary>The person, or the network's client.</summary>
    public string Who(HttpContext http) => Policy == Policies.Network ? http.User.NetworkClientId() : http.User.AccountId().ToString();
}
