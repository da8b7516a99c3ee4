using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Gateway.Tests.Stubs;

/// <summary>A gateway on a real port before one stub per service. Use as a class fixture; tests with other settings start their own gateway.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["identity", "missions", "volunteers", "matching", "notifications", "web"];

    private readonly Dictionary<string, StubService> _services = [];
    private readonly List<TestGateway> _gateways = [];

    public TestIdentity Identity { get; private set; } = null!;

    /// <summary>The gateway with default settings.</summary>
    public TestGateway Gateway { get; private set; } = null!;

    public StubService this[string service] => _services[service];

    public async ValueTask InitializeAsync()
    {
        Identity = await TestIdentity.StartAsync();
        foreach (var name in Names) { _services[name] = await StubService.StartAsync(name); }
        _services["identity"].Answers["/.well-known/openid-configuration"] = http => http.Response.WriteAsJsonAsync(
            new { issuer = TestIdentity.Issuer, jwks_uri = new Uri(Identity.Address, "jwks") });
        Gateway = await StartAsync();
    }

    /// <summary>A further gateway before the same services, with these settings over the usual ones.</summary>
    public async Task<TestGateway> StartAsync(params (string Key, string Value)[] settings)
    {
        var usual = Names.Select(name => ($"services:{name}:http:0", _services[name].Address));
        var gateway = await TestGateway.StartAsync([.. usual, .. settings]);
        _gateways.Add(gateway);
        return gateway;
    }

    public string Token(Caller caller) => Identity.Sign(caller.Subject, caller.Scopes, caller.Roles);

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways) { await gateway.DisposeAsync(); }
        foreach (var service in _services.Values) { await service.DisposeAsync(); }
        await Identity.DisposeAsync();
    }
}
