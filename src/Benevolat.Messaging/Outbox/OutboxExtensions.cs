using System.Diagnostics;
using System.Text.Json;
using Benevolat.Contracts;
using Benevolat.Messaging.Outbox;
using Benevolat.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Benevolat.Messaging;

/// <summary>How a service tells the others: never on the bus directly, always with its own state.</summary>
public static class OutboxExtensions
{
    /// <summary>Adds <paramref name="event"/> to the outbox; <c>SaveChanges</c> commits it with the state, or neither.</summary>
    /// <param name="orderingKey">The aggregate's id.</param>
    public static void Publish<TEvent>(this DbContext db, TEvent @event, Guid orderingKey)
        where TEvent : class, IEvent
    {
        var now = db.GetService<TimeProvider>().GetUtcNow();
        db.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(now),
            MessageType = WireNames.Of(typeof(TEvent)),
            OrderingKey = orderingKey,
            Body = JsonSerializer.SerializeToUtf8Bytes(@event, JsonConventions.Tolerant),
            TraceParent = Activity.Current?.Id,
            TraceState = Activity.Current?.TraceStateString,
            CreatedAt = now,
            DueAt = now,
        });
        db.GetService<RelayWaker>().Expect(db);
    }
}
