namespace Benevolat.Testing.Servers;

/// <summary>
/// Real servers for a test run: those that <c>test.sh</c> started and named in the environment,
/// else containers where an engine answers. Never a mock.
/// </summary>
/// <param name="Postgres">Connection string of a superuser.</param>
/// <param name="RabbitMq">An amqp URI without a virtual host.</param>
/// <param name="Management">RabbitMQ's management API, with the same user.</param>
public sealed record TestServers(string Postgres, Uri RabbitMq, Uri Management)
{
    private static readonly Lazy<Task<TestServers>> Shared = new(StartAsync);

    public static Task<TestServers> GetAsync() => Shared.Value;

    private static Task<TestServers> StartAsync()
    {
        var postgres = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_POSTGRES");
        var rabbit = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_RABBITMQ");
        var management = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_RABBITMQ_MANAGEMENT");
        return postgres is null || rabbit is null || management is null
            ? ContainerServers.StartAsync()
            : Task.FromResult(new TestServers(postgres, new Uri(rabbit), new Uri(management)));
    }
}
