using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Benevolat.Testing.Servers;

/// <summary>PostgreSQL with PostGIS and RabbitMQ with management as containers, the images that the AppHost uses.</summary>
internal static class ContainerServers
{
    private const string PostgresImage = "postgis/postgis:17-3.5";
    private const string RabbitImage = "rabbitmq:4-management";

    public static async Task<TestServers> StartAsync()
    {
        var postgres = new PostgreSqlBuilder(PostgresImage).WithCommand("-c", "max_connections=500", "-c", "fsync=off").Build();
        var rabbit = new RabbitMqBuilder(Environment.GetEnvironmentVariable("BENEVOLAT_TEST_RABBITMQ_IMAGE") ?? RabbitImage)
            .WithPortBinding(15672, assignRandomHostPort: true)
            .Build();
        await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
        return new TestServers(
            postgres.GetConnectionString(),
            new Uri(rabbit.GetConnectionString()),
            new Uri($"http://{rabbit.Hostname}:{rabbit.GetMappedPublicPort(15672)}"));
    }
}
