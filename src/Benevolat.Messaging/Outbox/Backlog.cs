using Npgsql;

namespace Benevolat.Messaging.Outbox;

/// <summary>What the outbox holds at a moment.</summary>
internal sealed record Backlog(long Pending, TimeSpan? OldestAge, long Parked)
{
    public static Backlog None { get; } = new(0, null, 0);
}

/// <summary>Counts the backlog every few seconds for the gauges: one query, however many readers there are.</summary>
internal sealed class BacklogWatch(NpgsqlDataSource database, MessagingMetrics metrics, TimeProvider clock, ILogger<BacklogWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public static async Task<Backlog> CountAsync(NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE parked_at IS NULL), min(created_at) FILTER (WHERE parked_at IS NULL), count(parked_at)
            FROM messaging.outbox
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var oldest = await reader.IsDBNullAsync(1, stop) ? (TimeSpan?)null : clock.GetUtcNow() - await reader.GetFieldValueAsync<DateTimeOffset>(1, stop);
        return new Backlog(reader.GetInt64(0), oldest, reader.GetInt64(2));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                metrics.Backlog = await CountAsync(database, clock, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RelayLog.NotCounted(log, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
