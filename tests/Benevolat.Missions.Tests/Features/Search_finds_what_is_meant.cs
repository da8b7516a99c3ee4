using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Four missions of one organisation; every search is narrowed to it, so that other tests' missions don't count.</summary>
public sealed class Search_finds_what_is_meant(MissionsService service) : IAsyncLifetime
{
    private const string Bellecour = "near=45.7578,4.8320";
    private readonly Caller _owner = Caller.Person();
    private Guid _organisation;

    public async ValueTask InitializeAsync()
    {
        _organisation = await service.RegisterVerifiedAsync(_owner, "Les Coopératrices du savoir");
        await service.PublishAsync(_owner, _organisation);
        await service.PublishAsync(_owner, _organisation, With("Aide aux devoirs au collège de L'Arbresle", mission =>
        {
            mission["addresses"] = new JsonArray(At("L'Arbresle", "69010", "69210", 4.6085, 45.8353));
            mission["hours"] = new JsonArray("wed-14");
            mission["openToMinors"] = true;
        }));
        await service.PublishAsync(_owner, _organisation, With("Aide aux devoirs pour des élèves parisiens", mission =>
        {
            mission["addresses"] = new JsonArray(At("Paris", "75056", "75011", 2.38, 48.859), At("Saint-Étienne", "42218", "42000", 4.387, 45.439));
            (mission["startsOn"], mission["endsOn"], mission["hoursPerWeek"]) = ("2027-02-01", "2027-03-31", 6);
            mission["reducedMobility"] = true;
        }));
        await service.PublishAsync(_owner, _organisation, With("Tenir la comptabilité à distance", mission =>
        {
            mission["description"] = "Saisir les écritures des bénévoles chaque mois.";
            (mission["domain"], mission["kind"], mission["remote"], mission["places"]) = ("gestion-finance-droit", "support", "full", 1);
            (mission["activities"], mission["audiences"], mission["skills"]) = (new JsonArray("comptabilite-finance"), new JsonArray("associations"), new JsonArray("M1203"));
            (mission["addresses"], mission["hours"], mission["hoursPerWeek"]) = (new JsonArray(), new JsonArray(), null);
            mission["shifts"] = new JsonArray(new JsonObject { ["startsAt"] = "2027-03-13T09:30:00+01:00", ["endsAt"] = "2027-03-13T11:30:00+01:00", ["places"] = 1 });
        }));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Help_with_homework_near_lyon_shows_its_true_distance()
    {
        var found = await FindAsync($"q=aide%20aux%20devoirs&{Bellecour}&radiusKm=15");

        var only = Assert.Single(found["items"]!.AsArray())!;
        Assert.Equal("Aider des collégiens à faire leurs devoirs", (string?)only["title"]);
        Assert.Equal(0.6, (double)only["distanceKm"]!);
        Assert.Equal(("Lyon", "69", "69002"), ((string?)only["place"]!["commune"], (string?)only["place"]!["department"], (string?)only["place"]!["postcode"]));
        Assert.Equal((true, 2), ((bool)only["organisation"]!["verified"]!, (int)only["placesLeft"]!));
        Assert.Equal(1, (int)found["total"]!);
        Assert.Equal("""{"corrected":{},"dropped":[]}""", found["query"]!.ToJsonString());
    }

    [Theory]
    [InlineData("q=collegiens", 1)]
    [InlineData("q=COLL%C3%89GIENS", 1)]
    [InlineData("q=devoirs%20aide", 3)]
    [InlineData("q=b%C3%A9n%C3%A9vole%20comptabilite", 1)]
    [InlineData("q=saint-etienne", 1)]
    [InlineData("q=Saint%20%C3%89tienne", 1)]
    [InlineData("q=l%27arbresle", 1)]
    [InlineData("q=soutien%20scolaire", 3)]
    [InlineData("q=cooperatrice", 4)]
    [InlineData("q=de%20la", 4)]
    [InlineData("q=%22%20%26%20%7C%20%21%20%28%20%27%3A%2A", 4)]
    [InlineData("q=introuvable", 0)]
    [InlineData("domain=education", 3)]
    [InlineData("domain=education&domain=gestion-finance-droit", 4)]
    [InlineData("kind=support", 1)]
    [InlineData("remote=full", 1)]
    [InlineData("department=69", 2)]
    [InlineData("department=42&department=75", 1)]
    [InlineData("activity=soutien-scolaire", 3)]
    [InlineData("audience=associations&audience=seniors", 1)]
    [InlineData("skill=M1203", 1)]
    [InlineData("openToMinors=true", 1)]
    [InlineData("openToMinors=false", 4)]
    [InlineData("reducedMobility=true", 1)]
    [InlineData("groupOf=2", 3)]
    [InlineData("hours=wed-14,wed-15", 1)]
    [InlineData("hours=sat-9", 1)]
    [InlineData("hours=wed-14&hours=sat-10", 2)]
    [InlineData("hours=sun-3", 0)]
    [InlineData("maxHoursPerWeek=3", 3)]
    [InlineData("from=2027-04-01", 2)]
    [InlineData("to=2027-01-31", 2)]
    [InlineData("from=2027-03-13&to=2027-03-13", 4)]
    [InlineData("from=2027-03-14&to=2027-03-20", 3)]
    [InlineData("bbox=4.7,45.6,5.0,45.9", 1)]
    [InlineData("bbox=4,45,5,46", 3)]
    [InlineData("bbox=170,-50,-170,50", 0)]
    [InlineData("near=45.7578,4.8320&radiusKm=30", 2)]
    [InlineData("near=45.7578,4.8320&radiusKm=18", 1)]
    [InlineData("near=45.7578,4.8320", 4)]
    [InlineData("network=nobody", 0)]
    public async Task Every_filter_keeps_what_fits(string query, int total) => Assert.Equal(total, (int)(await FindAsync(query))["total"]!);

    [Fact]
    public async Task The_nearest_of_several_addresses_counts()
    {
        var items = (await FindAsync("near=45.44,4.39&sort=distance&q=parisiens"))["items"]!.AsArray();
        Assert.Equal("Saint-Étienne", (string?)items[0]!["place"]!["commune"]);
        Assert.Equal(0.3, (double)items[0]!["distanceKm"]!);
    }

    [Theory]
    [InlineData($"sort=distance&{Bellecour}", new[] { "Aider", "Aide aux devoirs au", "Aide aux devoirs pour", "Tenir" })]
    [InlineData("sort=newest", new[] { "Tenir", "Aide aux devoirs pour", "Aide aux devoirs au", "Aider" })]
    [InlineData("sort=date", new[] { "Aide aux devoirs pour", "Tenir" })]
    [InlineData("q=arbresle%20devoirs&sort=relevance", new[] { "Aide aux devoirs au" })]
    public async Task Each_order_is_as_named(string query, string[] beginnings)
    {
        var titles = (await FindAsync(query))["items"]!.AsArray().Select(item => (string)item!["title"]!).ToList();
        Assert.All(beginnings.Zip(titles), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sort=newest")]
    [InlineData($"sort=distance&{Bellecour}")]
    [InlineData("sort=date")]
    [InlineData("q=savoir")]
    public async Task Walking_the_pages_meets_every_mission_once(string query)
    {
        var seen = new List<Guid>();
        for (string? cursor = null; ;)
        {
            var page = await FindAsync($"{query}&limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal(4, (int)page["total"]!);
            seen.Add(Id(Assert.Single(page["items"]!.AsArray())!));
            if ((cursor = (string?)page["next"]) is null) { break; }
        }

        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public async Task Facets_count_the_whole_result_not_the_page()
    {
        var page = await FindAsync("limit=1");
        foreach (var facet in new[] { "domain", "kind", "remote" })
        {
            Assert.Equal(4, page["facets"]![facet]!.AsArray().Sum(value => (int)value!["count"]!));
        }

        Assert.Equal("""[{"value":"69","count":2},{"value":"42","count":1},{"value":"75","count":1}]""", page["facets"]!["department"]!.ToJsonString());
        Assert.Equal("""[{"value":"education","count":3},{"value":"gestion-finance-droit","count":1}]""", page["facets"]!["domain"]!.ToJsonString());
        Assert.Equal("{\"domain\":[],\"kind\":[],\"department\":[],\"remote\":[]}", (await FindAsync("q=introuvable"))["facets"]!.ToJsonString());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_search_and_the_link_keeps_repeated_filters()
    {
        var query = $"organisation={_organisation}&domain=education&domain=gestion-finance-droit&limit=1";
        using var client = service.As(null);
        using var response = await client.GetAsync(new Uri($"{Api}/missions?{query}", UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        var link = response.Headers.GetValues("Link").Single();
        Assert.Contains("domain=education&domain=gestion-finance-droit", link, StringComparison.Ordinal);
        await client.GetAsync(new Uri(link[1..link.IndexOf('>', StringComparison.Ordinal)], UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);

        var next = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["next"];
        await client.GetAsync(new Uri($"{Api}/missions?domain=sante&cursor={next}", UriKind.Relative)).ExpectInvalidAsync("cursor");
        await client.GetAsync(new Uri($"{Api}/missions?cursor=nonsense", UriKind.Relative)).ExpectInvalidAsync("cursor");
    }

    [Fact]
    public async Task What_is_not_open_is_not_found_and_similar_ones_are_near()
    {
        var first = (await FindAsync($"{Bellecour}&sort=distance"))["items"]![0]!;
        var similar = await service.As(null).GetAsync(new Uri($"{Api}/missions/{Id(first)}/similar", UriKind.Relative)).ReadJsonAsync();
        Assert.DoesNotContain(similar["items"]!.AsArray(), item => Id(item!) == Id(first));
        Assert.All(similar["items"]!.AsArray(), item => Assert.InRange((double)item!["distanceKm"]!, 0, 50));

        await service.MoveAsync(_owner, Id(first), "pause");
        Assert.Equal(3, (int)(await FindAsync(""))["total"]!);
    }

    private Task<JsonNode> FindAsync(string query) => service.SearchAsync($"organisation={_organisation}&{query}");

    private static JsonObject With(string title, Action<JsonObject> change)
    {
        var mission = Mission(title);
        change(mission);
        return mission;
    }
}
