using System.Diagnostics;
using System.Runtime.CompilerServices;
using Benevolat.Index.Search;
using Npgsql;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>Builds this replica's index from its database, then follows the change log: what is committed is found within a second.</summary>
internal sealed partial class IndexFollower(
    SearchIndex index, ChangeReader changes, MissionLoader loader, MissionCards cards, DiscoveryMetrics metrics, ILogger<IndexFollower> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(1);

    /// <summary>The log is kept for so long; who was away for half of it starts anew.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromMinutes(5);

    private Task _merge = Task.CompletedTask;
    private long _revision;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (built, away, pruned) = (false, Stopwatch.StartNew(), Stopwatch.StartNew());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!built || away.Elapsed > Kept / 2)
                {
                    await BuildAsync(stoppingToken);
                    built = true;
                }

                await FollowAsync(stoppingToken);
                away.Restart();
                if (pruned.Elapsed > BetweenPrunings)
                {
                    await changes.PruneAsync(Kept, stoppingToken);
                    pruned.Restart();
                }

                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (exception is NpgsqlException) { LogDatabaseAway(exception.GetType().Name); }
                else { LogUnforeseen(exception); }
                await Task.Delay(BackOff, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await _merge;
    }

    private async Task BuildAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        await _merge;
        await changes.StartAsync(stop);
        await index.Missions.BuildAsync(ReadAsync(await loader.CountAsync(stop), stop), stop);
        index.Stands();
        LogBuilt(index.Current.Count, index.Current.Bytes / 1024, clock.ElapsedMilliseconds);
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
            LogProgress(read, total);
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        var changed = await changes.NextAsync(stop);
        if (changed.IsEmpty)
        {
            changes.Advance(changed);
            return;
        }

        var clock = Stopwatch.StartNew();
        if (changed.Organisations.Count > 0) { changed.Missions.UnionWith(await loader.OfOrganisationsAsync(changed.Organisations, stop)); }
        var published = (await loader.TheseAsync(changed.Missions, stop)).Select(TakeIn).ToDictionary(document => document.Id);
        index.Missions.Apply([.. changed.Missions.Select(id => new MissionChange(id, published.GetValueOrDefault(id)))]);
        changes.Advance(changed);
        metrics.Followed(changed.Missions.Count, clock.Elapsed);
        if (index.Missions.MergeIsDue && _merge.IsCompleted) { _merge = Task.Run(() => Merge(stop), CancellationToken.None); }
    }

    private MissionDocument TakeIn(PublishedMission mission)
    {
        cards.Keep(mission, ++_revision);
        return Documents.Of(mission, _revision);
    }

    private void Merge(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            index.Missions.Merge(stop);
            LogMerged(index.Current.Count, clock.ElapsedMilliseconds);
        }
        catch (OperationCanceledException)
        {
            // The replica stops; nothing is lost, the segments are still there.
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Reading missions for the index: {Read} of {Total}")]
    private partial void LogProgress(int read, int total);

    [LoggerMessage(2, LogLevel.Information, "The index stands: {Count} missions, {Kilobytes} KB, {Milliseconds} ms")]
    private partial void LogBuilt(int count, long kilobytes, long milliseconds);

    [LoggerMessage(3, LogLevel.Information, "The index was merged: {Count} missions, {Milliseconds} ms")]
    private partial void LogMerged(int count, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "The index can't be kept current: the database does not answer ({Error})")]
    private partial void LogDatabaseAway(string error);

    [LoggerMessage(5, LogLevel.Error, "The index could not take changes in, and tries again")]
    private partial void LogUnforeseen(Exception exception);
}
