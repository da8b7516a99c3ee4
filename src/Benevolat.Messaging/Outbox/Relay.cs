using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace Benevolat.Messaging.Outbox;

/// <summary>
/// Brings events from the outbox to the broker, at least once. Every replica has one; they share the work by skipping each other's locked
/// rows. Woken after this replica's commits, it also looks by itself for what dead replicas left.
/// </summary>
internal sealed class Relay(
    OutboxReader outbox, Publisher publisher, RelaySignal signal, MessagingMetrics metrics, IOptions<MessagingOptions> options, ILogger<Relay> log)
    : BackgroundService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private readonly BackOff _backOff = new(options.Value.LongestBackOff);
    private readonly Lock _leaving = new();
    private Task? _farewell;

    /// <summary>How often it asked the broker or the database; a test watches that an outage doesn't make it race.</summary>
    internal long Turns { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var poll = options.Value.BusyPoll;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var moved = await TurnAsync(stoppingToken);
                if (moved == options.Value.Batch) { continue; }
                var woken = await signal.WaitAsync(poll, stoppingToken);
                poll = woken || moved > 0 ? options.Value.BusyPoll : Min(poll * 2, options.Value.IdlePoll);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Deaf to wake-ups meanwhile: under load they would turn the wait into a race against a server that is down.
                Tell(exception);
                await outbox.LetGoAsync();
                await Task.Delay(_backOff.Next(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Once: who stops the host from outside, as tests do, lets its own Run stop it a second time, and takes the broker away meanwhile.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_leaving) { return _farewell ??= LeaveAsync(cancellationToken); }
    }

    /// <summary>What the last requests committed leaves with us, if the broker takes it; otherwise another replica or the next start sends it.</summary>
    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Farewell);
        try
        {
            while (!_backOff.IsOn && await TurnAsync(limit.Token) > 0) { }
        }
        catch (Exception exception)
        {
            Tell(exception);
        }

        await outbox.LetGoAsync();
    }

    /// <summary>One batch: broker first, so that rows are not touched in vain while it is away.</summary>
    private async Task<int> TurnAsync(CancellationToken stop)
    {
        Turns++;
        await publisher.PrepareAsync(stop);
        await using var batch = await outbox.NextAsync(stop);
        if (batch.Rows.Count > 0)
        {
            var verdict = await publisher.PublishAsync(batch.Rows);
            await batch.CompleteAsync(verdict.Failures);
            Report(verdict.Failures);
            if (verdict.BrokerAway) { throw new BrokerAwayException(); }
        }

        Recovered();
        return batch.Rows.Count;
    }

    private void Report(IReadOnlyList<Failure> failures)
    {
        foreach (var (row, error, counts) in failures)
        {
            metrics.Failed(row.MessageType);
            if (!counts) { continue; }
            if (row.Attempts + 1 >= options.Value.MostAttempts) { RelayLog.Parked(log, row.MessageType, row.MessageId, row.Attempts + 1, error); }
            else { RelayLog.Failed(log, row.MessageType, row.MessageId, error, row.Attempts + 1); }
        }
    }

    private void Tell(Exception exception)
    {
        if (exception is OperationCanceledException || _backOff.IsOn) { return; }
        if (exception is NpgsqlException) { RelayLog.Away(log, "the database", exception.GetType().Name); }
        else if (exception is RabbitMQClientException or IOException or BrokerAwayException) { RelayLog.Away(log, "the broker", exception.GetType().Name); }
        else { RelayLog.Unforeseen(log, exception); }
    }

    private void Recovered()
    {
        if (_backOff.IsOn) { RelayLog.Back(log); }
        _backOff.Reset();
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>The broker left in the middle of a batch; what it had not confirmed is back in the outbox.</summary>
internal sealed class BrokerAwayException : Exception;
