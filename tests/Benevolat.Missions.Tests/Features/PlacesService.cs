using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

/// <summary>A Missions service of its own, whose gazetteer a test may change, and an operator who imports lists into it.</summary>
public sealed class PlacesService() : ServiceFixture<Program>("missionsdb")
{
    public const string Imports = $"{Api}/ops/missions/places/imports";

    public HttpClient Operator() => As(Caller.Operator());

    /// <summary>A commune as geo.api.gouv.fr describes it.</summary>
    public static JsonObject Official(string code, string name, string postcode, int population = 100, double longitude = 5, double latitude = 46) => new()
    {
        ["nom"] = name,
        ["code"] = code,
        ["codesPostaux"] = new JsonArray(postcode),
        ["codeDepartement"] = code.StartsWith("97", StringComparison.Ordinal) ? code[..3] : code[..2],
        ["codeRegion"] = "84",
        ["population"] = population,
        ["centre"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) },
    };

    public static JsonObject Merged(string code, string into, string? name = null) => new()
    {
        ["nom"] = name,
        ["code"] = code,
        ["type"] = "commune-deleguee",
        ["chefLieu"] = into,
    };

    public async Task<Guid> StartAsync(object? request = null) =>
        Id(await Operator().PostJsonAsync(Imports, request ?? new { partial = true }).ReadJsonAsync(System.Net.HttpStatusCode.Created));

    public Task<HttpResponseMessage> SendAsync(Guid import, int number, IEnumerable<JsonNode> communes, IEnumerable<JsonNode>? merged = null) =>
        Operator().PutJsonAsync($"{Imports}/{import}/batches/{number}", new { communes, merged = merged ?? [] });

    public Task<HttpResponseMessage> CompleteAsync(Guid import, int batches) => Operator().PutJsonAsync($"{Imports}/{import}/completion", new { batches });

    /// <summary>A whole import in batches of a thousand.</summary>
    public async Task<JsonNode> ImportAsync(IEnumerable<JsonNode> communes, IEnumerable<JsonNode>? merged = null, bool partial = true, int year = 2026)
    {
        var id = await StartAsync(new { partial, year });
        var number = 0;
        foreach (var batch in communes.Chunk(1_000)) { await SendAsync(id, ++number, batch).ExpectAsync(System.Net.HttpStatusCode.NoContent); }
        if (merged is not null) { await SendAsync(id, ++number, [], merged).ExpectAsync(System.Net.HttpStatusCode.NoContent); }
        return await CompleteAsync(id, number).ReadJsonAsync();
    }

    public async Task<JsonArray> SearchAsync(string q, HttpClient? client = null) =>
        (await (client ?? As(null)).GetAsync(new Uri($"{Api}/places?q={Uri.EscapeDataString(q)}", UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray();

    /// <summary>The counts of an import, in the order in which they are told.</summary>
    public static (int Created, int Updated, int Unchanged, int Merged, int Retired) Counts(JsonNode answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return ((int)answer["created"]!, (int)answer["updated"]!, (int)answer["unchanged"]!, (int)answer["merged"]!, (int)answer["retired"]!);
    }
}
