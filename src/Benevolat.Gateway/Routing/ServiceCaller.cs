using System.Text.Json;
using System.Text.Json.Nodes;
using Yarp.ReverseProxy;

namespace Benevolat.Gateway.Routing;

/// <summary>What one service answered, or why it did not.</summary>
internal sealed record ServiceAnswer(string Service, JsonNode? Body, string? Missing);

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
    public Task<ServiceAnswer[]> GetAllAsync(IEnumerable<string> services, string path, string? authorization, CancellationToken stop) =>
        Task.WhenAll(services.Select(service => GetAsync(service, path, authorization, stop)));

    public void Dispose() => _http.Dispose();

    private async Task<ServiceAnswer> GetAsync(string service, string path, string? authorization, CancellationToken stop)
    {
        var replicas = proxy.TryGetCluster(service, out var cluster) ? cluster.DestinationsState.AvailableDestinations : [];
        var answer = new ServiceAnswer(service, null, "not-configured");
        foreach (var replica in replicas)
        {
            answer = await AskAsync(service, new Uri(new Uri(replica.Model.Config.Address), path), authorization, stop);
            if (answer.Missing is null) { break; }
        }

        return answer;
    }

    private async Task<ServiceAnswer> AskAsync(string service, Uri address, string? authorization, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (authorization is not null) { request.Headers.TryAddWithoutValidation("Authorization", authorization); }
            using var response = await _http.SendAsync(request, stop);
            return response.IsSuccessStatusCode
                ? new(service, JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(stop)), null)
                : new(service, null, $"status-{(int)response.StatusCode}");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new(service, null, exception is JsonException ? "unreadable" : "unreachable");
        }
    }
}
