using Benevolat.Local.Servers;
using Npgsql;

namespace Benevolat.Local.Tests.Servers;

public sealed class NativePostgresTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativePostgres _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public NativePostgresTests() => _server = new NativePostgres(_folder.Below("postgres"));

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Committed_rows_survive_a_kill_a_stop_and_a_new_object_on_the_same_folder()
    {
        await ScalarAsync(_server, "CREATE TABLE kept(n int); INSERT INTO kept VALUES (1)");

        await _server.KillAsync();
        await _server.StartAsync(Stop);
        await ScalarAsync(_server, "INSERT INTO kept VALUES (2)");
        await _server.RestartAsync(Stop);
        await ScalarAsync(_server, "INSERT INTO kept VALUES (3)");
        await _server.StopAsync();

        await using var later = new NativePostgres(_folder.Below("postgres"));
        await later.StartAsync(Stop);
        Assert.Equal(6L, await ScalarAsync(later, "SELECT sum(n) FROM kept"));
    }

    [Fact]
    public async Task It_is_durable_and_brings_the_extensions_that_the_services_need()
    {
        await ScalarAsync(_server, "CREATE EXTENSION postgis; CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm");

        Assert.Equal("on", await ScalarAsync(_server, "SHOW fsync"));
        Assert.Equal("on", await ScalarAsync(_server, "SHOW synchronous_commit"));
        Assert.Equal("elephant", await ScalarAsync(_server, "SELECT lower(unaccent('ÉLÉPHANT'))"));
    }

    [Fact]
    public async Task Making_a_database_twice_is_making_it_once()
    {
        await _server.CreateDatabaseAsync("missions", Stop);
        await _server.CreateDatabaseAsync("missions", Stop);

        Assert.Equal(1L, await ScalarAsync(_server, "SELECT count(*) FROM pg_database WHERE datname = 'missions'"));
    }

    [Fact]
    public async Task Two_servers_run_side_by_side_and_know_nothing_of_each_other()
    {
        await using var other = new NativePostgres(_folder.Below("other"));
        await other.StartAsync(Stop);
        await other.CreateDatabaseAsync("missions", Stop);

        Assert.NotEqual(_server.Port, other.Port);
        Assert.Equal(0L, await ScalarAsync(_server, "SELECT count(*) FROM pg_database WHERE datname = 'missions'"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString() + ";Password=guess;Pooling=false");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Stop));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    private static async Task<object?> ScalarAsync(NativePostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }
}
