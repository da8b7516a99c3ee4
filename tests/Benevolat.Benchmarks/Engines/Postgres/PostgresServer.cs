using System.Globalization;
using Benevolat.Local.Servers;
using Npgsql;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>A PostgreSQL server for the run, with the settings that a server of this size deserves; everything it reads fits into its cache.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly NativePostgres _server;

    private PostgresServer(NativePostgres server, NpgsqlDataSource database) => (_server, Database) = (server, database);

    public NpgsqlDataSource Database { get; }

    public NativePostgres Server => _server;

    public static async Task<PostgresServer> StartAsync(string folder, CancellationToken stop)
    {
        var server = new NativePostgres(folder);
        await server.StartAsync(stop);
        await using (var settings = NpgsqlDataSource.Create(server.ConnectionString() + ";Pooling=false"))
        {
            foreach (var (name, value) in Settings())
            {
                await using var command = settings.CreateCommand($"ALTER SYSTEM SET {name} = '{value}'");
                await command.ExecuteNonQueryAsync(stop);
            }
        }

        await server.RestartAsync(stop);
        await server.CreateDatabaseAsync("benchmark", stop);
        return new(server, NpgsqlDataSource.Create(server.ConnectionString("benchmark")));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _server.DeleteAsync();
    }

    /// <summary>Memory settings by the size of the machine; the rest for searches of milliseconds.</summary>
    private static IEnumerable<(string Name, string Value)> Settings()
    {
        var megabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20);
        yield return ("shared_buffers", Megabytes(Math.Min(megabytes / 6, 4_096)));
        yield return ("effective_cache_size", Megabytes(megabytes / 2));
        yield return ("maintenance_work_mem", Megabytes(Math.Min(megabytes / 16, 1_024)));
        yield return ("work_mem", "64MB");
        yield return ("jit", "off");   // compiling takes longer than these searches
        yield return ("random_page_cost", "1.1");   // everything is cached
        yield return ("plan_cache_mode", "force_custom_plan");   // one plan for common and rare words alike would suit neither
        yield return ("max_wal_size", "8GB");
        yield return ("synchronous_commit", "off");
    }

    private static string Megabytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count}MB");
}
