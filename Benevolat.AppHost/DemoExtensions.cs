namespace Benevolat.AppHost;

/// <summary>People, an association and missions to try the system with, only while developing: the feed comes through the public API, as a network's does.</summary>
internal static class DemoExtensions
{
    public const string NetworkClient = "demo-network";
    public const string NetworkSecret = "demo-network-secret";

    /// <summary>Of every demo account, as Identity seeds them.</summary>
    private const string Password = "Demo-Benevolat-2026";

    public static void AddDemo(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<PostgresDatabaseResource> identityDb,
        IResourceBuilder<RabbitMQServerResource> rabbitmq,
        IResourceBuilder<ProjectResource> identity,
        IResourceBuilder<ProjectResource> missions,
        IResourceBuilder<ProjectResource> gateway,
        SystemSettings settings)
    {
        var people = builder.AddProject<Projects.Benevolat_Identity>("demo-people", launchProfileName: null)
            .WithArgs("seed-demo")
            .InEnvironment(builder)
            .WithReference(identityDb)
            .WithReference(rabbitmq)
            .WithSetting("Public__Origin", settings.PublicOrigin)
            .WithSetting("Smtp__Host", settings.SmtpHost)
            .WithSetting("Smtp__Port", settings.SmtpPort)
            .WithSetting("Identity__WebClientSecret", settings.WebClientSecret)
            .WaitFor(identity);

        builder.AddProject<Projects.Benevolat_Cli>("demo-feed", launchProfileName: null)
            .WithArgs("import", Path.Combine(builder.AppHostDirectory, "..", "deploy", "local", "demo", "missions.json"))
            .WithArgs("--url", gateway.GetEndpoint("http"))
            .WithEnvironment("BENEVOLAT_CLIENT_ID", NetworkClient)
            .WithEnvironment("BENEVOLAT_CLIENT_SECRET", NetworkSecret)
            .WaitForCompletion(people)
            .WaitFor(missions)
            .WaitFor(gateway);

        builder.AddProject<Projects.Benevolat_Cli>("demo-association", launchProfileName: null)
            .WithArgs("demo", Path.Combine(builder.AppHostDirectory, "..", "deploy", "local", "demo", "association.json"))
            .WithArgs("--url", gateway.GetEndpoint("http"))
            .WithEnvironment("BENEVOLAT_DEMO_PASSWORD", Password)
            .WaitForCompletion(people)
            .WaitFor(missions)
            .WaitFor(gateway);
    }
}
