using System.Diagnostics;
using Npgsql;

namespace Benevolat.ServiceDefaults.Data.Following;

/// <summary>Builds this replica's copy of what is in its database, then follows the change log: what is committed shows within a second.</summary>
public abstract partial class ChangeFollower<TChange>(ChangeReader<TChange> changes, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(1);

    /// <summary>The log is kept for so long; who was away for half of it starts anew.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromMinutes(5);

    private Task _merge = Task.CompletedTask;
    private volatile bool _built;

    /// <summary>Everything anew, at the next look.</summary>
    public void Rebuild() => _built = false;

    /// <summary>Reads all that there is.</summary>
    protected abstract Task BuildAsync(CancellationToken stop);

    /// <summary>Takes in what changed; may come twice.</summary>
    protected abstract Task TakeInAsync(IReadOnlyList<TChange> changed, CancellationToken stop);

    /// <summary>Whether <see cref="Merge"/> is worth its time.</summary>
    protected abstract bool MergeIsDue { get; }

    /// <summary>Puts the copy in order, beside everything else.</summary>
    protected abstract void Merge(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (away, pruned) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!_built || away.Elapsed > Kept / 2) { await StartAsync(away, stoppingToken); }
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
                if (exception is NpgsqlException) { LogDatabaseAway(log, exception.GetType().Name); }
                else { LogUnforeseen(log, exception); }
                await Task.Delay(BackOff, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await _merge;
    }

    private async Task StartAsync(Stopwatch away, CancellationToken stop)
    {
        await _merge;
        // Before: a request to build anew that comes meanwhile counts.
        _built = true;
        try
        {
            await changes.StartAsync(stop);
            await BuildAsync(stop);
            away.Restart();
        }
        catch
        {
            _built = false;
            throw;
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        var changed = await changes.NextAsync(stop);
        if (changed.Items.Count > 0) { await TakeInAsync(changed.Items, stop); }
        changes.Advance(changed);
        if (MergeIsDue && _merge.IsCompleted) { _merge = Task.Run(() => MergeUntil(stop), CancellationToken.None); }
    }

    private void MergeUntil(CancellationToken stop)
    {
        try
        {
            Merge(stop);
        }
        catch (OperationCanceledException)
        {
            // The replica stops; nothing is lost, the parts are still there.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The copy in memory can't be kept current: the database does not answer ({Error})")]
    private static partial void LogDatabaseAway(ILogger log, string error);

    [LoggerMessage(2, LogLevel.Error, "The copy in memory could not take changes in, and tries again")]
    private static partial void LogUnforeseen(ILogger log, Exception exception);
}
