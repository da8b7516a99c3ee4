using MassTransit;

namespace Benevolat.Messaging.Inbox;

/// <summary>
/// Runs around every consumer: effect and receipt commit together, so an event that comes twice takes effect once. A twin delivered at the
/// same moment blocks on the receipt's key until this one commits, or takes over when it rolls back.
/// </summary>
internal sealed class InboxFilter<TEvent>(ServiceDb service, InboxTable inbox) : IFilter<ConsumeContext<TEvent>>
    where TEvent : class
{
    public async Task Send(ConsumeContext<TEvent> context, IPipe<ConsumeContext<TEvent>> next)
    {
        var db = service.Context;
        var stop = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await inbox.TryReceiveAsync(db, IdOf(context), QueueOf(context), stop)) { return; }

        await next.Send(context);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    /// <summary>Without an id nothing could tell a second delivery from a second event: such a message is nobody's of ours.</summary>
    private static Guid IdOf(ConsumeContext<TEvent> context) =>
        context.MessageId ?? throw new InvalidOperationException("A message without message_id did not come from an outbox.");

    private static string QueueOf(ConsumeContext<TEvent> context) => context.ReceiveContext.InputAddress.Segments[^1];
}
