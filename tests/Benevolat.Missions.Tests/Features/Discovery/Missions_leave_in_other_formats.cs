using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json.Nodes;
using System.Xml;
using Benevolat.Testing;
using Ical.Net;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features.Discovery;

public sealed class Missions_leave_in_other_formats(MissionsService service) : IAsyncLifetime
{
    private readonly SearchScene _scene = new(service);

    public ValueTask InitializeAsync() => _scene.SetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_map_has_a_point_for_each_place_and_none_for_what_is_done_from_home()
    {
        var map = await MapAsync("");

        Assert.Equal(4, (int)map["total"]!);
        var communes = map["features"]!.AsArray().Select(feature => (string?)feature!["properties"]!["commune"]).Order();
        Assert.Equal(["L'Arbresle", "Lyon", "Paris", "Saint-Étienne"], communes);
        var lyon = map["features"]!.AsArray().Single(feature => (string?)feature!["properties"]!["commune"] == "Lyon")!;
        Assert.Equal((4.828, 45.753), (Math.Round((double)lyon["geometry"]!["coordinates"]![0]!, 3), Math.Round((double)lyon["geometry"]!["coordinates"]![1]!, 3)));
    }

    [Fact]
    public async Task The_map_keeps_the_filters_of_the_search()
    {
        Assert.Single((await MapAsync($"&{SearchScene.Bellecour}&radiusKm=10"))["features"]!.AsArray());
        Assert.Equal(2, (await MapAsync("&q=parisiens"))["features"]!.AsArray().Count);
        await service.As(null).GetAsync(new Uri($"{Api}/missions.geojson?zoom=19", UriKind.Relative)).ExpectInvalidAsync("zoom");
        await service.As(null).GetAsync(new Uri($"{Api}/missions.geojson?bbox=1", UriKind.Relative)).ExpectInvalidAsync("bbox");
    }

    [Fact]
    public async Task The_feed_names_the_newest_first_with_addresses_that_stay()
    {
        using var client = service.As(null);
        using var response = await client.GetAsync(new Uri($"{Api}/missions.atom?organisation={_scene.Organisation}", UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        var feed = SyndicationFeed.Load(xml);

        Assert.Equal(
            ["Tenir la comptabilité à distance", "Aide aux devoirs pour des élèves parisiens", "Aide aux devoirs au collège de L'Arbresle", "Aider des collégiens à faire leurs devoirs"],
            feed.Items.Select(item => item.Title.Text));
        Assert.All(feed.Items, item => Assert.StartsWith("urn:uuid:", item.Id, StringComparison.Ordinal));
        Assert.All(feed.Items, item => Assert.Equal("Les Coopératrices du savoir", item.Authors.Single().Name));
    }

    [Fact]
    public async Task Shifts_go_into_a_calendar_in_paris_time()
    {
        var id = Id((await _scene.FindAsync("q=comptabilit%C3%A9"))["items"]![0]!);
        using var client = service.As(null);
        using var response = await client.GetAsync(new Uri($"{Api}/missions/{id}/shifts.ics", UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);

        var shift = Assert.Single(Calendar.Load(await response.Content.ReadAsStringAsync())!.Events);
        Assert.Equal("Tenir la comptabilité à distance (Les Coopératrices du savoir)", shift.Summary);
        Assert.Equal(("Europe/Paris", new DateTime(2027, 3, 13, 9, 30, 0)), (shift.Start!.TzId, shift.Start.Value));
        Assert.Equal(new DateTime(2027, 3, 13, 10, 30, 0, DateTimeKind.Utc), shift.End!.AsUtc);
        await client.GetAsync(new Uri($"{Api}/missions/{Guid.NewGuid()}/shifts.ics", UriKind.Relative)).ExpectAsync(HttpStatusCode.NotFound);
    }

    private Task<JsonNode> MapAsync(string filters) =>
        service.As(null).GetAsync(new Uri($"{Api}/missions.geojson?organisation={_scene.Organisation}{filters}", UriKind.Relative)).ReadJsonAsync();
}
