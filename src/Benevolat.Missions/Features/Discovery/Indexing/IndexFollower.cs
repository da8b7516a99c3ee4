using System.Diagnostics;
using System.Runtime.CompilerServices;
using Benevolat.Index.Search;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Data.Following;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>Keeps this replica's index as its database is: what is committed is found within a second.</summary>
internal sealed partial class IndexFollower(
    SearchIndex index, ChangeReader<NotedChange> changes, MissionLoader loader, MissionCards cards, DiscoveryMetrics metrics, ILogger<IndexFollower> log)
    : ChangeFollower<NotedChange>(changes, log)
{
    private readonly ILogger _log = log;
    private long _revision;

    protected override bool MergeIsDue => index.Missions.MergeIsDue;

    protected override async Task BuildAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        await index.Missions.BuildAsync(ReadAsync(await loader.CountAsync(stop), stop), stop);
        index.Stands();
        LogBuilt(_log, index.Current.Count, index.Current.Bytes / 1024, clock.ElapsedMilliseconds);
    }

    protected override async Task TakeInAsync(IReadOnlyList<NotedChange> changed, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var missions = changed.Select(change => change.Mission).OfType<Guid>().ToHashSet();
        var organisations = changed.Select(change => change.Organisation).OfType<Guid>().ToHashSet();
        if (organisations.Count > 0) { missions.UnionWith(await loader.OfOrganisationsAsync(organisations, stop)); }
        var published = (await loader.TheseAsync(missions, stop)).Select(TakeIn).ToDictionary(document => document.Id);
        index.Missions.Apply([.. missions.Select(id => new MissionChange(id, published.GetValueOrDefault(id)))]);
        metrics.Followed(missions.Count, clock.Elapsed);
    }

    protected override void Merge(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        index.Missions.Merge(stop);
        LogMerged(_log, index.Current.Count, clock.ElapsedMilliseconds);
    }

    private async IAsyncEnumerable<MissionDocument> ReadAsync(int total, [EnumeratorCancellation] CancellationToken stop)
    {
        var (read, told) = (0, 0L);
        await foreach (var batch in loader.AllAsync(stop))
        {
            foreach (var mission in batch) { yield return TakeIn(mission); }
            read += batch.Count;
            if (read * 10L / Math.Max(1, total) <= told) { continue; }

            told = read * 10L / total;
            LogProgress(_log, read, total);
        }
    }

    private MissionDocument TakeIn(PublishedMission mission)
    {
        cards.Keep(mission, ++_revision);
        return Documents.Of(mission, _revision);
    }

    [LoggerMessage(11, LogLevel.Information, "Reading missions for the index: {Read} of {Total}")]
    private static partial void LogProgress(ILogger log, int read, int total);

    [LoggerMessage(12, LogLevel.Information, "The index stands: {Count} missions, {Kilobytes} KB, {Milliseconds} ms")]
    private static partial void LogBuilt(ILogger log, int count, long kilobytes, long milliseconds);

    [LoggerMessage(13, LogLevel.Information, "The index was merged: {Count} missions, {Milliseconds} ms")]
    private static partial void LogMerged(ILogger log, int count, long milliseconds);
}
