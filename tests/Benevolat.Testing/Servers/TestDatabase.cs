using System.Collections.Concurrent;
using System.Reflection;
using Npgsql;

namespace Benevolat.Testing.Servers;

/// <summary>One database per test class, cloned in a blink from a template that the service's own <c>migrate</c> verb made.</summary>
public static class TestDatabase
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim OneMigration = new(1, 1);

    /// <returns>The new database's connection string.</returns>
    public static async Task<string> CreateAsync(Assembly service, string resource)
    {
        var template = await Templates.GetOrAdd(service, _ => new Lazy<Task<string>>(() => MigrateTemplateAsync(service, resource))).Value;
        var name = $"{resource}_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return await ConnectionAsync(name);
    }

    public static async Task DropAsync(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection)) { NpgsqlConnection.ClearPool(pool); }
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)");
    }

    private static async Task<string> MigrateTemplateAsync(Assembly service, string resource)
    {
        var name = $"template_{resource}_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        await OneMigration.WaitAsync();
        try
        {
            // The entry point reads its connection from the environment, as in every other run mode.
            Environment.SetEnvironmentVariable($"ConnectionStrings__{resource}", await ConnectionAsync(name));
            Environment.SetEnvironmentVariable("ConnectionStrings__rabbitmq", (await TestServers.GetAsync()).RabbitMq.AbsoluteUri);
            await Task.Run(() => service.EntryPoint!.Invoke(null, [new[] { "migrate" }]));
        }
        finally
        {
            Environment.SetEnvironmentVariable($"ConnectionStrings__{resource}", null);
            Environment.SetEnvironmentVariable("ConnectionStrings__rabbitmq", null);
            OneMigration.Release();
        }

        NpgsqlConnection.ClearAllPools();
        // A template may have no open connection; the migrating host's pool closes a moment after it returned.
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private static async Task<string> ConnectionAsync(string database) =>
        new NpgsqlConnectionStringBuilder((await TestServers.GetAsync()).Postgres) { Database = database, MaxPoolSize = 40, IncludeErrorDetail = true }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder((await TestServers.GetAsync()).Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
