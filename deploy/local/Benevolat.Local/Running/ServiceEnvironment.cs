using System.Globalization;
using Benevolat.Local.Mail;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>
/// Everything that a service may be told, under the names that Aspire uses; each gets what the topology says and nothing else.
/// </summary>
internal sealed class ServiceEnvironment(
    SystemOptions options, NativePostgres postgres, NativeRabbitMq rabbitMq, MailCatcher mail, Uri origin, Uri? telemetry)
{
    private readonly Dictionary<string, Uri[]> _addresses = [];

    /// <summary>Makes a service's processes known to those that refer to it.</summary>
    public void Announce(string service, params Uri[] addresses) => _addresses[service] = addresses;

    public Dictionary<string, string?> For(Service service, string instance, Uri address)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
            ["MASSTRANSIT_USAGE_TELEMETRY"] = "false",
            ["OTEL_SERVICE_NAME"] = service.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}",
        };
        if (service.Database is not null) { environment[$"ConnectionStrings__{service.Database}"] = ConnectionString(service.Database); }
        if (service.RabbitMq) { environment["ConnectionStrings__rabbitmq"] = rabbitMq.Uri; }
        foreach (var name in service.References) { AddAddresses(environment, name); }
        foreach (var setting in service.Settings) { environment[setting] = Setting(setting); }
        if (telemetry is not null) { AddTelemetry(environment, telemetry); }
        foreach (var (key, value) in options.Settings) { environment[key] = value; }
        return environment;
    }

    private string ConnectionString(string resource) =>
        postgres.ConnectionString(Topology.Databases.Single(database => database.Resource == resource).Name);

    private void AddAddresses(Dictionary<string, string?> environment, string name)
    {
        foreach (var (replica, address) in _addresses[name].Index())
        {
            environment[$"services__{name}__http__{replica}"] = address.GetLeftPart(UriPartial.Authority);
        }
    }

    // Both sides of one agreement: Identity knows Web by it.
    private string WebClientSecret => Secrets.Get(options, "web-client-secret");

    private string Setting(string name) => name switch
    {
        "Public__Origin" => origin.GetLeftPart(UriPartial.Authority),
        "Smtp__Host" => MailCatcher.Host,
        "Smtp__Port" => mail.Port.ToString(CultureInfo.InvariantCulture),
        "Identity__WebClientSecret" or "Web__ClientSecret" => WebClientSecret,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The topology names a setting that nothing here provides."),
    };

    /// <summary>Sent every second or few, as Aspire does while developing: a trace is wanted while one still looks at the page.</summary>
    private static void AddTelemetry(Dictionary<string, string?> environment, Uri endpoint)
    {
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint.GetLeftPart(UriPartial.Authority);
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "5000";
    }
}
