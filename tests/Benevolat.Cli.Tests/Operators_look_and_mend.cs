using Microsoft.AspNetCore.Http;

namespace Benevolat.Cli.Tests;

public sealed class Operators_look_and_mend : IAsyncLifetime
{
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    [Fact]
    public async Task Queues_of_all_services_stand_in_a_table()
    {
        Overview();
        var ran = await _api.RunAsClientAsync("queues");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var row = ran.Out.Split('\n').Single(line => line.Contains("matching.when-mission-published", StringComparison.Ordinal));
        Assert.Equal(["matching", "matching.when-mission-published", "12", "3", "2"], row.Split(['│', ' '], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("scope=ops", _api.Requests.First().Body);
    }

    [Fact]
    public async Task A_silent_service_is_named_and_makes_the_look_incomplete()
    {
        Overview(new { service = "missions", reason = "unreachable" });
        var ran = await _api.RunAsClientAsync("queues");
        Assert.Equal(CommandLine.Incomplete, ran.Code);
        Assert.Contains("Sans réponse : missions (unreachable).", ran.Error);
    }

    [Fact]
    public async Task A_redrive_says_how_many_went_and_how_many_are_left()
    {
        _api.Answer = (http, _) => http.Response.WriteAsJsonAsync(new { moved = 5, left = 7 });
        var ran = await _api.RunAsClientAsync("redrive", "matching.when-mission-published", "--limit", "5");
        Assert.Equal(0, ran.Code);
        Assert.Contains("5 message(s) renvoyé(s) vers matching.when-mission-published, 7 encore en erreur.", ran.Out);
        Assert.Contains(_api.Requests, request => request is { Method: "POST", Path: "/api/v1/ops/queues/matching.when-mission-published/redrive?limit=5" });
    }

    [Fact]
    public async Task A_redrive_is_not_repeated_when_its_answer_is_lost()
    {
        _api.Answer = (http, _) => { http.Abort(); return Task.CompletedTask; };
        Assert.Equal(CommandLine.Failed, (await _api.RunAsClientAsync("redrive", "a.b")).Code);
        Assert.Single(_api.Requests, request => request.Path.Contains("redrive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_servers_words()
    {
        _api.Answer = (http, _) => StubApi.ProblemAsync(http, 403, "Votre compte ne donne pas ce droit.");
        var ran = await _api.RunAsClientAsync("redrive", "a.b");
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("Votre compte ne donne pas ce droit. (403)", ran.Error);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private void Overview(params object[] missing) => _api.Answer = (http, _) => http.Response.WriteAsJsonAsync(new
    {
        items = new[] { new { service = "matching", name = "matching.when-mission-published", depth = 12, consumers = 2, errorDepth = 3 } },
        missing,
    });
}
