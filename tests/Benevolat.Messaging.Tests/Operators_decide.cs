using System.Net;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Messaging.Tests;

public sealed class Operators_decide : BusFixture
{
    [Theory]
    [InlineData("GET", "/api/v1/ops/queues")]
    [InlineData("POST", "/api/v1/ops/queues/alpha.when-thing-happened/redrive")]
    [InlineData("GET", "/api/v1/ops/outbox")]
    [InlineData("POST", "/api/v1/ops/outbox/00000000-0000-0000-0000-000000000001/replay")]
    public async Task Nobody_else_may(string method, string path)
    {
        await using var identity = await TestIdentity.StartAsync();
        var service = await StartAsync("alpha", consumers: Things, identity: identity.Address);

        using var stranger = service.As(null, identity);
        await stranger.SendJsonAsync(new HttpMethod(method), path, null).ExpectAsync(HttpStatusCode.Unauthorized);
        foreach (var caller in new[] { Caller.Person(), Caller.Moderator(), Caller.Network() })
        {
            using var client = service.As(caller, identity);
            await client.SendJsonAsync(new HttpMethod(method), path, null).ExpectAsync(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_queue_of_another_service_is_not_here_and_a_senseless_limit_is_refused()
    {
        await using var identity = await TestIdentity.StartAsync();
        var service = await StartAsync("alpha", consumers: Things, identity: identity.Address);
        using var client = service.As(Caller.Operator(), identity);

        foreach (var queue in new[] { "beta.when-thing-happened", "alpha.when-thing-happened_error", "amq.gen" })
        {
            await client.PostJsonAsync($"/api/v1/ops/queues/{queue}/redrive", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        foreach (var limit in new[] { "0", "-1", "1001", "many" })
        {
            await client.PostJsonAsync($"/api/v1/ops/queues/alpha.when-thing-happened/redrive?limit={limit}", null).ExpectInvalidAsync("limit");
        }

        await client.PostJsonAsync($"/api/v1/ops/outbox/{Guid.NewGuid()}/replay", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public void A_consumer_that_its_events_contract_does_not_name_is_refused_at_start()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new ConsumerRegistry("gamma").Add<WhenThingHappened>());
        Assert.Contains("[HeardBy]", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new ConsumerRegistry("alpha").Add<WhenThingHappened>().Add<WhenThingHappened>());
    }
}
