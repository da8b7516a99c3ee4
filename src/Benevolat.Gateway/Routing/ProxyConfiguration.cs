using System.Net;
using Benevolat.Gateway.Limits;
using Benevolat.Gateway.Security;
using Benevolat.ServiceDefaults.Security;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Benevolat.Gateway.Routing;

/// <summary>The route table and the environment's service endpoints, in YARP's words.</summary>
internal static class ProxyConfiguration
{
    public static IReadOnlyList<RouteConfig> Routes() => [.. RouteTable.All.Select(route => new RouteConfig
    {
        RouteId = route.Path,
        ClusterId = route.Service,
        Match = new RouteMatch { Path = route.Path },
        AuthorizationPolicy = route.Operators ? Policies.Operator : null,
        CorsPolicy = route.IsApi ? CrossOrigin.Policy : null,
        Metadata = Marks(route).ToDictionary(mark => mark.Name, mark => mark.Value),
    })];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration, TimeLimits times) =>
        [.. Service.All.Select(service => Cluster(service, Endpoints(configuration, service), times))];

    /// <summary>Names the <see cref="Tier"/> that changes on a route count against.</summary>
    public const string Changes = "changes";

    /// <summary>Marks routes that take larger bodies.</summary>
    public const string Import = "import";

    private static IEnumerable<(string Name, string Value)> Marks(GatewayRoute route)
    {
        if (route.Changes is { } tier) { yield return (Changes, tier.ToString()); }
        if (route.Import) { yield return (Import, "true"); }
    }

    private static ClusterConfig Cluster(string service, string[] endpoints, TimeLimits times) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = endpoints.Index().ToDictionary(endpoint => $"{service}-{endpoint.Index}", endpoint => new DestinationConfig { Address = endpoint.Item }),
        HttpRequest = new ForwarderRequestConfig
        {
            // Without TLS there is no negotiation of HTTP/2, so asking for it would only cost.
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            // Counts from the last byte: a stream that sends a heartbeat is never cut.
            ActivityTimeout = times.Answer,
        },
        HealthCheck = Health(endpoints.Length, times),
        Metadata = new Dictionary<string, string> { [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "2" },
    };

    /// <summary>When all replicas look ill, all are tried: a wrong verdict must not be worse than the illness.</summary>
    private static HealthCheckConfig Health(int replicas, TimeLimits times) => new()
    {
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Active = new ActiveHealthCheckConfig
        {
            Enabled = replicas > 1,
            Interval = times.Probe,
            Timeout = TimeSpan.FromSeconds(2),
            Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            Path = "/health/ready",
        },
        Passive = new PassiveHealthCheckConfig { Enabled = replicas > 1, Policy = UnreachablePolicy.PolicyName, ReactivationPeriod = times.Probe },
    };

    private static string[] Endpoints(IConfiguration configuration, string service)
    {
        var section = configuration.GetSection($"services:{service}");
        return [.. section.GetSection("http").GetChildren().Concat(section.GetSection("https").GetChildren()).Select(child => child.Value).OfType<string>()];
    }
}
