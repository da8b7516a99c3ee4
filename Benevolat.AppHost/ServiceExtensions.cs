namespace Benevolat.AppHost;

/// <summary>How a service of Benevolat stands in the application model.</summary>
internal static class ServiceExtensions
{
    /// <summary>
    /// A service with its own database: the verb <c>migrate</c> runs to completion first, then the service starts,
    /// and others may wait for its readiness.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RabbitMQServerResource>? rabbitmq = null)
        where TProject : IProjectMetadata, new()
    {
        var migration = builder.AddProject<TProject>($"{name}-migrate", launchProfileName: null)
            .WithArgs("migrate")
            .InEnvironment(builder)
            .WithReference(database)
            .WaitFor(database);
        var service = builder.AddProject<TProject>(name, launchProfileName: null)
            .InEnvironment(builder)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health/ready")
            .WithReference(database)
            .WaitForCompletion(migration);
        migration.WithParentRelationship(service);
        if (rabbitmq is not null)
        {
            migration.WithReference(rabbitmq).WaitFor(rabbitmq);
            service.WithReference(rabbitmq).WaitFor(rabbitmq);
        }

        return service;
    }

    /// <summary>The one address that the public sees.</summary>
    public static IResourceBuilder<ProjectResource> AddGateway<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name, launchProfileName: null)
            .InEnvironment(builder)
            .WithHttpEndpoint(port: builder.ExecutionContext.IsRunMode ? SystemSettings.SitePort : null)
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health/ready")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Site")
            .WithUrlForEndpoint("http", endpoint => new ResourceUrlAnnotation { Url = "/docs", DisplayText = "API", Endpoint = endpoint });

    /// <summary>An option of the service, in the notation of environment variables.</summary>
    public static IResourceBuilder<ProjectResource> WithSetting(this IResourceBuilder<ProjectResource> service, string name, ReferenceExpression value) =>
        service.WithEnvironment(name, value);

    /// <summary>
    /// Without a launch profile nobody says "Development"; published services run as Production. Aspire would have a published project
    /// believe any client's forwarded headers; ours trust the proxies that they are told of, and no others.
    /// </summary>
    public static IResourceBuilder<ProjectResource> InEnvironment(this IResourceBuilder<ProjectResource> project, IDistributedApplicationBuilder builder) =>
        project
            .DisableForwardedHeaders()
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.ExecutionContext.IsRunMode ? "Development" : "Production")
            .WithEnvironment("MASSTRANSIT_USAGE_TELEMETRY", "false");
}
