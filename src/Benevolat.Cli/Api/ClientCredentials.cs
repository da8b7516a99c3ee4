using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Api;

/// <summary>A system's access token, asked for when needed and renewed before it ends.</summary>
internal sealed class ClientCredentials(string id, string secret, string scope) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Token, DateTimeOffset Until)? _held;

    public async Task<string> TokenAsync(HttpClient http, TimeProvider clock, CancellationToken stop)
    {
        if (_held is { } held && held.Until > clock.GetUtcNow()) { return held.Token; }
        await _one.WaitAsync(stop);
        try
        {
            return _held is { } meanwhile && meanwhile.Until > clock.GetUtcNow() ? meanwhile.Token : await AskAsync(http, clock, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> AskAsync(HttpClient http, TimeProvider clock, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
            ["scope"] = scope,
        });
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, stop);
        if (!response.IsSuccessStatusCode)
        {
            throw new CliException($"Le client {id} n'a pas obtenu de jeton. Vérifiez l'identifiant, le secret et le droit « {scope} ».{Environment.NewLine}{await Problem.ReadAsync(response, stop)}");
        }

        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(stop) ?? [];
        var token = (string?)answer["access_token"] ?? throw new CliException("La réponse de /connect/token ne contient pas de jeton.");
        var life = TimeSpan.FromSeconds((int?)answer["expires_in"] ?? 600);
        _held = (token, clock.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2));
        return token;
    }
}
