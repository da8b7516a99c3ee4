using System.Text.Json;
using System.Text.Json.Nodes;
using Yarp.ReverseProxy;

namespace Benevolat.Gateway.Routing;

/// <summary>What one service answered, or why it did not.</summary>
/// <param name="Missing">Null when it answered with success.</param>
internal sealed record ServiceAnswer(string Service, JsonNode? Body, string? Missing)
{
    /// <summary>It answered, and knows no such thing.</summary>
    public bool IsNotFound => Missing == "status-404";
}

/// <summary>Asks services on the gateway's own behalf, over the same replicas that the routes use. Never throws for a service that is down.</summary>
internal sealed class ServiceCaller(IProxyStateLookup proxy) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 16 * 1024 * 1024,
    };

    /// <summary>The same path of several services at once, in the order asked.</summary>
    public Task<ServiceAnswer[]> AskAllAsync(HttpMethod method, IEnumerable<string> services, string path, string? authorization, CancellationToken stop) =>
        Task.WhenAll(services.Select(service => AskAsync(method, service, path, authorization, stop)));

    public void Dispose() => _http.Dispose();

    private async Task<ServiceAnswer> AskAsync(HttpMethod method, string service, string path, string? authorization, CancellationToken stop)
    {
        var replicas = proxy.TryGetCluster(service, out var cluster) ? cluster.DestinationsState.AvailableDestinations : [];
        var answer = new ServiceAnswer(service, null, "not-configured");
        foreach (var replica in replicas)
        {
            using var request = new HttpRequestMessage(method, new Uri(new Uri(replica.Model.Config.Address), path));
            if (authorization is not null) { request.Headers.TryAddWithoutValidation("Authorization", authorization); }
            answer = await SendAsync(service, request, stop);
            if (answer.Missing is not "unreachable") { break; }
        }

        return answer;
    }

    private async Task<ServiceAnswer> SendAsync(string service, HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            using var response = await _http.SendAsync(request, stop);
            if (!response.IsSuccessStatusCode) { return new(service, null, $"status-{(int)response.StatusCode}"); }

            var body = await response.Content.ReadAsByteArrayAsync(stop);
            return new(service, body.Length == 0 ? null : JsonNode.Parse(body), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new(service, null, exception is JsonException ? "unreadable" : "unreachable");
        }
    }
}
