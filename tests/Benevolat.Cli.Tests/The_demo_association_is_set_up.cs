using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Cli.Tests;

/// <summary>By its manager and a moderator, each with their own token; the journeys run it on the real system.</summary>
public sealed class The_demo_association_is_set_up : IAsyncLifetime
{
    private static readonly string File = Path.Combine(The_demo_feed_is_valid.Folder, "association.json");
    private StubApi _api = null!;

    /// <summary>What an earlier attempt has left: the association's state, and its missions' titles and states.</summary>
    private string? _association;
    private string _name = Name();
    private (string Title, string State)[] _missions = [];

    public async ValueTask InitializeAsync()
    {
        _api = await StubApi.StartAsync();
        _api.Answer = AnswerAsync;
        Environment.SetEnvironmentVariable("BENEVOLAT_DEMO_PASSWORD", "right");
    }

    public ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("BENEVOLAT_DEMO_PASSWORD", null);
        return _api.DisposeAsync();
    }

    [Fact]
    public async Task It_is_registered_verified_and_its_missions_lie_ahead()
    {
        var ran = await _api.RunAsync("demo", File);
        Assert.Equal((0, ""), (ran.Code, ran.Error));

        var calls = _api.Requests.Where(request => request.Path.StartsWith("/api/v1/organisations", StringComparison.Ordinal) || request.Path.StartsWith("/api/v1/missions", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                "GET /api/v1/organisations/mine?limit=100", "POST /api/v1/organisations", "POST /api/v1/organisations/the-id/verification",
                "GET /api/v1/organisations/the-id/missions?limit=100",
                "POST /api/v1/organisations/the-id/missions", "POST /api/v1/missions/the-id/publication",
                "POST /api/v1/organisations/the-id/missions", "POST /api/v1/missions/the-id/publication",
            ],
            calls.Select(call => $"{call.Method} {call.Path}"));
        Assert.Equal("Bearer moderator@demo.benevolat.test", Assert.Single(calls, call => call.Path.EndsWith("/verification", StringComparison.Ordinal)).Authorization);
        Assert.All(calls.Where(call => !call.Path.EndsWith("/verification", StringComparison.Ordinal)), call => Assert.Equal("Bearer manager@demo.benevolat.test", call.Authorization));

        var (dated, regular) = (JsonNode.Parse(calls[4].Body)!, JsonNode.Parse(calls[6].Body)!);
        var starts = dated["shifts"]!.AsArray().Select(shift => DateTimeOffset.Parse((string)shift!["startsAt"]!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, starts.Count);
        Assert.All(starts, start => Assert.Equal((DayOfWeek.Saturday, 18, true), (start.DayOfWeek, start.Hour, start > DateTimeOffset.UtcNow.AddDays(4))));
        Assert.True(DateOnly.Parse((string)regular["startsOn"]!, CultureInfo.InvariantCulture) < DateOnly.Parse((string)regular["endsOn"]!, CultureInfo.InvariantCulture));
        Assert.Null(regular["startsInDays"]);
    }

    [Fact]
    public async Task Who_has_all_of_it_keeps_it()
    {
        (_association, _missions) = ("verified", [.. Titles().Select(title => (title, "closed"))]);
        await NothingIsMadeAsync();
    }

    [Fact]
    public async Task What_somebody_has_made_of_it_since_is_not_made_again()
    {
        // A mission under another name, and a duplicate of the other that is a draft still.
        (_association, _missions) = ("verified", [("Une autre", "published"), (Titles()[1], "draft"), (Titles()[1], "published")]);
        await NothingIsMadeAsync();
        (_association, _name, _missions) = ("pending", "Un autre nom", []);
        await NothingIsMadeAsync();
    }

    private async Task NothingIsMadeAsync()
    {
        Assert.Contains("déjà là", (await _api.RunAsync("demo", File)).Out);
        Assert.DoesNotContain(_api.Requests, request => request.Method == "POST" && request.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && request.Path != "/api/v1/accounts/session");
    }

    [Fact]
    public async Task What_an_earlier_attempt_has_left_is_gone_on_with()
    {
        (_association, _missions) = ("pending", [(Titles()[0], "draft")]);
        var ran = await _api.RunAsync("demo", File);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(
            [
                "/api/v1/organisations/the-id/verification", "/api/v1/missions/left/publication",
                "/api/v1/organisations/the-id/missions", "/api/v1/missions/the-id/publication",
            ],
            _api.Requests.Where(request => request.Method == "POST").Select(request => request.Path).Where(path => path.Contains("the-id", StringComparison.Ordinal) || path.Contains("left", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_servers_words()
    {
        _api.Answer = (http, request) => request.Path == "/api/v1/organisations" ? StubApi.ProblemAsync(http, 409, "Elle est inscrite.") : AnswerAsync(http, request);
        var ran = await _api.RunAsync("demo", File);
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("POST /api/v1/organisations : Elle est inscrite. (409)", ran.Error);
    }

    /// <summary>The session, the code and the token are all the account's address, so that each call tells whose it is.</summary>
    private Task AnswerAsync(HttpContext http, Received request) => http.Request.Path.Value switch
    {
        "/api/v1/accounts/session" => OpenSession(http, (string)JsonNode.Parse(request.Body)!["email"]!),
        "/connect/authorize" => Redirect(http, $"{http.Request.Query["redirect_uri"]}?code={http.Request.Cookies["session"]}&state={http.Request.Query["state"]}"),
        "/connect/token" => http.Response.WriteAsJsonAsync(new { access_token = (string?)QueryHelpers.ParseQuery(request.Body)["code"], token_type = "Bearer" }),
        "/api/v1/organisations/mine" => http.Response.WriteAsJsonAsync(new { items = _association is null ? [] : new[] { new { id = "the-id", name = _name } } }),
        "/api/v1/organisations/the-id" => http.Response.WriteAsJsonAsync(new { id = "the-id", version = 1, state = _association }),
        "/api/v1/organisations/the-id/missions" when request.Method == "GET" =>
            http.Response.WriteAsJsonAsync(new { items = _missions.Select(mission => new { id = "left", version = 1, title = mission.Title, state = mission.State }) }),
        "/api/v1/organisations" => http.Response.WriteAsJsonAsync(new { id = "the-id", version = 1, state = "pending" }),
        _ => http.Response.WriteAsJsonAsync(new { id = "the-id", version = 1, state = "draft" }),
    };

    private static string Name() => (string)JsonNode.Parse(System.IO.File.ReadAllText(File))!["organisation"]!["name"]!;

    private static List<string> Titles() => [.. JsonNode.Parse(System.IO.File.ReadAllText(File))!["missions"]!.AsArray().Select(mission => (string)mission!["title"]!)];

    private static Task OpenSession(HttpContext http, string email)
    {
        http.Response.Cookies.Append("session", email);
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext http, string location)
    {
        http.Response.Redirect(location);
        return Task.CompletedTask;
    }
}
