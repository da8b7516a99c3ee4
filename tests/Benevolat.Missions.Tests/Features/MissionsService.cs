using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Missions.Tests.Features;

/// <summary>The Missions service under test, and the steps that most tests begin with.</summary>
public sealed class MissionsService() : ServiceFixture<Program>("missionsdb")
{
    public const string Api = "/api/v1";

    public static JsonObject Organisation(string name = "Le Goût des autres") => new()
    {
        ["name"] = name,
        ["purpose"] = "Repas partagés entre voisins.",
        ["rna"] = "W691234567",
        ["notADuplicate"] = true, // every test registers this one
        ["address"] = new JsonObject { ["commune"] = "Lyon", ["communeCode"] = "69123", ["postcode"] = "69003" },
    };

    public static JsonObject Mission(string title = "Aider des collégiens à faire leurs devoirs") => new()
    {
        ["title"] = title,
        ["description"] = "Deux soirs par semaine, vous accompagnez trois élèves dans leur travail scolaire.",
        ["domain"] = "education",
        ["kind"] = "regular",
        ["remote"] = "no",
        ["activities"] = new JsonArray("soutien-scolaire"),
        ["audiences"] = new JsonArray("jeunes"),
        ["skills"] = new JsonArray("pédagogie"),
        ["places"] = 2,
        ["hours"] = new JsonArray("tue-17", "thu-17"),
        ["hoursPerWeek"] = 2,
        ["addresses"] = new JsonArray(At("Lyon", "69123", "69002", 4.828, 45.753)),
    };

    public static JsonObject At(string commune, string code, string postcode, double longitude, double latitude) => new()
    {
        ["commune"] = commune,
        ["communeCode"] = code,
        ["postcode"] = postcode,
        ["coordinates"] = new JsonArray(longitude, latitude),
    };

    /// <summary>An organisation of the caller's, pending.</summary>
    public async Task<Guid> RegisterAsync(Caller owner, string name = "Le Goût des autres")
    {
        using var client = As(owner);
        return Id(await client.PostJsonAsync($"{Api}/organisations", Organisation(name)).ReadJsonAsync(HttpStatusCode.Created));
    }

    public async Task<Guid> RegisterVerifiedAsync(Caller owner, string name = "Le Goût des autres")
    {
        var id = await RegisterAsync(owner, name);
        using var moderator = As(Caller.Moderator());
        await moderator.PostJsonAsync($"{Api}/organisations/{id}/verification", null, await ETagAsync(moderator, $"organisations/{id}")).ExpectAsync(HttpStatusCode.NoContent);
        return id;
    }

    public async Task<Guid> DraftAsync(Caller owner, Guid organisation, JsonObject? mission = null)
    {
        using var client = As(owner);
        return Id(await client.PostJsonAsync($"{Api}/organisations/{organisation}/missions", mission ?? Mission()).ReadJsonAsync(HttpStatusCode.Created));
    }

    /// <summary>A mission that volunteers may find.</summary>
    public async Task<Guid> PublishAsync(Caller owner, Guid organisation, JsonObject? mission = null)
    {
        var id = await DraftAsync(owner, organisation, mission);
        await MoveAsync(owner, id, "submission");
        return id;
    }

    /// <summary>Submission, publication, pause or closure with the current ETag.</summary>
    public async Task MoveAsync(Caller caller, Guid mission, string step, object? body = null)
    {
        using var client = As(caller);
        await client.PostJsonAsync($"{Api}/missions/{mission}/{step}", body, await ETagAsync(client, $"missions/{mission}")).ExpectAsync(HttpStatusCode.NoContent);
    }

    public async Task<JsonNode> ReadMissionAsync(Caller? caller, Guid mission)
    {
        using var client = As(caller);
        return await client.GetAsync(new Uri($"{Api}/missions/{mission}", UriKind.Relative)).ReadJsonAsync();
    }

    /// <summary>A search, once the index has taken in what the test changed.</summary>
    public Task<JsonNode> SearchUntilAsync(string query, Func<JsonNode, bool> asItShould) => Eventually.GetAsync(
        async () => await SearchAsync(query) is var found && asItShould(found) ? found : null, $"the search {query} shows what changed");

    public async Task<JsonNode> SearchAsync(string query)
    {
        using var client = As(null);
        return await client.GetAsync(new Uri($"{Api}/missions?{query}", UriKind.Relative)).ReadJsonAsync();
    }

    public static async Task<string> ETagAsync(HttpClient client, string path)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var response = await client.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        return response.Headers.ETag!.ToString();
    }

    public Task<JsonNode> ReadOrganisationAsync(Caller? caller, Guid organisation) => GetJsonAsync(caller, $"organisations/{organisation}");

    public async Task<JsonNode> GetJsonAsync(Caller? caller, string path)
    {
        using var client = As(caller);
        return await client.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative)).ReadJsonAsync();
    }

    /// <summary>Submission, verification, refusal or suspension with the current ETag.</summary>
    public async Task MoveOrganisationAsync(Caller caller, Guid organisation, string step, object? body = null)
    {
        using var client = As(caller);
        await client.PostJsonAsync($"{Api}/organisations/{organisation}/{step}", body, await ETagAsync(client, $"organisations/{organisation}")).ExpectSuccessAsync();
    }

    public static Guid Id(JsonNode json) => Guid.Parse((string)json["id"]!);
}
