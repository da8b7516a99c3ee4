using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Servers;

/// <summary>
/// A RabbitMQ node of our own in a folder of our own, beside any other on the machine: its own ports, name server (epmd),
/// cookie, user and data.
/// </summary>
public sealed class NativeRabbitMq : ILocalServer
{
    private const string Script = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RabbitMqFolder _folder;
    private readonly int? _managementPort;
    private readonly int _epmdPort = Ports.Free();
    private readonly int _distributionPort = Ports.Free();
    private ChildProcess? _epmd;
    private ChildProcess? _node;

    /// <summary>A node whose data live in the folder; it is made when missing.</summary>
    public NativeRabbitMq(string folder, int? port = null, bool management = true)
    {
        _folder = new RabbitMqFolder(Path.GetFullPath(folder));
        Port = port ?? Ports.Free();
        _managementPort = management ? Ports.Free() : null;
    }

    /// <inheritdoc />
    public string Name => "rabbitmq";

    /// <summary>Its AMQP port on 127.0.0.1; the same after every restart of this object.</summary>
    public int Port { get; }

    /// <inheritdoc />
    public ChildProcess Process => _node ?? throw new InvalidOperationException("RabbitMQ isn't started.");

    /// <summary>How clients connect: amqp://user:password@host:port.</summary>
    public string Uri => $"amqp://{RabbitMqFolder.User}:{_folder.Password}@127.0.0.1:{Port}";

    /// <summary>The management API with its credentials; null without the plugin.</summary>
    public string? ManagementUri => _managementPort is null ? null : $"http://{RabbitMqFolder.User}:{_folder.Password}@127.0.0.1:{_managementPort}";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken stop = default)
    {
        if (!File.Exists(Script)) { throw new InvalidOperationException($"RabbitMQ isn't installed: no {Script}. Debian: apt-get install rabbitmq-server"); }
        await _folder.WriteAsync(Port, _managementPort, stop);
        var environment = _folder.Environment(_epmdPort, _distributionPort);
        if (_epmd is not { IsRunning: true })
        {
            // Started by a node, epmd turns into a daemon that outlives it and us; started by us first, it is a child like any other.
            _epmd = await ChildProcess.StartAsync(new ChildCommand("epmd", "epmd") { Log = _folder.Log, Environment = environment });
            await _epmd.ReadyAsync(Patience, async token => await ConnectsAsync(_epmdPort, token), stop);
        }

        _node = await ChildProcess.StartAsync(new ChildCommand(Name, Script) { Log = _folder.Log, Environment = environment });
        await _node.ReadyAsync(Patience, AnswersAsync, stop);
        if (ManagementUri is not null) { await _node.ReadyAsync(Patience, ManagementAnswersAsync, stop); }
    }

    /// <inheritdoc />
    public async Task StopAsync()
    {
        if (_node is not null) { await _node.StopAsync(Patience); }
        if (_epmd is not null) { await _epmd.StopAsync(Patience); }
    }

    /// <inheritdoc />
    public Task KillAsync() => Process.KillAsync();

    /// <inheritdoc />
    public async Task RestartAsync(CancellationToken stop = default)
    {
        await StopAsync();
        await StartAsync(stop);
    }

    /// <summary>Stops it; the data stay.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<TcpClient> ConnectAsync(int port, CancellationToken stop)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, stop);
        return client;
    }

    private static async Task<bool> ConnectsAsync(int port, CancellationToken stop)
    {
        using var client = await ConnectAsync(port, stop);
        return client.Connected;
    }

    /// <summary>An open port isn't a broker yet: it must answer AMQP's greeting with the first frame of a connection.</summary>
    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var client = await ConnectAsync(Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync("AMQP\0\0\t\u0001"u8.ToArray(), stop);
        var first = new byte[1];
        return await stream.ReadAsync(first, stop) == 1 && first[0] == 1;
    }

    private async Task<bool> ManagementAnswersAsync(CancellationToken stop)
    {
        using var http = new HttpClient();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RabbitMqFolder.User}:{_folder.Password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        var answer = await http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_managementPort}/api/overview"), stop);
        return answer.IsSuccessStatusCode;
    }
}
