using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Callers_have_an_allowance(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task An_allowance_is_told_runs_out_and_comes_back()
    {
        var gateway = await LimitedAsync(("RateLimits:Anonymous:Permits", "3"), ("RateLimits:Anonymous:Window", "00:00:03"));
        using (var first = await gateway.GetAsync("/api/v1/missions").ExpectAsync(HttpStatusCode.OK))
        {
            Assert.Equal("\"address\";q=3;w=3", first.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Equal("\"address\";r=2;t=1", first.Headers.GetValues("RateLimit").Single());
        }

        await AnsweredAsync(gateway, 2);
        using var refused = await gateway.GetAsync("/api/v1/missions");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3);
        Assert.StartsWith("\"address\";r=0;t=", refused.Headers.GetValues("RateLimit").Single());
        await Task.FromResult(refused).ExpectProblemAsync(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        await Eventually.TrueAsync(async () => (await gateway.GetAsync("/api/v1/missions")).IsSuccessStatusCode, "permits have come back");
    }

    [Fact]
    public async Task Everybody_has_their_own()
    {
        var gateway = await LimitedAsync(("RateLimits:User:Permits", "2"), ("RateLimits:Client:Permits", "3"), ("RateLimits:Anonymous:Permits", "1"));
        var (one, other) = (fixture.Token(Caller.Person()), fixture.Token(Caller.Person()));
        await AnsweredAsync(gateway, 2, one);
        await RefusedAsync(gateway, one);
        await AnsweredAsync(gateway, 2, other);
        await AnsweredAsync(gateway, 3, fixture.Token(Caller.Network("ville-a")));
        await AnsweredAsync(gateway, 3, fixture.Token(Caller.Network("ville-b")));
        await RefusedAsync(gateway, fixture.Token(Caller.Network("ville-b")));
        await AnsweredAsync(gateway, 1);
        await RefusedAsync(gateway);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/connect/token")]
    [InlineData("/api/v1/accounts")]
    [InlineData("/api/v1/accounts/session")]
    public async Task Attempts_to_sign_in_are_counted_strictly_whoever_asks(string path)
    {
        var gateway = await LimitedAsync(("RateLimits:SignIn:Permits", "1"));
        await gateway.SendAsync(HttpMethod.Post, path).ExpectAsync(HttpStatusCode.OK);
        await gateway.SendAsync(HttpMethod.Post, path, fixture.Token(Caller.Person())).ExpectProblemAsync(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        await gateway.GetAsync(path).ExpectAsync(HttpStatusCode.OK);
        await AnsweredAsync(gateway, 1);
    }

    [Theory]
    [InlineData("/api/v1/missions/7/reports")]
    [InlineData("/missions/7/signaler")]
    public async Task Reports_are_few_whoever_sends_them_and_however(string path)
    {
        var gateway = await LimitedAsync(("RateLimits:Report:Permits", "2"));
        await gateway.SendAsync(HttpMethod.Post, path).ExpectAsync(HttpStatusCode.OK);
        await gateway.SendAsync(HttpMethod.Post, "/api/v1/missions/8/reports", fixture.Token(Caller.Person())).ExpectAsync(HttpStatusCode.OK);
        await gateway.SendAsync(HttpMethod.Post, path).ExpectProblemAsync(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        await gateway.GetAsync(path).ExpectAsync(HttpStatusCode.OK);
        await gateway.SendAsync(HttpMethod.Post, "/api/v1/missions/7/pause").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Behind_a_known_proxy_the_address_is_the_visitors()
    {
        var gateway = await LimitedAsync(("RateLimits:Anonymous:Permits", "1"), ("ForwardedHeaders:KnownProxies", "127.0.0.1, ::1"));
        await FromAsync(gateway, "203.0.113.1", HttpStatusCode.OK);
        await FromAsync(gateway, "203.0.113.1", HttpStatusCode.TooManyRequests);
        await FromAsync(gateway, "203.0.113.2", HttpStatusCode.OK);
        await FromAsync(gateway, "2001:db8:1:2::1", HttpStatusCode.OK);
        await FromAsync(gateway, "2001:db8:1:2:ffff::9", HttpStatusCode.TooManyRequests); // the same /64
        await FromAsync(gateway, "2001:db8:1:3::1", HttpStatusCode.OK);
        await FromAsync(gateway, "::ffff:203.0.113.2", HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_stranger_does_not_choose_the_address_it_is_counted_on()
    {
        var gateway = await LimitedAsync(("RateLimits:Anonymous:Permits", "1"));
        await FromAsync(gateway, "203.0.113.1", HttpStatusCode.OK);
        await FromAsync(gateway, "203.0.113.2", HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Probes_are_not_counted()
    {
        var gateway = await LimitedAsync(("RateLimits:Anonymous:Permits", "1"));
        for (var probe = 0; probe < 5; probe++) { await gateway.GetAsync("/health/ready").ExpectAsync(HttpStatusCode.OK); }
        await AnsweredAsync(gateway, 1);
    }

    /// <summary>Windows of an hour, so that nothing comes back while a test counts.</summary>
    private Task<TestGateway> LimitedAsync(params (string Key, string Value)[] settings) => fixture.StartAsync([
        .. ((string[])["Anonymous", "User", "Client", "SignIn"]).SelectMany(tier => new[] { ($"RateLimits:{tier}:Permits", "1000"), ($"RateLimits:{tier}:Window", "01:00:00") }),
        .. settings]);

    private static async Task AnsweredAsync(TestGateway gateway, int times, string? token = null)
    {
        for (var time = 0; time < times; time++) { await gateway.GetAsync("/api/v1/missions", token).ExpectAsync(HttpStatusCode.OK); }
    }

    private static Task<JsonNode> RefusedAsync(TestGateway gateway, string? token = null) =>
        gateway.GetAsync("/api/v1/missions", token).ExpectProblemAsync(HttpStatusCode.TooManyRequests, "http.too-many-requests");

    private static Task<HttpResponseMessage> FromAsync(TestGateway gateway, string address, HttpStatusCode expected) =>
        gateway.GetAsync("/api/v1/missions", null, ("X-Forwarded-For", address)).ExpectAsync(expected);
}
