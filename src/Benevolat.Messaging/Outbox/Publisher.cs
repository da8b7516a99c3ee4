using Benevolat.Messaging.Wire;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Benevolat.Messaging.Outbox;

/// <summary>Sends batches over one channel: in order, confirmations overlapping, and tells a bad event from a bad broker.</summary>
internal sealed class Publisher(Broker broker, EventCatalog events, Envelopes envelopes, IOptions<MessagingOptions> options) : IAsyncDisposable
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private IChannel? _channel;

    /// <summary>Makes sure there is a channel; throws while the broker is away.</summary>
    public async Task<IChannel> OpenAsync(CancellationToken stop)
    {
        if (_channel is { IsOpen: true } open) { return open; }

        // After an outage the broker may be another one, or empty: what we declared on the old connection says nothing any more.
        if (!broker.IsOpen) { _declared.Clear(); }
        await CloseAsync();
        return _channel = await broker.OpenChannelAsync(stop);
    }

    public async Task<Verdict> PublishAsync(IReadOnlyList<OutboxRow> rows)
    {
        var failures = new List<Failure>();
        var sendable = await DeclareAsync(rows, failures);
        var attempts = await SendAllAsync(sendable);
        if (broker.IsOpen && _channel is not { IsOpen: true }) { attempts = await FindCulpritsAsync(attempts); }

        var silent = attempts.Exists(attempt => attempt.Error is OperationCanceledException);
        var nothingArrived = attempts.Count > 0 && attempts.TrueForAll(attempt => attempt.Error is OperationCanceledException or PublishException { IsReturn: false });
        if (silent) { await (nothingArrived ? broker.DropAsync() : CloseAsync()); }
        foreach (var (row, error) in attempts)
        {
            if (error is null) { continue; }
            if (error is PublishException { IsReturn: true }) { _declared.Remove(row.MessageType); } // its queues are gone: declare them again
            failures.Add(new Failure(row, error.GetType().Name, Counts: !nothingArrived && (broker.IsOpen || !IsInterruption(error))));
        }

        return new Verdict(failures, BrokerAway: nothingArrived || !broker.IsOpen);
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>Declares what the batch needs; events whose exchange or queues the broker refuses fail here, the others go on.</summary>
    private async Task<List<OutboxRow>> DeclareAsync(IReadOnlyList<OutboxRow> rows, List<Failure> failures)
    {
        var sendable = rows.ToList();
        foreach (var type in rows.Select(row => row.MessageType).Distinct().Where(type => !_declared.Contains(type)).ToList())
        {
            try
            {
                await Topology.DeclareAsync(await OpenAsync(CancellationToken.None), type, events.QueuesOf(type), CancellationToken.None);
                _declared.Add(type);
            }
            catch (Exception exception) when (broker.IsOpen)
            {
                var refused = sendable.Where(row => row.MessageType == type).ToList();
                failures.AddRange(refused.Select(row => new Failure(row, exception.GetType().Name, Counts: true)));
                sendable.RemoveAll(refused.Contains);
            }
        }

        return sendable;
    }

    private async Task<List<Attempt>> SendAllAsync(List<OutboxRow> rows)
    {
        if (rows.Count == 0) { return []; }
        var channel = await OpenAsync(CancellationToken.None);
        using var window = new SemaphoreSlim(options.Value.Window);
        using var patience = new CancellationTokenSource();
        var sending = new List<Task<Attempt>>(rows.Count);
        foreach (var row in rows)
        {
            await window.WaitAsync();
            patience.CancelAfter(options.Value.PublishTimeout); // from the last event handed over: a slow broker isn't a silent one
            sending.Add(SendThenReleaseAsync(row));
        }

        return [.. await Task.WhenAll(sending)];

        async Task<Attempt> SendThenReleaseAsync(OutboxRow row)
        {
            var attempt = await SendAsync(channel, row, patience.Token);
            window.Release();
            return attempt;
        }
    }

    /// <summary>
    /// The broker closes a channel on a message that it refuses, and whatever was in flight fails with it. So what failed that way is sent
    /// again one by one, each on a channel known to be open: whoever closes it now is to blame.
    /// </summary>
    private async Task<List<Attempt>> FindCulpritsAsync(List<Attempt> attempts)
    {
        var judged = new List<Attempt>(attempts.Count);
        foreach (var attempt in attempts)
        {
            if (!IsInterruption(attempt.Error) || !broker.IsOpen)
            {
                judged.Add(attempt);
                continue;
            }

            using var patience = new CancellationTokenSource(options.Value.PublishTimeout);
            judged.Add(await SendAsync(await OpenAsync(CancellationToken.None), attempt.Row, patience.Token));
        }

        return judged;
    }

    private async Task<Attempt> SendAsync(IChannel channel, OutboxRow row, CancellationToken patience)
    {
        using var envelope = envelopes.Seal(row);
        try
        {
            await channel.BasicPublishAsync(row.MessageType, routingKey: "", events.MustReachAQueue(row.MessageType), envelope.Properties, row.Body, patience);
            envelope.Arrived();
            return new Attempt(row, null);
        }
        catch (Exception exception)
        {
            envelope.Failed(exception);
            return new Attempt(row, exception);
        }
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _channel, null) is { } channel) { await channel.DisposeAsync(); }
    }

    private static bool IsInterruption(Exception? error) => error is OperationInterruptedException or AlreadyClosedException or IOException or ObjectDisposedException;

    private readonly record struct Attempt(OutboxRow Row, Exception? Error);
}
