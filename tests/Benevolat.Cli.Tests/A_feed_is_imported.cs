using System.Diagnostics;
using System.Text.Json.Nodes;
using Benevolat.Cli.Api;
using Benevolat.Testing;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Cli.Tests;

public sealed class A_feed_is_imported : IAsyncLifetime
{
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    [Fact]
    public async Task Every_mission_is_put_under_its_id_as_it_stands_in_the_file()
    {
        using var feed = TemporaryFeed.Of("""[ {"clientId":"a/1 é","title":"Élan",  "places": 3} ]""");
        Answer(_ => "created");
        var ran = await _api.RunAsClientAsync("import", feed.Path);
        Assert.Equal(0, ran.Code);
        var put = Assert.Single(_api.Requests, request => request.Method == "PUT");
        Assert.Equal("/api/v1/networks/me/missions/a%2F1%20%C3%A9", put.Path);
        Assert.Equal("""{"clientId":"a/1 é","title":"Élan",  "places": 3}""", put.Body);
        Assert.Equal("Bearer token-1", put.Authorization);
        Assert.Contains("scope=network", _api.Requests.First().Body);
    }

    [Fact]
    public async Task What_became_of_them_is_counted_and_progress_is_told_in_lines()
    {
        using var feed = TemporaryFeed.Missions(30);
        Answer(number => number % 3 == 0 ? "created" : number % 3 == 1 ? "updated" : "unchanged");
        var ran = await _api.RunAsClientAsync("import", feed.Path);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("10 créée(s), 10 modifiée(s), 10 inchangée(s), 0 refusée(s)", ran.Out);
        Assert.Contains(" 50 %  15/30", ran.Out);
        Assert.Contains("100 %  30/30", ran.Out);
        Assert.Equal(1, _api.TokensGiven);
    }

    [Fact]
    public async Task A_refused_mission_is_named_with_its_fields_and_does_not_stop_the_others()
    {
        using var feed = TemporaryFeed.Missions(5);
        _api.Answer = (http, request) => request.Path.EndsWith("m-003", StringComparison.Ordinal)
            ? StubApi.ProblemAsync(http, 400, "Certains champs sont à corriger.", new JsonObject { ["addresses[0].city"] = new JsonArray("ne doit pas être vide") })
            : http.Response.WriteAsJsonAsync(new { outcome = "created" });
        var ran = await _api.RunAsClientAsync("import", feed.Path);
        Assert.Equal(CommandLine.Incomplete, ran.Code);
        Assert.Contains("4 créée(s)", ran.Out);
        Assert.Contains("1 refusée(s)", ran.Out);
        Assert.Contains("m-003 : Certains champs sont à corriger. (400)", ran.Error);
        Assert.Contains("addresses[0].city : ne doit pas être vide", ran.Error);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task It_waits_as_long_as_it_is_told_to(int status)
    {
        using var feed = TemporaryFeed.Missions(1);
        var puts = 0;
        _api.Answer = (http, _) =>
        {
            if (Interlocked.Increment(ref puts) > 2) { return http.Response.WriteAsJsonAsync(new { outcome = "created" }); }
            http.Response.Headers.RetryAfter = "1";
            return StubApi.ProblemAsync(http, status, "Attendez.");
        };
        Assert.Equal(0, (await _api.RunAsClientAsync("import", feed.Path)).Code);
        var times = _api.Requests.Where(request => request.Method == "PUT").Select(request => request.At).ToArray();
        Assert.Equal(3, times.Length);
        Assert.True(Stopwatch.GetElapsedTime(times[0], times[2]) >= TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again()
    {
        using var feed = TemporaryFeed.Missions(3);
        var puts = 0;
        _api.Answer = (http, _) =>
        {
            if (Interlocked.Increment(ref puts) > 2) { return http.Response.WriteAsJsonAsync(new { outcome = "created" }); }
            http.Abort();
            return Task.CompletedTask;
        };
        var ran = await _api.RunAsClientAsync("import", feed.Path, "--parallel", "1");
        Assert.Equal(0, ran.Code);
        Assert.Contains("3 créée(s)", ran.Out);
    }

    [Fact]
    public async Task No_more_are_under_way_than_asked()
    {
        using var feed = TemporaryFeed.Missions(12);
        var (now, most) = (0, 0);
        var together = new TaskCompletionSource();
        _api.Answer = async (http, _) =>
        {
            var others = Interlocked.Increment(ref now);
            InterlockedMax(ref most, others);
            if (others == 3) { together.TrySetResult(); }
            await together.Task.WaitAsync(TimeSpan.FromSeconds(30)); // the first ones stay until they are as many as asked
            Interlocked.Decrement(ref now);
            await http.Response.WriteAsJsonAsync(new { outcome = "created" });
        };
        await _api.RunAsClientAsync("import", feed.Path, "--parallel", "3");
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task The_token_is_renewed_before_it_ends()
    {
        var clock = new TestClock();
        _api.Answer = (http, _) => http.Response.WriteAsJsonAsync(new { outcome = "created" });
        using var client = new ApiClient(new Uri(_api.Address), new ClientCredentials("demo-network", "secret", "missions:write"), clock);
        foreach (var (passing, token) in new[] { (0, "token-1"), (8, "token-1"), (1, "token-2"), (8, "token-2"), (1, "token-3") })
        {
            clock.Advance(TimeSpan.FromMinutes(passing)); // of the ten that it lives
            using var answer = await client.SendAsync(HttpMethod.Put, "/api/v1/networks/me/missions/one", null, TestContext.Current.CancellationToken);
            Assert.Equal($"Bearer {token}", _api.Requests.Last().Authorization);
        }
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most)) { Interlocked.CompareExchange(ref most, value, seen); }
    }

    private void Answer(Func<int, string> outcome)
    {
        var number = -1;
        _api.Answer = (http, _) => http.Response.WriteAsJsonAsync(new { id = Guid.Empty, outcome = outcome(Interlocked.Increment(ref number)) });
    }
}
