using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Messaging;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>What the consumers of mission events share.</summary>
internal static class MissionCopies
{
    /// <summary>The copy, locked until the event is committed; an event about a mission never heard of starts it.</summary>
    public static async Task<Mission> MissionForUpdateAsync(this MatchingDb db, Guid id, CancellationToken stop)
    {
        await db.AloneWithAsync(id, stop);
        var mission = await db.Missions.FindAsync([id], stop);
        if (mission is null) { db.Add(mission = Mission.Unheard(id)); }
        return mission;
    }

    /// <summary>Takes the facts over and gives the mission as many places as they say.</summary>
    public static async Task DescribeAsync(this MatchingDb db, Mission mission, long version, MissionFacts facts, CancellationToken stop)
    {
        if (!mission.Describe(version, facts)) { return; }

        var allocation = await db.AllocationForUpdateAsync(mission.Id, stop);
        if (allocation is null)
        {
            db.Add(PlaceAllocation.Of(mission.Id, facts.Places));
        }
        else if (allocation.Resize(facts.Places))
        {
            db.Publish(allocation.Changed(), mission.Id);
        }
    }
}
