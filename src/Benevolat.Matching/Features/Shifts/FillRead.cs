using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Domain.Shifts.Filling;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>What the planner needs to know of a mission's shifts and of those who were accepted.</summary>
internal static class FillRead
{
    /// <remarks>A group comes as a whole and chooses for itself: it isn't shared out.</remarks>
    public static async Task<(IReadOnlyList<OpenShift> Shifts, IReadOnlyList<Helper> Helpers)> ReadAsync(
        MatchingDb db, Guid missionId, DateTimeOffset now, CancellationToken stop)
    {
        var shifts = await db.Shifts.AsNoTracking()
            .Where(shift => shift.MissionId == missionId && !shift.Removed && shift.StartsAt > now).ToListAsync(stop);
        var applications = await db.Applications.AsNoTracking()
            .Where(row => row.MissionId == missionId && row.State == ApplicationState.Accepted && row.Places == 1)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.VolunteerId }).ToListAsync(stop);
        var people = applications.ConvertAll(row => row.VolunteerId);
        var hours = await db.Volunteers.AsNoTracking().Where(volunteer => people.Contains(volunteer.Id)).ToDictionaryAsync(volunteer => volunteer.Id, stop);
        var theirs = (await db.Participations.AsNoTracking()
            .Where(row => people.Contains(row.VolunteerId) && (row.MissionId == missionId || (row.State == ParticipationState.Planned && row.EndsAt > now)))
            .ToListAsync(stop)).ToLookup(row => row.VolunteerId);

        return (
            [.. shifts.Where(shift => shift.Left > 0).Select(shift => new OpenShift(shift.ShiftId, shift.Slot, shift.Left))],
            [.. applications.Select(row => HelperOf(row.Id, row.VolunteerId, missionId, hours.GetValueOrDefault(row.VolunteerId), [.. theirs[row.VolunteerId]]))]);
    }

    private static Helper HelperOf(Guid applicationId, Guid volunteerId, Guid missionId, Volunteer? volunteer, List<Participation> theirs) => new(
        applicationId,
        volunteerId,
        volunteer is null ? new HashSet<int>() : MissionHours.Parse(volunteer.Wishes.Hours),
        [.. theirs.Where(row => row is { State: ParticipationState.Planned, StartsAt: not null, EndsAt: not null }).Select(row => new Slot(row.StartsAt!.Value, row.EndsAt!.Value))],
        theirs.Count(row => row.MissionId == missionId && row.State is not ParticipationState.Cancelled),
        theirs.Where(row => row.MissionId == missionId && row.ShiftId is not null).Select(row => row.ShiftId!.Value).ToHashSet());
}
