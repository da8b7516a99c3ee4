using System.Xml;
using Benevolat.Messaging.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Messaging.Ops;

/// <summary>What waits in this service's outbox, and what was given up on.</summary>
public static class ShowOutbox
{
    private const int MostListed = 100;

    /// <summary>The outbox of one service.</summary>
    /// <param name="OldestAge">Of the events that wait to leave; ISO 8601, null when none does.</param>
    /// <param name="ParkedEvents">The oldest hundred that were given up on; never their content.</param>
    public sealed record Response(string Service, long Pending, string? OldestAge, long Parked, IReadOnlyList<ParkedEvent> ParkedEvents);

    /// <summary>An event that could not be published and waits for an operator.</summary>
    /// <param name="LastError">Type of the last exception.</param>
    public sealed record ParkedEvent(Guid MessageId, string Type, int Attempts, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset ParkedAt);

    internal static void Map(RouteGroupBuilder ops) => ops.MapGet("/outbox", HandleAsync)
        .WithName(nameof(ShowOutbox))
        .WithSummary("This service's outbox")
        .WithDescription("How many events wait to leave, for how long, and which were parked after too many failed attempts.");

    private static async Task<Ok<Response>> HandleAsync(
        ServiceDb db, ConsumerRegistry service, NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        var backlog = await BacklogWatch.CountAsync(database, clock, stop);
        var parked = await db.Context.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.ParkedAt != null)
            .OrderBy(row => row.Position)
            .Take(MostListed)
            .Select(row => new ParkedEvent(row.MessageId, row.MessageType, row.Attempts, row.LastError, row.CreatedAt, row.ParkedAt!.Value))
            .ToListAsync(stop);
        var age = backlog.OldestAge is { } oldest ? XmlConvert.ToString(TimeSpan.FromSeconds(Math.Round(oldest.TotalSeconds))) : null;
        return TypedResults.Ok(new Response(service.Service, backlog.Pending, age, backlog.Parked, parked));
    }
}
