using System.Globalization;
using System.Security.Cryptography;

namespace Benevolat.Local.Servers;

/// <summary>The folder of one RabbitMQ node: its password, its configuration, and the environment that keeps it inside.</summary>
internal sealed class RabbitMqFolder(string root)
{
    public const string User = "benevolat";

    public string Log => Path.Combine(root, "rabbitmq.log");

    public string Password => File.ReadAllText(PasswordFile);

    private string PasswordFile => Path.Combine(root, "password");

    private string ConfigFile => Path.Combine(root, "rabbitmq.conf");

    private string PluginsFile => Path.Combine(root, "enabled_plugins");

    /// <summary>Writes what the node reads at its start. The user is made at the first start only, so its password must stay.</summary>
    public async Task WriteAsync(int port, int? managementPort, CancellationToken stop)
    {
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!File.Exists(PasswordFile))
        {
            await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(32, lowercase: true), stop);
        }

        string[] management = managementPort is null ? [] : ["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {managementPort}"];
        await File.WriteAllLinesAsync(ConfigFile,
        [
            $"listeners.tcp.1 = 127.0.0.1:{port}",
            $"default_user = {User}", $"default_pass = {Password}",
            "vm_memory_high_watermark.absolute = 1GB",
            "log.console = true", "log.console.level = warning", "log.file = false",
            .. management,
        ], stop);
        await File.WriteAllTextAsync(PluginsFile, managementPort is null ? "[]." : "[rabbitmq_management].", stop);
    }

    public Dictionary<string, string?> Environment(int epmdPort, int distributionPort) => new()
    {
        ["HOME"] = root,   // the node's cookie lives here
        ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = "benevolat@localhost",
        ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(root, "data"),
        ["RABBITMQ_LOG_BASE"] = root,
        ["RABBITMQ_LOG"] = "-color",
        ["RABBITMQ_PID_FILE"] = Path.Combine(root, "rabbitmq.pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PluginsFile,
        ["RABBITMQ_CONFIG_FILE"] = ConfigFile,
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(root, "none.conf"),       // the machine's own settings aren't for this node
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(root, "none.config"),
        // Makes the start script become the node instead of watching over it: what we start is then what we stop or kill.
        ["detached"] = "true",
    };
}
