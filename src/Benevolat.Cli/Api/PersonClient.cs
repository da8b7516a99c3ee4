using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Api;

/// <summary>The public API as a person calls it, who has signed in.</summary>
internal sealed class PersonClient : IDisposable
{
    private readonly HttpClient _http;

    private PersonClient(HttpClient http) => _http = http;

    public static async Task<PersonClient> SignInAsync(Uri address, string email, string password, CancellationToken stop)
    {
        using var person = new PersonSignIn(address);
        var token = await person.TokenAsync(email, password, PersonSignIn.Everything, stop);
        var http = ApiClient.Connect(address, new SocketsHttpHandler { AllowAutoRedirect = false }, TimeProvider.System);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(http);
    }

    public Task<JsonNode?> GetAsync(string path, CancellationToken stop) => SendAsync(HttpMethod.Get, path, null, null, stop);

    /// <param name="version">Of what is changed, sent as If-Match; null for what is new.</param>
    public Task<JsonNode?> PostAsync(string path, JsonNode? body, long? version, CancellationToken stop) => SendAsync(HttpMethod.Post, path, body, version, stop);

    public void Dispose() => _http.Dispose();

    /// <exception cref="CliException">With the server's own words.</exception>
    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, long? version, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) { request.Content = JsonContent.Create(body); }
        if (version is { } seen) { request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{seen}\""))); }
        using var response = await _http.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode) { throw new CliException($"{method} {path} : {await Problem.ReadAsync(response, stop)}"); }

        var text = await response.Content.ReadAsStringAsync(stop);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
