using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Tokens_are_checked_at_the_door(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly Caller _person = Caller.Person();

    [Fact]
    public async Task Without_a_token_services_decide() =>
        Assert.DoesNotContain("Authorization", (await fixture.Gateway.GetAsync("/api/v1/missions").ReadAsync<Echo>()).Headers.Keys);

    [Fact]
    public async Task A_valid_token_is_handed_on()
    {
        var token = fixture.Token(_person);
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal($"Bearer {token}", (await fixture.Gateway.GetAsync("/api/v1/volunteers/me", token).ReadAsync<Echo>()).Headers["Authorization"]);
        }
    }

    [Fact]
    public async Task An_expired_token_is_refused() =>
        await RefusedAsync(fixture.Identity.Sign(_person.Subject, _person.Scopes, _person.Roles, life: TimeSpan.FromMinutes(-5)));

    [Fact]
    public async Task A_token_signed_by_a_stranger_is_refused()
    {
        await using var stranger = await TestIdentity.StartAsync();
        await RefusedAsync(stranger.Sign(_person.Subject, _person.Scopes, ["operator"]));
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        var parts = fixture.Token(_person).Split('.');
        await RefusedAsync($"{parts[0]}.{Convert.ToBase64String("""{"sub":"x"}"""u8).TrimEnd('=')}.{parts[2]}");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_is_refused(string token) => await RefusedAsync(token);

    [Fact]
    public async Task While_the_keys_are_out_of_reach_nobody_is_signed_out()
    {
        var lonely = await fixture.StartAsync(("services:identity:http:0", "http://127.0.0.1:1"));
        await lonely.GetAsync("/api/v1/missions", fixture.Token(_person)).ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "http.unavailable");
        await lonely.GetAsync("/api/v1/missions").ExpectAsync(HttpStatusCode.OK);
    }

    private async Task RefusedAsync(string token)
    {
        var received = fixture["missions"].Received.Count;
        using var response = await fixture.Gateway.GetAsync("/api/v1/missions", token);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString());
        await Task.FromResult(response).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        Assert.Equal(received, fixture["missions"].Received.Count);
    }
}
