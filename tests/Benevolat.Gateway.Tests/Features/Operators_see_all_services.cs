using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Operators_see_all_services(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly string _operator = fixture.Token(Caller.Operator());

    [Theory]
    [InlineData("GET", "/api/v1/ops/queues")]
    [InlineData("GET", "/api/v1/ops/outbox")]
    [InlineData("POST", "/api/v1/ops/outbox/0199a0a0-0000-7000-8000-000000000001/replay")]
    [InlineData("POST", "/api/v1/ops/queues/matching.when-mission-published/redrive")]
    [InlineData("POST", "/api/v1/ops/matching/rebuild")]
    [InlineData("GET", "/api/v1/ops/anything")]
    public async Task Nobody_else_comes_in(string method, string path)
    {
        await fixture.Gateway.SendAsync(HttpMethod.Parse(method), path).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        foreach (var caller in (Caller[])[Caller.Person(), Caller.Moderator(), Caller.Network()])
        {
            await fixture.Gateway.SendAsync(HttpMethod.Parse(method), path, fixture.Token(caller)).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        }
    }

    [Fact]
    public async Task Queues_of_all_services_stand_in_one_list_and_the_silent_are_named()
    {
        foreach (var service in (string[])["identity", "missions", "volunteers", "notifications"])
        {
            fixture[service].Answers["/api/v1/ops/queues"] = http => http.Request.Headers.Authorization == $"Bearer {_operator}"
                ? http.Response.WriteAsJsonAsync(new { items = new[] { new { name = $"{service}.when-x", depth = 3, errorDepth = 1 } }, next = (string?)null })
                : throw new InvalidOperationException("The operator's token was not handed on.");
        }

        fixture["matching"].Answers["/api/v1/ops/queues"] = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        var overview = await fixture.Gateway.GetAsync("/api/v1/ops/queues", _operator).ReadJsonAsync();
        Assert.Equal(["identity", "missions", "volunteers", "notifications"], overview["items"]!.AsArray().Select(queue => (string?)queue!["service"]));
        Assert.Equal("missions.when-x", (string?)overview["items"]![1]!["name"]);
        Assert.Equal("""[{"service":"matching","reason":"status-503"}]""", overview["missing"]!.ToJsonString());
    }

    [Fact]
    public async Task A_service_that_is_down_does_not_hide_the_others()
    {
        foreach (var service in (string[])["identity", "missions", "volunteers", "notifications"])
        {
            fixture[service].Answers["/api/v1/ops/outbox"] = http => http.Response.WriteAsJsonAsync(new { service, pending = 0 });
        }

        var gateway = await fixture.StartAsync(("services:matching:http:0", "http://127.0.0.1:1"));
        var overview = await gateway.GetAsync("/api/v1/ops/outbox", _operator).ReadJsonAsync();
        Assert.Equal(4, overview["items"]!.AsArray().Count);
        Assert.Equal("""[{"service":"matching","reason":"unreachable"}]""", overview["missing"]!.ToJsonString());
    }

    [Theory]
    [InlineData("matching.when-mission-published", "matching")]
    [InlineData("notifications.when-application-accepted", "notifications")]
    [InlineData("missions.when-places-changed", "missions")]
    public async Task A_redrive_goes_to_the_owner_of_the_queue(string queue, string service)
    {
        var echo = await fixture.Gateway.SendAsync(HttpMethod.Post, $"/api/v1/ops/queues/{queue}/redrive?limit=5", _operator).ReadAsync<Echo>();
        Assert.Equal((service, $"/api/v1/ops/queues/{queue}/redrive?limit=5"), (echo.Service, echo.Target));
    }

    [Theory]
    [InlineData("/api/v1/ops/queues/web.x/redrive")]
    [InlineData("/api/v1/ops/queues/nobody/redrive")]
    [InlineData("/api/v1/ops/queues/xmissions.y/redrive")]
    [InlineData("/api/v1/ops/nothing")]
    public async Task What_nobody_owns_is_not_found(string path) =>
        await fixture.Gateway.SendAsync(HttpMethod.Post, path, _operator).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

    [Fact]
    public async Task A_parked_event_is_replayed_by_the_service_that_has_it()
    {
        var (known, unknown) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var service in (string[])["identity", "missions", "volunteers", "matching", "notifications"])
        {
            fixture[service].Answers[$"/api/v1/ops/outbox/{known}/replay"] = http => { http.Response.StatusCode = service == "volunteers" ? 204 : 404; return Task.CompletedTask; };
            fixture[service].Answers[$"/api/v1/ops/outbox/{unknown}/replay"] = http => { http.Response.StatusCode = 404; return Task.CompletedTask; };
        }

        await fixture.Gateway.SendAsync(HttpMethod.Post, $"/api/v1/ops/outbox/{known}/replay", _operator).ExpectAsync(HttpStatusCode.NoContent);
        await fixture.Gateway.SendAsync(HttpMethod.Post, $"/api/v1/ops/outbox/{unknown}/replay", _operator).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }
}
