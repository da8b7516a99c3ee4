using Microsoft.Extensions.Options;

namespace Benevolat.Messaging.Outbox;

/// <summary>Batch after batch, and in a backlog each is fetched while the one before is being published: database and broker work side by side.</summary>
internal sealed class OutboxReader(OutboxTable outbox, IOptions<MessagingOptions> options)
{
    /// <summary>
    /// Batches after which it starts from the oldest event again, even in a backlog that never ends: what committed late, came back after a
    /// failure or was locked by a rival stands behind the position it had reached.
    /// </summary>
    private const int Stretch = 50;

    private Task<OutboxBatch>? _ahead;
    private int _batches;

    public async Task<OutboxBatch> NextAsync(CancellationToken stop)
    {
        var fetched = Interlocked.Exchange(ref _ahead, null);
        var batch = await (fetched ?? outbox.TakeAsync(stop));
        if (batch.Rows.Count == options.Value.Batch)
        {
            _ahead = outbox.TakeAsync(CancellationToken.None, after: ++_batches % Stretch == 0 ? 0 : batch.Rows[^1].Position);
        }

        return batch;
    }

    /// <summary>Gives back what was fetched ahead, when the relay stops or stumbles.</summary>
    public async Task LetGoAsync()
    {
        if (Interlocked.Exchange(ref _ahead, null) is not { } ahead) { return; }
        await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ahead.IsCompletedSuccessfully) { await (await ahead).DisposeAsync(); }
    }
}
