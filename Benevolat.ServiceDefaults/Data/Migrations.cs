using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.ServiceDefaults.Data;

/// <summary>The verb <c>migrate</c>: a run-to-completion process before the service starts, never part of a replica's start.</summary>
public static partial class Migrations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Brings the database up to date; waits up to a minute for the server to answer.</summary>
    public static async Task MigrateAsync<TDb>(this IHost host, CancellationToken stop = default)
        where TDb : DbContext
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Migrations));

        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await db.Database.MigrateAsync(stop);
                LogMigrated(log, typeof(TDb).Name);
                return;
            }
            catch (Exception exception) when (waited.Elapsed < Patience && IsNotUpYet(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
            }
        }
    }

    private static bool IsNotUpYet(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } || (exception.InnerException is { } inner && IsNotUpYet(inner));

    [LoggerMessage(1, LogLevel.Information, "{Database} is up to date")]
    private static partial void LogMigrated(ILogger log, string database);
}
