using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;
using Benevolat.Messaging;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>What the others learn of a profile: never a name, never a place finer than the commune.</summary>
internal static class ProfileEvents
{
    public static void PublishChanged(this VolunteersDb db, Profile profile) => db.Publish(
        new VolunteerProfileChanged(
            profile.Id,
            profile.Version,
            profile.Place?.CommuneCode,
            profile.Place?.Longitude,
            profile.Place?.Latitude,
            profile.RadiusKm,
            profile.Remote,
            [.. profile.Hours.Select(WeekHours.Format)],
            profile.HoursPerWeek,
            profile.Skills,
            profile.Causes,
            profile.Kinds,
            profile.VisibleToOrganisations,
            profile.SkillsToLearn,
            profile.OnlyOpenToMinors,
            profile.NeedsAccessibility),
        orderingKey: profile.Id);
}
