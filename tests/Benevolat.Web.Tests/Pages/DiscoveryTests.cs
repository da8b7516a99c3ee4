using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

public sealed class DiscoveryTests(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly Browser browser = site.Open();

    public void Dispose()
    {
        site.Stub.Clear();
        browser.Dispose();
    }

    [Fact]
    public async Task A_search_goes_to_the_service_with_the_places_coordinates_and_says_what_it_found()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&ou=lyon&rayon=30&domaine=education&domaine=sport");

        Assert.Equal("1 137 missions pour « devoirs » à moins de 30 km de Lyon", page.Text("h1"));
        var call = site.Stub.Calls.Last(call => call.Path.StartsWith("/api/v1/missions", StringComparison.Ordinal));
        Assert.Contains("q=devoirs&near=45.758,4.835&radiusKm=30&domain=education&domain=sport&sort=relevance", call.Path, StringComparison.Ordinal);
        Assert.Contains("à 3,2 km", page.Text(".mission-card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_a_link_that_keeps_the_search_and_drops_the_page()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&ou=Lyon&suite=apres");
        var link = page.Document.QuerySelectorAll(".facet-link").Single(link => link.TextContent.Contains("Éducation", StringComparison.Ordinal));
        Assert.Equal("/missions?quoi=devoirs&ou=Lyon&domaine=education", link.GetAttribute("href"));
        Assert.Contains("suite=apres", page.Element("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_several_communes_offers_the_others()
    {
        var page = await browser.GoAsync("/missions?ou=Saint-Denis");
        Assert.Equal("/missions?ou=Saint-Denis&commune=97411", page.Element(".place-note a").GetAttribute("href"));

        var other = await browser.GoAsync("/missions?ou=Saint-Denis&commune=97411");
        Assert.Empty(other.Texts(".place-note"));
    }

    [Fact]
    public async Task An_unknown_commune_is_said_and_the_search_goes_on_without_it()
    {
        var page = await browser.GoAsync("/missions?ou=Nulleparville");
        Assert.Contains("Nous ne connaissons pas de commune « Nulleparville »", page.Text("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("1 137 missions", page.Text("h1"));
    }

    [Fact]
    public async Task No_result_leads_on()
    {
        var page = await browser.GoAsync("/missions?quoi=introuvable&ou=Lyon&rayon=15&type=regular");
        Assert.Equal(
            [
                "Élargir à 30 km", "Élargir à 50 km", "Élargir à 100 km", "Voir ce qui se fait à distance, de chez vous",
                "Retirer « Régulière » : 1 137 missions", "Chercher sans « introuvable »", "Voir toutes les missions",
            ],
            page.Texts(".empty li"));
    }

    [Fact]
    public async Task A_mission_says_where_when_who_and_tells_search_engines_without_opening_a_hole()
    {
        var mission = StubMissions.All[0] with { Id = Guid.CreateVersion7(), Title = "Aider </script><script>alert(1)</script>" };
        site.Stub.Data.Missions[mission.Id] = mission;

        var page = await browser.GoAsync($"/missions/{mission.Id}");

        Assert.Contains("mercredi après-midi", page.Text(".mission-body"), StringComparison.Ordinal);
        Assert.Contains("Samia vous attend", page.Text(".mission-body"), StringComparison.Ordinal);
        Assert.Equal($"/postuler/{mission.Id}", page.Element(".apply-panel a").GetAttribute("href"));
        var script = Assert.Single(page.Document.Scripts);
        Assert.Equal("application/ld+json", script.Type);
        using var data = JsonDocument.Parse(script.TextContent);
        Assert.Equal(("JobPosting", "VOLUNTEER", mission.Title), (Value(data, "@type"), Value(data, "employmentType"), Value(data, "title")));
        site.Stub.Data.Missions.Remove(mission.Id);
    }

    [Fact]
    public async Task A_closed_mission_takes_no_application_and_shows_neighbours()
    {
        var mission = StubMissions.All[0] with { Id = Guid.CreateVersion7(), State = "closed" };
        site.Stub.Data.Missions[mission.Id] = mission;

        var page = await browser.GoAsync($"/missions/{mission.Id}");

        Assert.Equal("/missions?domaine=education", page.Element(".apply-panel a").GetAttribute("href"));
        Assert.Empty(page.Document.Scripts);
        site.Stub.Data.Missions.Remove(mission.Id);
    }

    [Fact]
    public async Task Services_that_are_away_give_a_kind_page_and_the_home_page_stands()
    {
        site.Stub.IsDown = true;

        var results = await browser.GoAsync("/missions");
        var home = await browser.GoAsync("/");

        Assert.Equal((503, "Un instant, nous revenons"), (results.Status, results.Text("h1")));
        Assert.NotNull(results.Response.Headers.RetryAfter);
        Assert.DoesNotContain("Exception", results.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal((200, "Et pourquoi pas vous ?"), (home.Status, home.Text("h1")));
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/missions/0193d000-0000-7000-8000-00000000ffff")]
    [InlineData("/missions/pas-un-id")]
    public async Task What_does_not_exist_is_said_kindly(string path)
    {
        var page = await browser.GoAsync(path);
        Assert.Equal((404, "Cette page n’existe pas"), (page.Status, page.Text("h1")));
    }

    [Fact]
    public async Task A_service_that_answers_nonsense_is_our_error_and_shows_nothing_of_the_inside()
    {
        site.Stub.Answer("GET", "/missions", _ => Results.Content("<html>", "application/json"));
        var page = await browser.GoAsync("/missions");
        Assert.Equal(500, page.Status);
        Assert.DoesNotContain("Json", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheets_scripts_and_maps_are_served()
    {
        string[] files =
        [
            "/css/site.css", "/css/pico.min.css", "/css/tokens.css", "/icon.svg", "/lib/leaflet.js", "/lib/leaflet.css", "/js/map.js",
            "/map/departments.svg", "/map/departments.json", "/map/land.json", "/map/towns.json",
        ];
        foreach (var file in files)
        {
            var answer = await browser.GoAsync(file);
            Assert.Equal((200, file == "/js/map.js"), (answer.Status, answer.Response.Headers.CacheControl!.NoCache));
        }
    }

    private static string? Value(JsonDocument data, string name) => data.RootElement.GetProperty(name).GetString();
}
