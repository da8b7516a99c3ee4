using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Api;

/// <summary>The public API as a system calls it: with a token, with patience, and with errors that a person can read.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly ClientCredentials _credentials;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public ApiClient(Uri address, ClientCredentials credentials, TimeProvider? clock = null)
    {
        (_credentials, _clock) = (credentials, clock ?? TimeProvider.System);
        _http = Connect(address, new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, _clock);
    }

    /// <summary>A client on the site's address that waits when told to.</summary>
    public static HttpClient Connect(Uri address, HttpMessageHandler handler, TimeProvider clock) =>
        new(new Retries(handler, clock, patience: TimeSpan.FromMinutes(2)))
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
            DefaultRequestHeaders = { { "Accept-Language", "fr" }, { "User-Agent", "benevolat-cli" } },
        };

    /// <summary>Fails early, before any work, where the credentials are wrong.</summary>
    public Task SignInAsync(CancellationToken stop) => ReachAsync(() => _credentials.TokenAsync(_http, _clock, stop));

    public Task<JsonNode> GetAsync(string path, CancellationToken stop) => AnswerAsync(HttpMethod.Get, path, stop);

    public Task<JsonNode> PostAsync(string path, CancellationToken stop) => AnswerAsync(HttpMethod.Post, path, stop);

    /// <summary>Sends prepared JSON and gives the answer as it is, good or bad.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? json, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _credentials.TokenAsync(_http, _clock, stop));
        if (json is not null) { request.Content = new ByteArrayContent(json) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } }; }
        return await _http.SendAsync(request, stop);
    }

    public void Dispose()
    {
        _http.Dispose();
        _credentials.Dispose();
    }

    private Task<JsonNode> AnswerAsync(HttpMethod method, string path, CancellationToken stop) => ReachAsync(async () =>
    {
        using var response = await SendAsync(method, path, null, stop);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonNode>(stop))!
            : throw new CliException((await Problem.ReadAsync(response, stop)).ToString());
    });

    private async Task<T> ReachAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException unreachable)
        {
            throw new CliException($"Impossible de joindre {_http.BaseAddress} : {unreachable.Message} Le système est-il démarré ? Sinon, précisez --url.");
        }
    }
}
