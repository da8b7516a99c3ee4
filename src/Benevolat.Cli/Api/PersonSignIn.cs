using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Api;

/// <summary>A person's access token: password to a session, session to a code, code and verifier to a token (RFC 7636, RFC 8252).</summary>
internal sealed class PersonSignIn(Uri address) : IDisposable
{
    /// <summary>All that a person may ask for.</summary>
    public const string Everything = "openid profile email roles missions volunteers matching notifications";

    private const string Client = "benevolat-cli";
    private const string Callback = "http://127.0.0.1/callback";

    private readonly HttpClient _http = ApiClient.Connect(
        address, new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, TimeProvider.System);

    public async Task<string> TokenAsync(string email, string password, string scope, CancellationToken stop)
    {
        try
        {
            await OpenSessionAsync(email, password, stop);
            var verifier = Random();
            return await RedeemAsync(await AuthorizeAsync(verifier, scope, stop), verifier, stop);
        }
        catch (HttpRequestException unreachable)
        {
            throw new CliException($"Impossible de joindre {address} : {unreachable.Message}");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task OpenSessionAsync(string email, string password, CancellationToken stop)
    {
        using var response = await _http.PostAsJsonAsync(new Uri("/api/v1/accounts/session", UriKind.Relative), new { email, password }, stop);
        if (!response.IsSuccessStatusCode) { throw new CliException($"Connexion refusée. {await Problem.ReadAsync(response, stop)}"); }
    }

    private async Task<string> AuthorizeAsync(string verifier, string scope, CancellationToken stop)
    {
        var state = Random();
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var query = string.Join('&', new Dictionary<string, string>
        {
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = scope,
            ["state"] = state,
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        }.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        using var response = await _http.GetAsync(new Uri($"/connect/authorize?{query}", UriKind.Relative), stop);
        var location = response.Headers.Location?.OriginalString ?? "";
        if (!location.StartsWith(Callback, StringComparison.Ordinal)) { throw new CliException($"Pas de code d'autorisation. {await Problem.ReadAsync(response, stop)}"); }

        var answer = Query(location);
        return answer.GetValueOrDefault("state") != state ? throw new CliException("La réponse n'est pas celle de notre demande (state).")
            : answer.GetValueOrDefault("code") ?? throw new CliException($"Autorisation refusée : {answer.GetValueOrDefault("error")} {answer.GetValueOrDefault("error_description")}");
    }

    private async Task<string> RedeemAsync(string code, string verifier, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["code"] = code,
            ["code_verifier"] = verifier,
        });
        using var response = await _http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, stop);
        return response.IsSuccessStatusCode
            ? (string?)(await response.Content.ReadFromJsonAsync<JsonNode>(stop))?["access_token"] ?? throw new CliException("La réponse ne contient pas de jeton.")
            : throw new CliException($"Le code n'a pas été accepté. {await Problem.ReadAsync(response, stop)}");
    }

    private static Dictionary<string, string> Query(string location) => new Uri(location).Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));

    private static string Random() => Base64Url(RandomNumberGenerator.GetBytes(32));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
