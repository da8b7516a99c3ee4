using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Search_orders_and_counts(MissionsService service) : IAsyncLifetime
{
    private readonly SearchScene _scene = new(service);

    public ValueTask InitializeAsync() => _scene.SetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_nearest_of_several_addresses_counts()
    {
        var items = (await _scene.FindAsync("near=45.44,4.39&sort=distance&q=parisiens"))["items"]!.AsArray();
        Assert.Equal("Saint-Étienne", (string?)items[0]!["place"]!["commune"]);
        Assert.Equal(0.3, (double)items[0]!["distanceKm"]!);
    }

    [Theory]
    [InlineData($"sort=distance&{SearchScene.Bellecour}", new[] { "Aider", "Aide aux devoirs au", "Aide aux devoirs pour", "Tenir" })]
    [InlineData("sort=newest", new[] { "Tenir", "Aide aux devoirs pour", "Aide aux devoirs au", "Aider" })]
    [InlineData("sort=date", new[] { "Aide aux devoirs pour", "Tenir" })]
    [InlineData("q=arbresle%20devoirs&sort=relevance", new[] { "Aide aux devoirs au" })]
    public async Task Each_order_is_as_named(string query, string[] beginnings)
    {
        var titles = (await _scene.FindAsync(query))["items"]!.AsArray().Select(item => (string)item!["title"]!).ToList();
        Assert.All(beginnings.Zip(titles), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sort=newest")]
    [InlineData($"sort=distance&{SearchScene.Bellecour}")]
    [InlineData("sort=date")]
    [InlineData("q=savoir")]
    public async Task Walking_the_pages_meets_every_mission_once(string query)
    {
        var seen = new List<Guid>();
        for (string? cursor = null; ;)
        {
            var page = await _scene.FindAsync($"{query}&limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
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
        var page = await _scene.FindAsync("limit=1");
        foreach (var facet in new[] { "domain", "kind", "remote" })
        {
            Assert.Equal(4, page["facets"]![facet]!.AsArray().Sum(value => (int)value!["count"]!));
        }

        Assert.Equal("""[{"value":"69","count":2},{"value":"42","count":1},{"value":"75","count":1}]""", page["facets"]!["department"]!.ToJsonString());
        Assert.Equal("""[{"value":"education","count":3},{"value":"gestion-finance-droit","count":1}]""", page["facets"]!["domain"]!.ToJsonString());
        Assert.Equal("{\"domain\":[],\"kind\":[],\"remote\":[],\"department\":[],\"activity\":[],\"audience\":[]}", (await _scene.FindAsync("q=introuvable"))["facets"]!.ToJsonString());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_search_and_the_link_keeps_repeated_filters()
    {
        var query = $"organisation={_scene.Organisation}&domain=education&domain=gestion-finance-droit&limit=1";
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
        var first = (await _scene.FindAsync($"{SearchScene.Bellecour}&sort=distance"))["items"]![0]!;
        var similar = await service.As(null).GetAsync(new Uri($"{Api}/missions/{Id(first)}/similar", UriKind.Relative)).ReadJsonAsync();
        Assert.DoesNotContain(similar["items"]!.AsArray(), item => Id(item!) == Id(first));
        Assert.All(similar["items"]!.AsArray(), item => Assert.InRange((double)item!["distanceKm"]!, 0, 50));

        await service.MoveAsync(_scene.Owner, Id(first), "pause");
        await service.SearchUntilAsync($"organisation={_scene.Organisation}", found => (int)found["total"]! == 3);
    }
}
