using System.Security.Cryptography;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevolat.Testing.Tokens;

/// <summary>Stands where Identity would: a real HTTP server with a discovery document and a key, and tokens signed by it.</summary>
public sealed class TestIdentity : IAsyncDisposable
{
    public const string Issuer = "http://localhost:8080/";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private WebApplication? _server;

    private TestIdentity() => _key = new RsaSecurityKey(_rsa) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>Where services fetch keys: the value of <c>services__identity__http__0</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<TestIdentity> StartAsync()
    {
        var identity = new TestIdentity();
        await identity.ListenAsync();
        return identity;
    }

    /// <summary>An access token as Identity makes them.</summary>
    public string Sign(
        string subject, IEnumerable<string> scopes, IEnumerable<string> roles, IEnumerable<string>? audiences = null, TimeSpan? life = null, string? email = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var expires = now + (life ?? TimeSpan.FromMinutes(10));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            TokenType = "at+jwt",
            IssuedAt = (expires < now ? expires.AddMinutes(-10) : now).UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>((IEnumerable<KeyValuePair<string, object>>)(email is null ? [] : [new(EmailHashes.Claim, EmailHashes.Of(email))]))
            {
                ["sub"] = subject,
                ["client_id"] = Guid.TryParse(subject, out _) ? "benevolat-web" : subject,
                ["scope"] = string.Join(' ', scopes),
                ["role"] = roles.ToArray(),
                ["aud"] = (audiences ?? ["identity", "missions", "volunteers", "matching", "notifications"]).ToArray(),
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) { await _server.DisposeAsync(); }
        _rsa.Dispose();
    }

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Issuer, jwks_uri = new Uri(Address, "jwks") }));
        _server.MapGet("/jwks", () => Results.Text($$"""{"keys":[{{Jwk()}}]}""", "application/json"));
        await _server.StartAsync();
        Address = new Uri(_server.Urls.Single());
    }

    private string Jwk()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","use":"sig","alg":"RS256","kid":"{{_key.KeyId}}","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}""";
    }
}
