using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Templates_over_http(MissionsService service)
{
    private readonly Caller _network = Caller.Network($"network-{Guid.NewGuid():N}");

    [Fact]
    public async Task Those_of_the_system_are_listed_by_domain_and_read_by_code()
    {
        var animals = (await ListAsync("domain=animaux&limit=2"))["items"]!.AsArray();
        Assert.Equal(["famille-d-accueil", "promener-les-chiens"], animals.Select(item => (string?)item!["code"]));
        Assert.Equal((null, "regular", "animaux"), ((string?)animals[0]!["id"], (string?)animals[0]!["kind"], (string?)animals[0]!["domain"]));

        var template = await service.As(null).GetAsync(At("mission-templates/maraude")).ReadJsonAsync();
        Assert.Equal("Marauder à pied un soir par semaine", (string?)template["content"]!["title"]);
        Assert.Contains("[…]", (string?)template["content"]!["description"], StringComparison.Ordinal);
        await service.As(null).GetAsync(At("mission-templates/nothing")).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(null).GetAsync(At($"mission-templates/{Guid.CreateVersion7()}")).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(null).GetAsync(At("mission-templates?domain=cuisine")).ExpectInvalidAsync("domain");
    }

    [Fact]
    public async Task Pages_go_through_those_of_the_system_and_then_of_networks()
    {
        await PutAsync("a", Template()).ReadJsonAsync(HttpStatusCode.Created);
        await PutAsync("b", Template()).ReadJsonAsync(HttpStatusCode.Created);
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await ListAsync($"domain=sport&limit=1&cursor={cursor}");
            seen.AddRange(page["items"]!.AsArray().Select(item => $"{item!["network"]}/{item["code"]}"));
            cursor = (string?)page["next"];
        }

        Assert.Equal(["/entrainement-sportif", "/tournoi"], seen.Take(2));
        Assert.Equal([$"{_network.Subject}/a", $"{_network.Subject}/b"], seen.Where(code => code.StartsWith(_network.Subject, StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var own = (await ListAsync($"network={_network.Subject}"))["items"]!.AsArray();
        Assert.Equal(["a", "b"], own.Select(item => (string?)item!["code"]));
    }

    [Fact]
    public async Task A_network_keeps_its_own_and_a_repeat_changes_nothing()
    {
        using var created = await PutAsync("collecte", Template());
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag!.ToString()));
        var template = JsonNode.Parse(await created.Content.ReadAsStringAsync())!;
        Assert.Equal($"/api/v1/mission-templates/{Id(template)}", created.Headers.Location!.ToString());
        Assert.Equal(("collecte", _network.Subject, "sport"), ((string?)template["code"], (string?)template["network"], (string?)template["content"]!["domain"]));

        using var again = await PutAsync("collecte", Template());
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (again.StatusCode, again.Headers.ETag!.ToString()));
        var changed = Template();
        changed["content"]!["tasks"] = new JsonArray("Distribuer les sacs […]");
        using var updated = await PutAsync("collecte", changed);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (updated.StatusCode, updated.Headers.ETag!.ToString()));

        var read = await service.As(Caller.Person()).GetAsync(At($"mission-templates/{Id(template)}")).ReadJsonAsync();
        Assert.Equal("Distribuer les sacs […]", (string?)read["content"]!["tasks"]![0]);
        await PutAsync("collecte", Template(), "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await PutAsync("unknown", Template(), "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await PutAsync("collecte", Template(), "\"2\"").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task First_writes_that_meet_make_one_template()
    {
        // The very first write of a network makes the others wait for its own row.
        await PutAsync("first", Template()).ExpectAsync(HttpStatusCode.Created);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => Id(JsonNode.Parse(await (await PutAsync("same", Template())).Content.ReadAsStringAsync())!)));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_a_network_deletes_is_gone_and_others_are_not_touched()
    {
        var other = Caller.Network($"network-{Guid.NewGuid():N}");
        var mine = Id(await PutAsync("same", Template()).ReadJsonAsync(HttpStatusCode.Created));
        var theirs = Id(await service.As(other).PutJsonAsync($"{Api}/networks/me/templates/same", Template()).ReadJsonAsync(HttpStatusCode.Created));
        using var client = service.As(_network);
        var path = $"{Api}/networks/me/templates/same";
        await client.SendJsonAsync(HttpMethod.Delete, path, null, "\"7\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await client.SendJsonAsync(HttpMethod.Delete, path, null).ExpectAsync(HttpStatusCode.NoContent);
        await client.SendJsonAsync(HttpMethod.Delete, path, null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await client.GetAsync(At($"mission-templates/{mine}")).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await client.GetAsync(At($"mission-templates/{theirs}")).ExpectAsync(HttpStatusCode.OK);
        await service.As(Caller.Person()).SendJsonAsync(HttpMethod.Delete, path, null).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(Caller.Person()).PutJsonAsync(path, Template()).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    [Fact]
    public async Task What_is_wrong_is_named()
    {
        await PutAsync("x", new JsonObject()).ExpectInvalidAsync("name", "domain", "content");
        await PutAsync("Not%20a%20slug", Template()).ExpectInvalidAsync("code");
        async Task Refused(string field, JsonNode? value, params string[] named)
        {
            var template = Template();
            template["content"]![field] = value;
            await PutAsync("x", template).ExpectInvalidAsync(named);
        }

        await Refused("title", "a", "content.title");
        await Refused("places", 0, "content.places");
        await Refused("hours", new JsonArray("lundi"), "content.hours[0]");
        await Refused("activities", new JsonArray("Soutien Scolaire"), "content.activities[0]");
        await Refused("tasks", new JsonArray(new string('a', 301)), "content.tasks[0]");
        var longName = Template();
        longName["name"] = new string('a', 121);
        await PutAsync("x", longName).ExpectInvalidAsync("name");
    }

    [Fact]
    public async Task A_network_has_two_hundred_at_most()
    {
        await using (var source = Npgsql.NpgsqlDataSource.Create(service.Database))
        {
            await PutAsync("first", Template()).ExpectAsync(HttpStatusCode.Created);
            await using var command = source.CreateCommand(
                """
                INSERT INTO mission_templates (id, network_id, code, domain, name, content, updated_at, version)
                SELECT gen_random_uuid(), network_id, 'n' || number, domain, name, content, updated_at, 1
                FROM mission_templates JOIN networks ON networks.id = network_id, generate_series(2, 200) AS number WHERE client_id = @client
                """);
            command.Parameters.AddWithValue("client", _network.Subject);
            Assert.Equal(199, await command.ExecuteNonQueryAsync());
        }

        await PutAsync("one-more", Template()).ExpectProblemAsync(HttpStatusCode.Conflict, "template.too-many");
        await PutAsync("first", Template()).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Blanks_are_filled_before_it_is_published()
    {
        var owner = Caller.Person();
        var organisation = await service.RegisterVerifiedAsync(owner);
        var content = (await service.As(owner).GetAsync(At("mission-templates/cafe-associatif")).ReadJsonAsync())["content"]!.DeepClone().AsObject();
        content["addresses"] = new JsonArray(MissionsService.At("Lyon", "69123", "69002", 4.828, 45.753));
        var id = await service.DraftAsync(owner, organisation, content.DeepClone().AsObject());
        using var client = service.As(owner);
        var refused = await client.PostJsonAsync($"{Api}/missions/{id}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.coach-blocking");
        Assert.All(refused["findings"]!.AsArray(), finding => Assert.Equal("coach.blank-left", (string?)finding!["code"]));

        foreach (var field in new[] { "description", "scheduleNote" }) { content[field] = ((string)content[field]!).Replace("[…]", "dix", StringComparison.Ordinal); }
        await client.PutJsonAsync($"{Api}/missions/{id}", content, "\"1\"").ExpectSuccessAsync();
        await service.MoveAsync(owner, id, "submission");
    }

    private Task<HttpResponseMessage> PutAsync(string code, JsonObject template, string? ifMatch = null) =>
        service.As(_network).PutJsonAsync($"{Api}/networks/me/templates/{code}", template, ifMatch);

    private async Task<JsonNode> ListAsync(string query) => await service.As(null).GetAsync(At($"mission-templates?{query}")).ReadJsonAsync();

    private static JsonObject Template() => new()
    {
        ["name"] = "Collecte devant un magasin",
        ["domain"] = "sport",
        ["content"] = new JsonObject
        {
            ["title"] = "Collecter des denrées devant […]",
            ["kind"] = "one-off",
            ["tasks"] = new JsonArray("Distribuer les sacs", "Remercier"),
            ["welcomerId"] = Guid.CreateVersion7().ToString(),
            ["hoursPerWeek"] = 1.50,
        },
    };

    private static Uri At(string path) => new($"{Api}/{path}", UriKind.Relative);
}
