using System.Text.Json;
using Benevolat.Web.Errors;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Web.SignIn;

/// <summary>
/// Where Identity's endpoints are and which keys it signs with. Browsers reach it at the public origin, we at
/// <c>http://identity</c>. Asked when first needed and once an hour, so that start order does not matter and keys may rotate.
/// </summary>
internal sealed class IdentityConfiguration(IHttpClientFactory clients, TimeProvider clock, Uri origin) : IConfigurationManager<OpenIddictConfiguration>, IDisposable
{
    public const string Client = "identity-discovery";
    private static readonly Uri Inside = new("http://identity/");
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile OpenIddictConfiguration? known;
    private DateTimeOffset staleAt;

    public async Task<OpenIddictConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (known is { } current && clock.GetUtcNow() < staleAt) { return current; }

        await gate.WaitAsync(cancel);
        try
        {
            if (known is not null && clock.GetUtcNow() < staleAt) { return known; }
            known = await ReadAsync(cancel);
            staleAt = clock.GetUtcNow() + Life;
            return known;
        }
        catch (Exception exception) when (known is not null && (exception is JsonException || ServiceAway.Is(exception)))
        {
            // Old keys are better than none while Identity restarts; ask again at the next sign-in.
            return known!;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A token came signed with a key that we don't know yet.</summary>
    public void RequestRefresh() => staleAt = DateTimeOffset.MinValue;

    public void Dispose() => gate.Dispose();

    private async Task<OpenIddictConfiguration> ReadAsync(CancellationToken stop)
    {
        using var http = clients.CreateClient(Client);
        var document = await http.GetFromJsonAsync<JsonElement>(new Uri(Inside, ".well-known/openid-configuration"), stop);
        var keys = new JsonWebKeySet(await http.GetStringAsync(At(document, Metadata.JwksUri, Inside), stop));
        var configuration = new OpenIddictConfiguration
        {
            Issuer = origin,
            AuthorizationEndpoint = At(document, Metadata.AuthorizationEndpoint, origin),
            EndSessionEndpoint = At(document, Metadata.EndSessionEndpoint, origin),
            TokenEndpoint = At(document, Metadata.TokenEndpoint, Inside),
            UserInfoEndpoint = At(document, Metadata.UserInfoEndpoint, Inside),
            JsonWebKeySet = keys,
            // Identity names itself in its answers (RFC 9207); an answer that doesn't is somebody else's.
            AuthorizationResponseIssParameterSupported = true,
        };
        configuration.CodeChallengeMethodsSupported.Add(CodeChallengeMethods.Sha256);
        configuration.GrantTypesSupported.UnionWith([GrantTypes.AuthorizationCode, GrantTypes.RefreshToken]);
        configuration.ResponseTypesSupported.Add(ResponseTypes.Code);
        configuration.ResponseModesSupported.Add(ResponseModes.Query);
        configuration.TokenEndpointAuthMethodsSupported.UnionWith([ClientAuthenticationMethods.ClientSecretBasic, ClientAuthenticationMethods.ClientSecretPost]);
        configuration.ScopesSupported.UnionWith(SignInModule.Scopes);
        configuration.SigningKeys.AddRange(keys.GetSigningKeys());
        return configuration;
    }

    /// <summary>The endpoint's path as Identity names it, on the host where the one who calls it reaches it.</summary>
    private static Uri? At(JsonElement document, string name, Uri host) =>
        document.TryGetProperty(name, out var endpoint) && Uri.TryCreate(endpoint.GetString(), UriKind.Absolute, out var uri) ? new Uri(host, uri.AbsolutePath) : null;
}
