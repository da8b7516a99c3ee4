using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Journeys.Tests;

/// <summary>Everything that a client can get wrong, at every endpoint of the journey that takes a body: a 4xx that names the field, never a 500.</summary>
public sealed class Bad_input_is_answered_clearly(RunningSystem system)
{
    private static readonly string Foreign = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Whatever_is_sent_the_answer_says_what_to_change()
    {
        using var manager = await Someone.SignUpAsync(system, "Odile");
        using var moderator = await Someone.SignInAsync(system, "moderator@demo.benevolat.test", Demo.Password);
        var organisation = await Steps.RegisterAndVerifyAsync(manager, moderator);
        var mission = await Steps.PublishAsync(manager, organisation, "Aide aux devoirs, entrées bizarres", places: 5);
        using var network = await Someone.ToolAsync(system, "demo-network", "network");

        (HttpClient Client, HttpMethod Method, string Path, object Body)[] endpoints =
        [
            (manager.Http, HttpMethod.Post, "/api/v1/accounts", new { email = "a@b.example", password = Someone.Password, firstName = "Ana", language = "fr" }),
            (manager.Http, HttpMethod.Post, "/api/v1/accounts/session", new { email = "a@b.example", password = Someone.Password }),
            (manager.Http, HttpMethod.Post, "/api/v1/organisations", Samples.Organisation("Association bizarre")),
            (manager.Http, HttpMethod.Post, $"/api/v1/organisations/{organisation}/missions", Samples.HomeworkHelp(3)),
            (manager.Http, HttpMethod.Put, $"/api/v1/missions/{mission}", Samples.HomeworkHelp(3)),
            (manager.Http, HttpMethod.Post, $"/api/v1/missions/{mission}/closure", new { reason = "done" }),
            (manager.Http, HttpMethod.Put, "/api/v1/volunteers/me", Samples.Profile("Odile")),
            (manager.Http, HttpMethod.Put, "/api/v1/volunteers/me/availability", new { hours = new[] { "wed-14" } }),
            (moderator.Http, HttpMethod.Post, $"/api/v1/missions/{mission}/applications", new { message = "Bonjour" }),
            (moderator.Http, HttpMethod.Post, $"/api/v1/organisations/{organisation}/suspension", new { reason = "essai" }),
            (network, HttpMethod.Put, "/api/v1/networks/me/missions/bizarre-1", Samples.NationalMission()),
        ];
        var complaints = new List<string>();
        foreach (var (client, method, path, body) in endpoints)
        {
            foreach (var (what, json, field) in Mistakes(body)) { await SendAsync(client, method, path, what, json, field, complaints); }
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task What_belongs_to_somebody_else_is_not_there()
    {
        using var stranger = await Someone.SignUpAsync(system, "Inès");
        (HttpMethod Method, string Path)[] paths =
        [
            (HttpMethod.Get, $"/api/v1/missions/{Foreign}"), (HttpMethod.Get, $"/api/v1/organisations/{Foreign}"), (HttpMethod.Get, $"/api/v1/applications/{Foreign}"),
            (HttpMethod.Get, $"/api/v1/organisations/{Foreign}/applications"), (HttpMethod.Get, $"/api/v1/volunteers/{Foreign}/card"), (HttpMethod.Get, $"/api/v1/missions/{Foreign}/candidates"),
            (HttpMethod.Post, $"/api/v1/applications/{Foreign}/acceptance"), (HttpMethod.Get, "/api/v1/missions/not-an-id"), (HttpMethod.Get, "/api/v1/nowhere"),
        ];
        foreach (var (method, path) in paths)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            using var answer = await stranger.Http.SendAsync(request);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            Assert.Equal((path, "application/problem+json"), (path, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    /// <summary>The mistakes, each with the field that the answer must name; null where the whole body is at fault.</summary>
    private static IEnumerable<(string What, string Json, string? Field)> Mistakes(object valid)
    {
        var text = JsonSerializer.Serialize(valid, JsonConventions.Tolerant);
        yield return ("broken JSON", text[..^1], null);
        yield return ("an array", "[]", null);
        yield return ("nothing", "", null);
        yield return ("two megabytes", $$"""{"message":"{{new string('x', 2_000_000)}}"}""", null);
        foreach (var (name, value) in JsonNode.Parse(text)!.AsObject())
        {
            yield return ($"{name} of another type", With(text, name, value is JsonValue scalar && scalar.GetValueKind() is JsonValueKind.String ? 7 : "seven"), name);
            if (value is not JsonValue words || words.GetValueKind() is not JsonValueKind.String) { continue; }
            yield return ($"{name} too long", With(text, name, new string('x', 100_000)), name);
            yield return ($"{name} with a control character", With(text, name, "a\u0000b"), name);
        }

        // Networks send what other platforms want too; everybody else is told of a typo.
        if (valid is not JsonNode) { yield return ("an unknown field", With(text, "surprise", 1), "surprise"); }
    }

    private static string With(string json, string name, JsonNode value)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, string what, string json, string? field, List<string> complaints)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var where = $"{method} {path} with {what}: {(int)answer.StatusCode} {body}";
        if ((int)answer.StatusCode is < 400 or >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            complaints.Add(where);
        }
        else if (field is not null && JsonNode.Parse(body)!["errors"]?.AsObject().Any(error => error.Key.StartsWith(field, StringComparison.Ordinal)) != true)
        {
            complaints.Add(where);
        }
    }
}
