using System.Diagnostics;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Data.Following;

namespace Benevolat.Matching.Features.Recommendations.Indexing;

/// <summary>Keeps this replica's index as its database is: what is committed is matched within a second.</summary>
internal sealed partial class MatchFollower(MatchIndex index, ChangeReader<NotedChange> changes, MatchLoader loader, ILogger<MatchFollower> log)
    : ChangeFollower<NotedChange>(changes, log)
{
    private readonly ILogger _log = log;

    protected override bool MergeIsDue => index.Missions.MergeIsDue || index.Volunteers.MergeIsDue;

    protected override async Task BuildAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        index.Missions.Build(await loader.AllMissionsAsync(stop));
        index.Volunteers.Build(await loader.AllVolunteersAsync(stop));
        index.Stands();
        LogBuilt(_log, index.Missions.Current.Count, index.Volunteers.Current.Count, clock.ElapsedMilliseconds);
    }

    protected override async Task TakeInAsync(IReadOnlyList<NotedChange> changed, CancellationToken stop)
    {
        var missions = changed.Select(change => change.Mission).OfType<Guid>().ToHashSet();
        var organisations = changed.Select(change => change.Organisation).OfType<Guid>().ToHashSet();
        if (organisations.Count > 0) { missions.UnionWith(await loader.OfOrganisationsAsync(organisations, stop)); }
        if (missions.Count > 0)
        {
            var open = (await loader.MissionsAsync(missions, stop)).ToDictionary(mission => mission.Id);
            index.Missions.Apply([.. missions.Select(id => new MatchMissionChange(id, open.GetValueOrDefault(id)))]);
        }

        var volunteers = changed.Select(change => change.Volunteer).OfType<Guid>().ToHashSet();
        if (volunteers.Count == 0) { return; }
        var visible = (await loader.VolunteersAsync(volunteers, stop)).ToDictionary(volunteer => volunteer.Id);
        index.Volunteers.Apply([.. volunteers.Select(id => new MatchVolunteerChange(id, visible.GetValueOrDefault(id)))]);
    }

    protected override void Merge(CancellationToken stop)
    {
        if (index.Missions.MergeIsDue) { index.Missions.Merge(stop); }
        if (index.Volunteers.MergeIsDue) { index.Volunteers.Merge(stop); }
    }

    [LoggerMessage(11, LogLevel.Information, "The index stands: {Missions} missions, {Volunteers} volunteers, {Milliseconds} ms")]
    private static partial void LogBuilt(ILogger log, int missions, int volunteers, long milliseconds);
}
