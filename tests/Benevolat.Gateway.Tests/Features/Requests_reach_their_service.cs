using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Requests_reach_their_service(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("/api/v1/accounts", "identity")]
    [InlineData("/api/v1/accounts/me", "identity")]
    [InlineData("/account/sign-in", "identity")]
    [InlineData("/connect/authorize?client_id=a", "identity")]
    [InlineData("/.well-known/jwks", "identity")]
    [InlineData("/api/v1/organisations/7", "missions")]
    [InlineData("/api/v1/organisations/7/missions", "missions")]
    [InlineData("/api/v1/invitations/abc/acceptance", "missions")]
    [InlineData("/api/v1/organisations/7/applications", "matching")]
    [InlineData("/api/v1/missions", "missions")]
    [InlineData("/api/v1/missions?q=aide%20aux%20devoirs&near=45.76,4.84", "missions")]
    [InlineData("/api/v1/missions.geojson", "missions")]
    [InlineData("/api/v1/missions.atom", "missions")]
    [InlineData("/api/v1/missions/7", "missions")]
    [InlineData("/api/v1/missions/7/coaching", "missions")]
    [InlineData("/api/v1/missions/7/similar", "missions")]
    [InlineData("/api/v1/missions/7/reports", "missions")]
    [InlineData("/api/v1/mission-templates?domain=education", "missions")]
    [InlineData("/missions/7/signaler", "web")]
    [InlineData("/api/v1/missions/7/applications", "matching")]
    [InlineData("/api/v1/missions/7/candidates", "matching")]
    [InlineData("/api/v1/places?q=saint-et", "missions")]
    [InlineData("/api/v1/places/addresses?q=8%20bd%20du%20port", "missions")]
    [InlineData("/api/v1/moderation/organisations", "missions")]
    [InlineData("/api/v1/networks/me/missions/feed-a-001", "missions")]
    [InlineData("/api/v1/networks/me/webhooks/1", "notifications")]
    [InlineData("/r/1/2", "missions")]
    [InlineData("/api/v1/applications/7", "matching")]
    [InlineData("/api/v1/volunteers/me", "volunteers")]
    [InlineData("/api/v1/volunteers/7/card", "volunteers")]
    [InlineData("/api/v1/volunteers/me/applications", "matching")]
    [InlineData("/api/v1/volunteers/me/recommendations?limit=5", "matching")]
    [InlineData("/api/v1/accompaniments", "volunteers")]
    [InlineData("/api/v1/notifications", "notifications")]
    [InlineData("/api/v1/notifications/stream", "notifications")]
    [InlineData("/", "web")]
    [InlineData("/missions/7", "web")]
    [InlineData("/signin/callback?code=1", "web")]
    [InlineData("/css/site.css", "web")]
    public async Task A_path_has_one_owner_and_arrives_as_it_was_sent(string target, string service)
    {
        var echo = await fixture.Gateway.GetAsync(target).ReadAsync<Echo>();
        Assert.Equal((service, target), (echo.Service, echo.Target));
    }

    [Fact]
    public async Task An_unknown_path_of_the_API_is_a_problem_and_no_page() =>
        await fixture.Gateway.GetAsync("/api/v1/nowhere", null, ("Accept", "text/html")).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

    [Theory]
    [InlineData("/health/x")]
    [InlineData("/HEALTH/ready/x")]
    [InlineData("/openapi/v2.json")]
    public async Task What_is_inside_is_not_routed(string path)
    {
        await fixture.Gateway.GetAsync(path).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        Assert.DoesNotContain($"GET {path}", fixture["web"].Received);
    }

    [Fact]
    public async Task A_body_and_its_method_arrive_whole()
    {
        using var content = new ByteArrayContent(new byte[200_000]);
        var echo = await fixture.Gateway.SendAsync(HttpMethod.Put, "/api/v1/missions/7", fixture.Token(Caller.Person()), content).ReadAsync<Echo>();
        Assert.Equal(("PUT", 200_000), (echo.Method, echo.BodyLength));
        Assert.StartsWith("Bearer ", echo.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_first_event_of_a_stream_arrives_before_the_last_one_is_written()
    {
        var stop = TestContext.Current.CancellationToken;
        var read = new TaskCompletionSource();
        fixture["notifications"].Answers["/api/v1/notifications/stream-slow"] = async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.WriteAsync("data: 1\n\n"u8.ToArray(), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await read.Task.WaitAsync(TimeSpan.FromSeconds(10), http.RequestAborted);
        };
        using var response = await fixture.Gateway.GetAsync("/api/v1/notifications/stream-slow", null, ("Accept-Encoding", "br"));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
        Assert.Equal("data: 1", await reader.ReadLineAsync(stop));
        read.SetResult();
    }

    [Fact]
    public async Task An_external_id_may_hold_an_encoded_slash()
    {
        var echo = await fixture.Gateway.GetAsync("/api/v1/networks/me/missions/a%2Fb").ReadAsync<Echo>();
        Assert.Equal("missions", echo.Service);
    }

    [Theory]
    [InlineData("/api/v1/missions/../ops/queues", 401)]
    [InlineData("/api/v1/missions/%2e%2e/ops/queues", 401)]
    [InlineData("/api/v1/missions/..%2Fops%2Fqueues", 400)]
    [InlineData("/api/v1/missions/%252e%252e/ops/queues", 400)]
    [InlineData("/api/v1/missions/..%5Cops", 400)]
    [InlineData("/api/v1/missions/%25252e%25252e/health/ready", 400)]
    [InlineData("/a/..%2f..%2fhealth%2fready", 400)]
    [InlineData("/%2e%2e%2fhealth/ready", 400)]
    public async Task No_second_decoding_turns_a_path_into_another(string target, int status)
    {
        var answer = await fixture.Gateway.GetRawAsync(target);
        Assert.Equal(status, answer.Status);
        Assert.Contains("urn:benevolat:problem:", answer.Text);
    }

    [Theory]
    [InlineData("//health/ready")]
    [InlineData("/health%2Fready")]
    [InlineData("/api//v1/ops/queues")]
    public async Task What_looks_like_the_inside_stays_a_page_of_the_site(string target)
    {
        var (status, text) = await fixture.Gateway.GetRawAsync(target);
        Assert.True(status is 404 || (text.Contains("\"service\":\"web\"") && fixture["web"].Received.Any(received => received.Contains(target, StringComparison.OrdinalIgnoreCase) || received.Contains("%252F"))), text);
    }
}
