using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Heavy_missions_are_split(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task What_is_proposed_can_be_sent_back_and_is_linked_both_ways()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.PublishAsync(_owner, organisation, Heavy());
        using var client = service.As(_owner);
        var proposal = await client.GetAsync(At(id)).ReadJsonAsync();
        Assert.Equal(("hours", """["hours"]"""), ((string?)proposal["by"], proposal["ways"]!.ToJsonString()));
        var parts = proposal["parts"]!.AsArray();
        Assert.Equal(2, parts.Count);
        Assert.StartsWith("4 h par semaine au lieu de 8 h", (string?)parts[0]!["why"], StringComparison.Ordinal);
        Assert.Equal("""["mon-09","mon-10","tue-09","tue-10"]""", parts[0]!["takesOver"]!["hours"]!.ToJsonString());

        var body = new JsonObject { ["parts"] = new JsonArray([.. parts.Select(part => part!["mission"]!.DeepClone())]) };
        body["parts"]![1]!["title"] = "Tenir l'accueil en fin de semaine";
        var created = (await client.PostJsonAsync($"{Api}/missions/{id}/split", body).ReadJsonAsync(HttpStatusCode.Created))["items"]!.AsArray();
        Assert.All(created, part => Assert.Equal(("draft", id.ToString()), ((string?)part!["state"], (string?)part["splitFromId"])));
        Assert.Equal("Tenir l'accueil en fin de semaine", (string?)created[1]!["title"]);
        var (first, second) = (Id(created[0]!), Id(created[1]!));

        Assert.Equal([first, second], Complements(await service.ReadMissionAsync(_owner, id)));
        Assert.Equal([id, second], Complements(await service.ReadMissionAsync(_owner, first)));
        Assert.Equal([id, first], Complements(await service.ReadMissionAsync(Caller.Moderator(), second)));
        Assert.Empty(Complements(await service.ReadMissionAsync(null, id)));

        await service.MoveAsync(_owner, second, "submission");
        var seen = (await service.ReadMissionAsync(Caller.Person(), id))["complements"]!.AsArray();
        Assert.Equal((second, "published", "Tenir l'accueil en fin de semaine"), (Id(Assert.Single(seen)!), (string?)seen[0]!["state"], (string?)seen[0]!["title"]));
        Assert.Equal([id], Complements(await service.ReadMissionAsync(null, second)));
    }

    [Fact]
    public async Task In_english_and_another_way_when_asked()
    {
        var mission = Heavy();
        mission["tasks"] = new JsonArray("Ouvrir", "Accueillir", "Orienter", "Noter", "Ranger", "Fermer");
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner), mission);
        var proposal = await service.As(_owner, "en").GetAsync(At(id, "tasks")).ReadJsonAsync();
        Assert.Equal(("tasks", """["hours","tasks"]"""), ((string?)proposal["by"], proposal["ways"]!.ToJsonString()));
        Assert.StartsWith("3 of 6 tasks", (string?)proposal["parts"]![1]!["why"], StringComparison.Ordinal);
        await service.As(_owner).GetAsync(At(id, "shifts")).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-heavy");
        await service.As(_owner).GetAsync(At(id, "luck")).ExpectInvalidAsync("by");
    }

    [Fact]
    public async Task A_light_mission_is_left_alone_and_a_closed_one_too()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.PublishAsync(_owner, organisation);
        using var client = service.As(_owner);
        await client.GetAsync(At(id)).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-heavy");
        await service.MoveAsync(_owner, id, "closure", new { reason = "done" });
        await client.PostJsonAsync($"{Api}/missions/{id}/split", TwoParts()).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.closed");
    }

    [Fact]
    public async Task Somebody_elses_mission_is_not_there_and_a_welcomer_splits_nothing()
    {
        var organisation = await service.RegisterAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation, Heavy());
        var welcomer = Caller.Person();
        await service.As(_owner).PutJsonAsync($"{Api}/organisations/{organisation}/members/{welcomer.AccountId}", new { role = "welcomer" }, "\"1\"").ExpectSuccessAsync();
        foreach (var (caller, status, code) in new[] { (Caller.Person(), HttpStatusCode.NotFound, "http.not-found"), (welcomer, HttpStatusCode.Forbidden, "http.forbidden") })
        {
            await service.As(caller).GetAsync(At(id)).ExpectProblemAsync(status, code);
            await service.As(caller).PostJsonAsync($"{Api}/missions/{id}/split", TwoParts()).ExpectProblemAsync(status, code);
        }
    }

    [Fact]
    public async Task The_same_key_splits_once_and_what_is_wrong_is_named_part_by_part()
    {
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner), Heavy());
        using var client = service.As(_owner);
        var (path, key) = ($"{Api}/missions/{id}/split", Guid.NewGuid().ToString());
        var first = await client.PostJsonAsync(path, TwoParts(), idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created);
        var again = await client.PostJsonAsync(path, TwoParts(), idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(first["items"]!.ToJsonString(), again["items"]!.ToJsonString());
        Assert.Equal(2, Complements(await service.ReadMissionAsync(_owner, id)).Count());

        var wrong = TwoParts();
        (wrong["parts"]![0]!["title"], wrong["parts"]![1]!["places"]) = ("a", 0);
        await client.PostJsonAsync(path, wrong).ExpectInvalidAsync("parts[0].title", "parts[1].places");
        await client.PostJsonAsync(path, new { }).ExpectInvalidAsync("parts");
        await client.PostJsonAsync(path, new JsonObject { ["parts"] = new JsonArray(Mission()) }).ExpectInvalidAsync("parts");
        await client.PostJsonAsync(path, new JsonObject { ["parts"] = new JsonArray(Mission(), Mission(), Mission(), Mission(), Mission()) }).ExpectInvalidAsync("parts");
        await client.PostJsonAsync(path, new JsonObject { ["parts"] = new JsonArray(Mission(), null) }).ExpectInvalidAsync("parts[1]");
        var stranger = TwoParts();
        stranger["parts"]![0]!["welcomerId"] = Guid.CreateVersion7().ToString();
        await client.PostJsonAsync(path, stranger).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.welcomer");
    }

    [Fact]
    public async Task Parts_count_as_drafts()
    {
        var organisation = await service.RegisterAsync(_owner);
        using var client = service.As(_owner);
        var id = await service.DraftAsync(_owner, organisation, Heavy());
        await Parallel.ForEachAsync(Enumerable.Range(0, 98), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, stop) => await service.DraftAsync(_owner, organisation));
        await client.PostJsonAsync($"{Api}/missions/{id}/split", TwoParts()).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.too-many-drafts");
    }

    private static JsonObject Heavy()
    {
        var mission = Mission("Tenir l'accueil de la maison de quartier");
        (mission["hours"], mission["hoursPerWeek"]) = (new JsonArray("mon-9", "mon-10", "tue-9", "tue-10", "thu-9", "thu-10", "fri-9", "fri-10"), 8);
        return mission;
    }

    private static JsonObject TwoParts() => new() { ["parts"] = new JsonArray(Mission(), Mission()) };

    private static Uri At(Guid id, string? by = null) => new($"{Api}/missions/{id}/split{(by is null ? "" : $"?by={by}")}", UriKind.Relative);

    private static IEnumerable<Guid> Complements(JsonNode mission) => mission["complements"]!.AsArray().Select(complement => Id(complement!));
}
