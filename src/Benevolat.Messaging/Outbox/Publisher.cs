using Benevolat.Messaging.Wire;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Benevolat.Messaging.Outbox;

/// <summary>Sends batches over one channel: in order, confirmations overlapping, and tells a bad event from a bad broker.</summary>
internal sealed class Publisher(PublishingChannel wire, EventCatalog events, Envelopes envelopes, IOptions<MessagingOptions> options)
{
    /// <summary>Ready to publish; throws while the broker is away.</summary>
    public Task PrepareAsync(CancellationToken stop) => wire.PrepareAsync(stop);

    public async Task<Verdict> PublishAsync(IReadOnlyList<OutboxRow> rows)
    {
        var failures = new List<Failure>();
        var sendable = await DeclareAsync(rows, failures);
        var attempts = await SendAllAsync(sendable);
        if (wire.WasClosedOnUs) { attempts = await FindCulpritsAsync(attempts); }

        var silent = attempts.Exists(attempt => attempt.Error is OperationCanceledException);
        var nothingArrived = attempts.Count > 0 && attempts.TrueForAll(IsUnconfirmed);
        if (silent) { await (nothingArrived ? wire.GiveUpAsync() : wire.CloseAsync()); }
        foreach (var (row, error) in attempts)
        {
            if (error is null) { continue; }
            if (error is PublishException { IsReturn: true }) { wire.ForgetDeclaration(row.MessageType); }
            failures.Add(new Failure(row, error.GetType().Name, Counts: !nothingArrived && (wire.BrokerIsOpen || !IsInterruption(error))));
        }

        return new Verdict(failures, BrokerAway: nothingArrived || !wire.BrokerIsOpen);
    }

    /// <summary>Declares what the batch needs; events whose exchange or queues the broker refuses fail here, the others go on.</summary>
    private async Task<List<OutboxRow>> DeclareAsync(IReadOnlyList<OutboxRow> rows, List<Failure> failures)
    {
        var refused = new Dictionary<string, Exception>(StringComparer.Ordinal);
        foreach (var type in rows.Select(row => row.MessageType).Distinct())
        {
            if (await wire.TryDeclareAsync(type) is { } exception) { refused.Add(type, exception); }
        }

        if (refused.Count == 0) { return [.. rows]; }
        var (hopeless, sendable) = (rows.Where(row => refused.ContainsKey(row.MessageType)), rows.Where(row => !refused.ContainsKey(row.MessageType)));
        failures.AddRange(hopeless.Select(row => new Failure(row, refused[row.MessageType].GetType().Name, Counts: true)));
        return [.. sendable];
    }

    private async Task<List<Attempt>> SendAllAsync(List<OutboxRow> rows)
    {
        if (rows.Count == 0) { return []; }
        var channel = await wire.OpenAsync(CancellationToken.None);
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
    /// again one by one, each on a channel known to be open: whoever closes it now is to blame. An exchange that was deleted behind our back
    /// closes it too, so all are declared anew.
    /// </summary>
    private async Task<List<Attempt>> FindCulpritsAsync(List<Attempt> attempts)
    {
        wire.ForgetDeclarations();
        var judged = new List<Attempt>(attempts.Count);
        foreach (var attempt in attempts)
        {
            var again = IsInterruption(attempt.Error) && wire.BrokerIsOpen;
            judged.Add(again ? await SendAloneAsync(attempt.Row) : attempt);
        }

        return judged;
    }

    private async Task<Attempt> SendAloneAsync(OutboxRow row)
    {
        if (await wire.TryDeclareAsync(row.MessageType) is { } refusal) { return new Attempt(row, refusal); }
        using var patience = new CancellationTokenSource(options.Value.PublishTimeout);
        return await SendAsync(await wire.OpenAsync(CancellationToken.None), row, patience.Token);
    }

    private async Task<Attempt> SendAsync(IChannel channel, OutboxRow row, CancellationToken patience)
    {
        using var envelope = envelopes.Seal(row);
        try
        {
            var mandatory = events.MustReachAQueue(row.MessageType);
            await channel.BasicPublishAsync(row.MessageType, routingKey: "", mandatory, envelope.Properties, row.Body, patience);
            envelope.Arrived();
            return new Attempt(row, null);
        }
        catch (Exception exception)
        {
            envelope.Failed(exception);
            return new Attempt(row, exception);
        }
    }

    /// <summary>Silence or a refusal: where nothing else comes back from a whole batch, it's the broker that is ill, not the events.</summary>
    private static bool IsUnconfirmed(Attempt attempt) => attempt.Error is OperationCanceledException or PublishException { IsReturn: false };

    private static bool IsInterruption(Exception? error) =>
        error is OperationInterruptedException or AlreadyClosedException or IOException or ObjectDisposedException;

    private readonly record struct Attempt(OutboxRow Row, Exception? Error);
}
