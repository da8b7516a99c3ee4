using System.Text.Json.Nodes;
using Benevolat.Testing;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Missions in the national exchange shape: one by hand, and the whole demo feed.</summary>
internal static class NationalFeed
{
    public static Task<HttpResponseMessage> PutAsync(HttpClient client, JsonNode mission) =>
        client.PutJsonAsync($"{MissionsService.Api}/networks/me/missions/{mission["clientId"]}", mission);

    public static JsonObject National(string clientId) => new()
    {
        ["clientId"] = clientId,
        ["title"] = "Servir le petit déjeuner",
        ["description"] = "De 7 h à 9 h, vous servez le café.",
        ["domain"] = "solidarite-insertion",
        ["activities"] = new JsonArray("distribution"),
        ["audience"] = new JsonArray("personnes-sans-abri"),
        ["softSkills"] = new JsonArray("Écoute"),
        ["romeSkills"] = new JsonArray("G1605"),
        ["remote"] = "no",
        ["kind"] = "regular",
        ["type"] = "benevolat",
        ["hours"] = new JsonArray("sat-7", "sat-8"),
        ["places"] = 6,
        ["addresses"] = new JsonArray(new JsonObject { ["postalCode"] = "69001", ["city"] = "Lyon", ["inseeCode"] = "69123" }),
        ["organizationClientId"] = "org-12",
        ["organizationName"] = "La Table ouverte",
        ["organizationCity"] = "Lyon",
        ["organizationPostCode"] = "69001",
    };

    public static JsonArray Feed()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Benevolat.sln"))) { folder = Path.GetDirectoryName(folder)!; }
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "deploy/local/demo/missions.json")))!;
        return json as JsonArray ?? json["missions"]!.AsArray();
    }
}
