using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>A participation that the caller may see.</summary>
/// <param name="Shift">Its shift, where it has one and it was locked.</param>
internal sealed record SeenParticipation(Participation Participation, ShiftAllocation? Shift, Mission Mission, Viewer Viewer)
{
    /// <summary>Who sees a participation without managing it is told so; for everybody else it doesn't exist.</summary>
    public void RequireManager() => Require(Viewer.Role.ManagesApplications());

    public void RequireVolunteer() => Require(Viewer.AsVolunteer);

    public void RequireVolunteerOrManager() => Require(Viewer.AsVolunteer || Viewer.Role.ManagesApplications());

    /// <summary>The body and the ETag of an answer that shows the participation as it is now.</summary>
    public ParticipationResponse Show(HttpContext http, DateTimeOffset now)
    {
        http.SetETag(Participation.Version);
        return ParticipationResponse.Of(Participation, Mission, Viewer, now);
    }

    private static void Require(bool holds)
    {
        if (!holds) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }
    }
}

internal static class ParticipationAccess
{
    /// <summary>Null when there is no such participation or it is none of the caller's business: both are 404.</summary>
    public static Task<SeenParticipation?> ParticipationAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop) =>
        ReadAsync(db, id, http, locked: false, stop);

    /// <summary>The same under the lock of its shift, within a transaction.</summary>
    public static Task<SeenParticipation?> ParticipationForUpdateAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop) =>
        ReadAsync(db, id, http, locked: true, stop);

    private static async Task<SeenParticipation?> ReadAsync(MatchingDb db, Guid id, HttpContext http, bool locked, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var found = await db.Participations.AsNoTracking().Where(row => row.Id == id).Select(row => new
        {
            row.ShiftId,
            row.VolunteerId,
            Role = db.Memberships
                .Where(member => member.OrganisationId == row.OrganisationId && member.AccountId == account)
                .Select(member => member.Role).FirstOrDefault(),
        }).SingleOrDefaultAsync(stop);
        if (found is null || (found.VolunteerId != account && found.Role is null)) { return null; }

        var shift = locked && found.ShiftId is { } shiftId ? await db.ShiftForUpdateAsync(shiftId, stop) : null;
        var participation = await db.Participations.SingleAsync(row => row.Id == id, stop);
        var mission = await db.Missions.SingleAsync(row => row.Id == participation.MissionId, stop);
        return new(participation, shift, mission, new(found.VolunteerId == account, found.Role));
    }
}
