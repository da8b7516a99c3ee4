using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features;

/// <summary>Tells the other services what became of a mission; drafts are nobody else's business.</summary>
internal static class MissionNews
{
    /// <summary>Puts the event that follows from the state before and now into the outbox; the caller saves.</summary>
    public static void Tell(this MissionsDb db, Mission mission, MissionState before, DateTimeOffset now)
    {
        switch (before, mission.State)
        {
            case (not MissionState.Published, MissionState.Published):
                db.Publish(new MissionPublished(mission.Id, mission.Version, mission.Facts(), now), mission.Id);
                break;
            case (MissionState.Published, MissionState.Paused):
                db.Publish(new MissionPaused(mission.Id, mission.Version, now), mission.Id);
                break;
            case (not MissionState.Closed, MissionState.Closed) when mission.WasPublic:
                db.Publish(new MissionClosed(mission.Id, mission.Version, Reason(mission), now), mission.Id);
                break;
            case (MissionState.Published, MissionState.Published) or (MissionState.Paused, MissionState.Paused):
                db.Publish(new MissionChanged(mission.Id, mission.Version, mission.Facts(), now), mission.Id);
                break;
        }
    }

    private static ClosingReason Reason(Mission mission) =>
        Kebab.TryParse(mission.StateReason, out ClosingReason reason) ? reason : ClosingReason.Cancelled;

    private static MissionFacts Facts(this Mission mission) => new(
        mission.OrganisationId, mission.OrganisationName, mission.Title, mission.Domain, mission.Kind, mission.Remote,
        mission.Places, mission.StartsOn, mission.EndsOn, mission.Hours, mission.HoursPerWeek,
        [.. mission.Shifts.OrderBy(shift => shift.StartsAt).Select(shift => new ShiftFacts(shift.Id, shift.StartsAt, shift.EndsAt, shift.Places))],
        [.. mission.Addresses.OrderBy(address => address.Position).Select(address => new MissionAddress(
            address.Street, address.Commune, address.CommuneCode, address.Postcode, address.Department, address.Longitude, address.Latitude))],
        mission.Activities, mission.Audiences, mission.Skills, mission.OpenToMinors, mission.ReducedMobility, mission.WelcomerId, mission.NetworkId,
        mission.RequiredSkills());
}
