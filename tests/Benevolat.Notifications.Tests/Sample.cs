using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Notifications.Tests;

internal static class Sample
{
    public static MissionFacts Mission(Guid? organisationId = null, Guid? welcomerId = null) => new(
        organisationId ?? Guid.CreateVersion7(), "Les Lilas", "Aide aux devoirs", MissionDomain.Education, MissionKind.Regular, RemoteWork.No, 3, null, null,
        ["wed-14", "wed-15"], 2, [], [new MissionAddress("12 rue des Lilas", "Lyon", "69123", "69003", "69", 4.85, 45.76)], [], [], [], false, false, welcomerId, null);
}
