using System.Net;
using Benevolat.Testing;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Places_over_http(MissionsService service)
{
    [Theory]
    [InlineData("saint-et", "42218")]
    [InlineData("St%20Etienne", "42218")]
    [InlineData("SAINT%20%C3%89TIENNE", "42218")]
    [InlineData("lyon", "69123")]
    [InlineData("69003", "69383")]
    [InlineData("Paris%2011e", "75111")]
    [InlineData("larbresle", "69010")]
    [InlineData("l%27arbresle", "69010")]
    [InlineData("Vileurbanne", "69266")]
    [InlineData("ajacc", "2A004")]
    [InlineData("xyzzy", null)]
    public async Task Towns_are_completed(string q, string? code)
    {
        var items = (await GetAsync($"places?q={q}").ReadJsonAsync())["items"]!.AsArray();
        Assert.Equal(code, (string?)items.FirstOrDefault()?["code"]);
    }

    [Fact]
    public async Task A_place_is_what_the_contract_says_and_nothing_else()
    {
        var item = (await GetAsync("places?q=saint-et&limit=1").ReadJsonAsync())["items"]!.AsArray().Single()!;
        Assert.Equal(["code", "name", "postcodes", "department", "coordinates", "population"], item.AsObject().Select(field => field.Key));
        Assert.Equal(("Saint-Étienne", "42"), ((string?)item["name"], (string?)item["department"]));
        Assert.Equal("""["42000","42100","42230"]""", item["postcodes"]!.ToJsonString());
        Assert.InRange((double)item["coordinates"]![0]!, 4.3, 4.5);
        Assert.InRange((double)item["coordinates"]![1]!, 45.3, 45.5);
        Assert.InRange((int)item["population"]!, 150_000, 200_000);
        Assert.Equal(3, (await GetAsync("places?q=saint&limit=3").ReadJsonAsync())["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=lyon&limit=0", "limit")]
    [InlineData("q=lyon&limit=21", "limit")]
    [InlineData("q=lyon&limit=ten", "limit")]
    [InlineData("q=a%00b", "q")]
    [InlineData("query=lyon", "query")]
    [InlineData("q=lyon&limite=3&Q2=a", "limite,Q2")]
    public async Task Bad_questions_name_their_parameter(string query, string fields) => await GetAsync($"places?{query}").ExpectInvalidAsync(fields.Split(','));

    [Fact]
    public async Task A_place_is_found_by_its_code_and_what_is_no_place_is_not_found()
    {
        Assert.Equal("Paris 11e Arrondissement", (string?)(await GetAsync("places/75111").ReadJsonAsync())["name"]);
        await GetAsync("places/69999").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await GetAsync("places/lyon").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await GetAsync("places/75111?q=paris").ExpectInvalidAsync("q");
    }

    [Theory]
    [InlineData("q=12%20rue%20de%20la%20R%C3%A9publique%20Lyon", "Lyon", null)]
    [InlineData("q=12%20rue%20de%20Paris%20villeurbanne", "Villeurbanne", "69100")]
    [InlineData("q=3%20place%20Bellecour%2069002%20Lyon", "Lyon 2e Arrondissement", "69002")]
    [InlineData("q=3%20place%20Bellecour%2069002", "Lyon 2e Arrondissement", "69002")]
    [InlineData("q=3%20place%20Bellecour&communeCode=69382", "Lyon 2e Arrondissement", "69002")]
    [InlineData("q=villeurb", "Villeurbanne", "69100")]
    public async Task Without_a_geocoder_an_address_is_known_to_its_commune(string query, string commune, string? postcode)
    {
        var answer = await GetAsync($"places/addresses?{query}").ReadJsonAsync();
        Assert.Equal("Ce site ne situe pas les adresses à la rue près : voici les communes.", (string?)answer["notice"]);
        var item = answer["items"]![0]!;
        Assert.Equal((commune, postcode, "commune", null), ((string?)item["commune"], (string?)item["postcode"], (string?)item["precision"], (string?)item["street"]));
        Assert.Equal(2, item["coordinates"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("q=rue%20xyzzy")]
    [InlineData("q=---")]
    [InlineData("q=rue&communeCode=69999")]
    public async Task Where_nothing_is_meant_nothing_is_found(string query) =>
        Assert.Empty((await GetAsync($"places/addresses?{query}").ReadJsonAsync())["items"]!.AsArray());

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=12", "q")]
    [InlineData("q=rue&communeCode=Lyon", "communeCode")]
    [InlineData("q=rue&limit=0", "limit")]
    [InlineData("q=rue&citycode=69123", "citycode")]
    public async Task Bad_addresses_name_their_parameter(string query, string field) => await GetAsync($"places/addresses?{query}").ExpectInvalidAsync(field);

    private Task<HttpResponseMessage> GetAsync(string path) => service.As(null).GetAsync(new Uri($"{Api}/{path}", UriKind.Relative));
}
