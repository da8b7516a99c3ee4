using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;

namespace Benevolat.Matching.Tests;

/// <summary>A mission and a volunteer that suit each other in every part; tests change what they are about.</summary>
internal static class Facts
{
    public static readonly MissionAddress Villeurbanne = new("1 rue de la Paix", "Villeurbanne", "69266", "69100", "69", 4.8796, 45.7667);

    public static readonly MissionAddress Marseille = new(null, "Marseille", "13055", "13001", "13", 5.3698, 43.2965);

    public static MissionFacts Mission(Guid? organisation = null, int places = 5) => new(
        organisation ?? Guid.CreateVersion7(), "Les Devoirs du Mercredi", "Aider aux devoirs", MissionDomain.Education, MissionKind.Regular, RemoteWork.No,
        places, StartsOn: null, EndsOn: null, Hours: ["wed-14", "wed-15"], HoursPerWeek: 2, Shifts: [], Addresses: [Villeurbanne],
        Activities: [], Audiences: [], Skills: ["Pédagogie", "Écoute"], OpenToMinors: false, ReducedMobility: false, WelcomerId: null, NetworkId: null);

    /// <summary>Lives in Lyon, about 4 km from the mission.</summary>
    public static VolunteerProfileChanged Profile(Guid? volunteer = null, long version = 1) => new(
        volunteer ?? Guid.CreateVersion7(), version, "69123", 4.8357, 45.7640, RadiusKm: 10, Remote: false,
        Hours: ["wed-13", "wed-14", "wed-15", "sat-9"], HoursPerWeek: 3, Skills: ["écoute", "Jardinage"],
        Causes: [MissionDomain.Education], Kinds: [MissionKind.Regular], Visible: true);
}
