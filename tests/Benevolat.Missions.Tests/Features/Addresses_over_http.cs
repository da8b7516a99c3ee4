using Benevolat.Testing;
using Microsoft.AspNetCore.Http;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Addresses_over_http(AddressesService service) : IClassFixture<AddressesService>
{
    [Fact]
    public async Task With_a_geocoder_addresses_come_with_their_streets_and_without_it_with_their_communes()
    {
        var answer = await GetAsync("q=8%20bd%20du%20port&limit=2").ReadJsonAsync();
        Assert.Null(answer["notice"]);
        Assert.Equal(2, answer["items"]!.AsArray().Count);
        Assert.Equal(
            """{"label":"8 Boulevard du Port 80000 Amiens","street":"8 Boulevard du Port","commune":"Amiens","code":"80021","postcode":"80000","coordinates":[2.290084,49.897443],"score":0.9497,"precision":"house-number"}""",
            answer["items"]![0]!.ToJsonString());

        service.Stub.Answer = http => StubGeoplateforme.Json(http, """{ "features": [] }""");
        answer = await GetAsync("q=chemin%20inconnu%20Villeurbanne").ReadJsonAsync();
        Assert.Equal((null, "Villeurbanne", "commune"), ((string?)answer["notice"], (string?)answer["items"]![0]!["commune"], (string?)answer["items"]![0]!["precision"]));

        service.Stub.Answer = http => StubGeoplateforme.Json(http, "Oups", StatusCodes.Status500InternalServerError);
        answer = await GetAsync("q=1%20rue%20Pasteur%20Villeurbanne", "en").ReadJsonAsync();
        Assert.StartsWith("The service of addresses doesn't answer", (string?)answer["notice"], StringComparison.Ordinal);
        Assert.Equal("69266", (string?)answer["items"]![0]!["code"]);
    }

    private Task<HttpResponseMessage> GetAsync(string query, string language = "fr") =>
        service.As(null, language).GetAsync(new Uri($"{Api}/places/addresses?{query}", UriKind.Relative));
}

/// <summary>A Missions service that knows a geocoder.</summary>
public sealed class AddressesService() : ServiceFixture<Program>("missionsdb")
{
    public StubGeoplateforme Stub { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Stub = await StubGeoplateforme.StartAsync();
        Settings["Geocoding:BaseUrl"] = Stub.Address.AbsoluteUri;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
