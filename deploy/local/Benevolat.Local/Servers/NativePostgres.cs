using System.Security.Cryptography;
using Benevolat.Local.Processes;
using Npgsql;

namespace Benevolat.Local.Servers;

/// <summary>
/// A PostgreSQL server of our own in a folder of our own, beside any other on the machine. Durable as in production (fsync stays on),
/// so that what survives a kill here survives one there.
/// </summary>
public sealed class NativePostgres : ILocalServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _home;
    private readonly string _log;
    private ChildProcess? _process;

    /// <summary>A server whose data live in the folder; it is made when missing.</summary>
    public NativePostgres(string folder, int? port = null)
    {
        _home = PostgresInstallation.ReachableFolder(Path.GetFullPath(folder));
        _log = Path.Combine(Path.GetFullPath(folder), "postgres.log");
        Port = port ?? Ports.Free();
    }

    /// <inheritdoc />
    public string Name => "postgres";

    /// <summary>Its port on 127.0.0.1; the same after every restart of this object.</summary>
    public int Port { get; }

    /// <inheritdoc />
    public ChildProcess Process => _process ?? throw new InvalidOperationException("PostgreSQL isn't started.");

    private string DataFolder => Path.Combine(_home, "data");

    private string PasswordFile => Path.Combine(_home, "password");

    /// <summary>How the superuser connects to a database.</summary>
    public string ConnectionString(string database = "postgres") =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Password={File.ReadAllText(PasswordFile)};Database={database}";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken stop = default)
    {
        var bin = PostgresInstallation.BinFolderFor(DataFolder);
        if (!File.Exists(Path.Combine(DataFolder, "PG_VERSION"))) { await InitialiseAsync(bin, stop); }
        _process = await ChildProcess.StartAsync(Command(Path.Combine(bin, "postgres"), ["-D", DataFolder, .. Settings()]));
        await _process.ReadyAsync(Patience, AnswersAsync, stop);
    }

    /// <inheritdoc />
    public Task StopAsync() => _process?.StopAsync(Patience) ?? Task.CompletedTask;

    /// <inheritdoc />
    public Task KillAsync() => Process.KillAsync();

    /// <inheritdoc />
    public async Task RestartAsync(CancellationToken stop = default)
    {
        await StopAsync();
        await StartAsync(stop);
    }

    /// <summary>Makes a database unless it is there.</summary>
    public async Task CreateDatabaseAsync(string name, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(stop) is not null) { return; }
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await create.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Stops it and deletes its data, wherever they had to be put.</summary>
    public async Task DeleteAsync()
    {
        await StopAsync();
        if (Directory.Exists(_home)) { Directory.Delete(_home, recursive: true); }
    }

    /// <summary>Stops it; the data stay.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task InitialiseAsync(string bin, CancellationToken stop)
    {
        // What a broken first attempt left would make initdb refuse the folder.
        if (Directory.Exists(DataFolder)) { Directory.Delete(DataFolder, recursive: true); }
        Directory.CreateDirectory(_home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(32, lowercase: true), stop);
        File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (PostgresInstallation.User is { } user)
        {
            await ChildProcess.RunAsync(new ChildCommand("chown", "chown", "-R", $"{user}:", _home) { Log = _log }, Patience, stop);
        }

        await ChildProcess.RunAsync(Command(Path.Combine(bin, "initdb"),
        [
            "-D", DataFolder, "--username", "postgres", "--pwfile", PasswordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums",
        ]), Patience, stop);
    }

    private ChildCommand Command(string program, IReadOnlyList<string> arguments) =>
        new(Name, program, arguments) { Log = _log, User = PostgresInstallation.User, StopSignal = Signal.Interrupt };

    private IEnumerable<string> Settings() => ((string[])
    [
        "listen_addresses=127.0.0.1", $"port={Port}",
        "unix_socket_directories=",   // a socket's path may not exceed 107 characters, a folder's may
        "max_connections=300",        // seven services, their replicas, or as many test classes
        "timezone=UTC", "log_line_prefix=%m [%p] %d ",
    ]).SelectMany(setting => (string[])["-c", setting]);

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return connection.State is System.Data.ConnectionState.Open;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        // Unpooled: a pooled connection from before a restart would be broken, and looks fine until used.
        var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false;Timeout=5");
        await connection.OpenAsync(stop);
        return connection;
    }
}
