using System.Text;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Benevolat.Testing.Servers;

/// <summary>
/// PostgreSQL with PostGIS and RabbitMQ as containers; <c>test.sh</c> looks for the same images. Their label lets
/// <c>test.sh</c> remove them; in runs without it Testcontainers' own sweeper does.
/// </summary>
internal static class ContainerServers
{
    private const string PostgresImage = "postgis/postgis:17-3.5";
    private const string RabbitImage = "rabbitmq:4";
    private const string Label = "benevolat.tests";
    private const int ManagementPort = 15672;

    /// <summary>Saves a second, larger image that differs in nothing else.</summary>
    private static readonly byte[] Plugins = Encoding.ASCII.GetBytes("[rabbitmq_management].\n");

    public static async Task<TestServers> StartAsync()
    {
        var run = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_RUN") ?? "by-hand";
        var postgres = new PostgreSqlBuilder(PostgresImage).WithLabel(Label, run).WithCommand("-c", "max_connections=500", "-c", "fsync=off").Build();
        var rabbit = new RabbitMqBuilder(RabbitImage).WithLabel(Label, run)
            .WithResourceMapping(Plugins, "/etc/rabbitmq/enabled_plugins")
            .WithPortBinding(ManagementPort, assignRandomHostPort: true)
            .Build();
        await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
        return new TestServers(
            postgres.GetConnectionString(),
            new Uri(rabbit.GetConnectionString()),
            new Uri($"http://{rabbit.Hostname}:{rabbit.GetMappedPublicPort(ManagementPort)}"));
    }
}
