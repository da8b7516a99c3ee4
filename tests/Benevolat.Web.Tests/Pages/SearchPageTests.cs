using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

/// <summary>The results as a browser without script has them.</summary>
public sealed class SearchPageTests(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly Browser browser = site.Open();

    public void Dispose()
    {
        site.Stub.Clear();
        browser.Dispose();
    }

    [Fact]
    public async Task A_facets_links_add_switch_take_away_and_open_and_say_what_is_chosen()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&domaine=education&tri=date&suite=apres");

        var chosen = Link(page, "domaine", "Éducation");
        Assert.Equal(("/missions?quoi=devoirs&tri=date", "true"), (chosen.GetAttribute("href"), chosen.GetAttribute("aria-current")));
        Assert.Contains("(choisi", chosen.TextContent, StringComparison.Ordinal);
        var sport = Link(page, "domaine", "Sport");
        Assert.Equal("/missions?quoi=devoirs&domaine=education&domaine=sport&tri=date", sport.GetAttribute("href"));
        Assert.Equal("Sport 90 missions", Words(sport));
        var only = Facet(page, "domaine").QuerySelectorAll(".facet-only").Single(link => Words(link) == "seulement Sport");
        Assert.Equal("/missions?quoi=devoirs&domaine=sport&tri=date", only.GetAttribute("href"));
        Assert.Equal("/missions?quoi=devoirs&tri=date", Facet(page, "domaine").QuerySelector(".facet-all a")!.GetAttribute("href"));
        Assert.Empty(Facet(page, "type").QuerySelectorAll(".facet-only"));
    }

    [Fact]
    public async Task Departments_beyond_the_ten_with_most_missions_stand_behind_details_by_the_alphabet()
    {
        var facet = Facet(await browser.GoAsync("/missions"), "departement");

        Assert.Equal(10, facet.QuerySelectorAll(":scope > ul > li").Length);
        var others = facet.QuerySelectorAll(":scope > details li .facet-link > span:first-child").Select(Words).ToList();
        Assert.Equal(17, others.Count);
        Assert.Equal("Alpes-Maritimes (06)", others[0]);
        Assert.Equal("Yvelines (78)", others[^1]);
    }

    [Fact]
    public async Task A_department_that_is_chosen_stands_in_front_whatever_its_count()
    {
        var facet = Facet(await browser.GoAsync("/missions?departement=48&departement=15"), "departement");
        var chosen = facet.QuerySelectorAll(":scope > ul > li .chosen > span:first-child").Select(label => label.ChildNodes[0].TextContent.Trim());
        Assert.Equal(["Lozère (48)", "Cantal (15)"], chosen);
    }

    [Fact]
    public async Task Every_chip_is_a_link_without_its_filter()
    {
        var page = await browser.GoAsync("/missions?quoi=pain&ou=Lyon&rayon=30&domaine=education&quand=mer-apres-midi&du=2026-12-01");

        Assert.Equal(
            [
                ("Retirer : À moins de 30 km de Lyon", "/missions?quoi=pain&domaine=education&du=2026-12-01&quand=mer-apres-midi"),
                ("Retirer : Éducation", "/missions?quoi=pain&ou=Lyon&rayon=30&du=2026-12-01&quand=mer-apres-midi"),
                ("Retirer : À partir du 1er décembre 2026", "/missions?quoi=pain&ou=Lyon&rayon=30&domaine=education&quand=mer-apres-midi"),
                ("Retirer : mercredi après-midi", "/missions?quoi=pain&ou=Lyon&rayon=30&domaine=education&du=2026-12-01"),
                ("Retirer tous les filtres", "/missions?quoi=pain&ou=Lyon&rayon=30"),
            ],
            page.Document.QuerySelectorAll(".chips a").Select((link, at) => (page.Texts(".chips a")[at], link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Corrected_words_are_said_and_the_typed_ones_are_a_link_away()
    {
        var page = await browser.GoAsync("/missions?quoi=ecirt+public");

        Assert.Contains("Nous avons cherché « ecrit » au lieu de « ecirt ».", page.Text(".words-note"), StringComparison.Ordinal);
        var exact = page.Element(".words-note a").GetAttribute("href")!;
        Assert.Equal("/missions?quoi=%22ecirt%22%20public", exact);
        await browser.GoAsync(exact);
        Assert.Contains("q=%22ecirt%22%20public&", site.Stub.Calls.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropped_words_are_said_with_the_ways_to_search_for_them()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs+piano&ou=Lyon&domaine=education");

        Assert.Contains("nous avons laissé de côté « piano »", page.Text(".words-note"), StringComparison.Ordinal);
        Assert.Equal(
            ["/missions?quoi=piano&ou=Lyon&domaine=education", "/missions?quoi=devoirs%20piano"],
            page.Document.QuerySelectorAll(".words-note a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Hostile_input_is_shown_as_text_and_runs_nothing()
    {
        const string Attack = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";
        var query = string.Join('&', new[] { "quoi", "ou", "competence", "tri", "suite" }.Select(name => $"{name}={Uri.EscapeDataString(Attack)}"));
        foreach (var path in new[] { "/missions", "/missions/carte" })
        {
            var page = await browser.GoAsync($"{path}?{query}");
            Assert.Contains(Attack, page.Text("h1"), StringComparison.Ordinal);
            Assert.Equal(Attack, page.Element("#quoi").GetAttribute("value"));
            Assert.Empty(page.Document.QuerySelectorAll("img, [onerror]"));
            Assert.All(page.Document.Scripts, script => Assert.Matches("^<script type=\"module\" src=\"/js/[a-z]+.js\"></script>$", script.OuterHtml));
        }
    }

    [Fact]
    public async Task What_the_service_refuses_is_said_on_the_page_that_can_mend_it()
    {
        site.Stub.Problem("GET", "/missions", 400, "validation", "Refusé", new() { ["to"] = ["La fin vient avant le début."] });

        var page = await browser.GoAsync("/missions?quoi=devoirs&du=2026-12-05&au=2026-12-01");

        Assert.Equal((400, "2026-12-05"), (page.Status, page.Element("#du").GetAttribute("value")));
        Assert.Contains("La fin vient avant le début.", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("/missions?quoi=devoirs", page.Element("[role=alert] a").GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_lead_on_and_back_to_the_first_with_the_whole_search()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&domaine=education&tri=date&suite=avant");
        Assert.Equal(
            ["/missions?quoi=devoirs&domaine=education&tri=date", "/missions?quoi=devoirs&domaine=education&tri=date&suite=apres"],
            page.Document.QuerySelectorAll(".paging a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Results_have_a_feed_a_map_and_a_way_to_be_kept_all_of_the_same_search()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&ou=Lyon&domaine=education&suite=apres");

        const string Feed = "/api/v1/missions.atom?q=devoirs&near=45.758,4.835&radiusKm=15&domain=education";
        Assert.Equal([Feed, Feed], page.Document.QuerySelectorAll("[type='application/atom+xml']").Select(link => link.GetAttribute("href")));
        const string Rest = "quoi=devoirs&ou=Lyon&domaine=education";
        Assert.Equal($"/missions/carte?{Rest}", page.Element(".views a:not([aria-current])").GetAttribute("href"));
        var save = page.Element(".results-actions .button").GetAttribute("href");
        Assert.Equal($"/connexion?retour={Uri.EscapeDataString($"/recherches/nouvelle?{Rest}")}", save);
    }

    [Fact]
    public async Task A_new_search_keeps_what_is_chosen_and_the_frame_of_a_place_far_away_is_left_behind()
    {
        var page = await browser.GoAsync("/missions/carte?ou=Lyon&commune=69123&cadre=4.7,45.6,5,45.9&domaine=sport&tri=date&mineurs=oui");
        var hidden = page.Document.QuerySelectorAll(".search-form input[type=hidden]");
        Assert.Equal(
            ["commune=69123", "cadre=4.7,45.6,5,45.9", "domaine=sport", "tri=date"],
            hidden.Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"));
        Assert.True(page.Element("input[name=mineurs]").HasAttribute("checked"));

        await browser.GoAsync("/missions/carte?ou=Lyon&cadre=-4,48,-3,49");
        Assert.DoesNotContain("bbox", site.Stub.Calls.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_department_leads_to_its_missions()
    {
        var page = await browser.GoAsync("/missions?quoi=devoirs&ou=finistere");
        Assert.Equal("/missions?quoi=devoirs&departement=29", page.Element("[role=status] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_place_of_a_saved_search_is_searched_around_and_can_be_taken_away()
    {
        var page = await browser.GoAsync("/missions?pres=45.758,4.835&rayon=30");

        Assert.Contains("near=45.758,4.835&radiusKm=30", site.Stub.Calls.Last().Path, StringComparison.Ordinal);
        Assert.Equal("1 137 missions à moins de 30 km du lieu choisi", page.Text("h1"));
        Assert.Equal("/missions", page.Element(".chips a").GetAttribute("href"));
    }

    [Fact]
    public async Task Without_script_the_map_is_a_picture_of_departments_that_are_links()
    {
        var page = await browser.GoAsync("/missions/carte?quoi=devoirs&departement=69");

        var links = page.Document.QuerySelectorAll(".department-map a").ToDictionary(link => link.QuerySelector("use")!.GetAttribute("href")!.Split('#')[1]);
        Assert.Equal(101 + 4, links.Count);
        Assert.Equal("/missions/carte?quoi=devoirs&departement=974", links["d-974"].GetAttribute("href"));
        Assert.Equal("/missions/carte?quoi=devoirs", links["d-69"].GetAttribute("href"));
        Assert.Equal("Nord (59) : 100 missions", links["d-59"].QuerySelector("title")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal("Lot (46) : aucune mission", links["d-46"].QuerySelector("title")!.TextContent.Replace('\u00a0', ' '));
        Assert.All(links.Values, link => Assert.Equal("-1", link.GetAttribute("tabindex")));
        var north = Link(page, "departement", "Nord (59)");
        Assert.Equal("/missions/carte?quoi=devoirs&departement=69&departement=59", north.GetAttribute("href"));
        Assert.NotEmpty(page.Texts("#liste .mission-card"));

        var shapes = await browser.GoAsync("/map/departments.svg");
        Assert.All(links.Keys, id => Assert.NotNull(shapes.Document.GetElementById(id)));
    }

    [Theory]
    [InlineData("69", 4.835, 45.758)]
    [InlineData("75", 2.347, 48.859)]
    [InlineData("29", -4.486, 48.39)]
    [InlineData("59", 3.06, 50.63)]
    [InlineData("67", 7.75, 48.57)]
    [InlineData("06", 7.26, 43.7)]
    [InlineData("64", -0.37, 43.3)]
    [InlineData("2A", 8.74, 41.93)]
    [InlineData("2B", 9.44, 42.69)]
    [InlineData("971", -61.53, 16.24)]
    [InlineData("972", -61.06, 14.62)]
    [InlineData("973", -52.33, 4.92)]
    [InlineData("974", 55.53, -21.12)]
    [InlineData("976", 45.15, -12.8)]
    [InlineData("988", 165.5, -21.4)]
    public async Task The_outlines_lie_where_their_towns_are(string code, double longitude, double latitude)
    {
        var outlines = await browser.Http.GetFromJsonAsync<JsonElement>("/map/departments.json", TestContext.Current.CancellationToken);
        var around = outlines.GetProperty("features").EnumerateArray().Where(shape =>
            shape.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Any(polygon => Holds(polygon[0], longitude, latitude)));
        Assert.Equal([code], around.Select(shape => shape.GetProperty("properties").GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task Services_that_are_away_give_the_kind_page_on_the_map_too()
    {
        site.Stub.IsDown = true;
        var page = await browser.GoAsync("/missions/carte?quoi=devoirs");
        Assert.Equal((503, "Un instant, nous revenons"), (page.Status, page.Text("h1")));
        Assert.Equal("/missions/carte?quoi=devoirs", page.Element(".actions a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_mission_leads_back_to_the_results_it_was_found_in_and_so_do_those_like_it()
    {
        var results = await browser.GoAsync("/missions?quoi=devoirs&ou=Lyon&suite=apres");
        var mission = await browser.GoAsync(results.Element(".card-title a").GetAttribute("href")!);

        const string Results = "/missions?quoi=devoirs&ou=Lyon&suite=apres";
        Assert.Equal(("Revenir aux résultats", Results), (mission.Text(".back"), mission.Element(".back a").GetAttribute("href")));
        Assert.Equal(4, mission.Texts(".similar .mission-card").Count);
        var next = await browser.GoAsync(mission.Element(".similar .card-title a").GetAttribute("href")!);
        Assert.Equal(Results, next.Element(".back a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("https://evil.example/missions")]
    [InlineData("//evil.example/missions")]
    [InlineData("/deconnexion")]
    [InlineData("/missionsx")]
    [InlineData("javascript:alert(1)")]
    public async Task A_mission_leads_back_to_results_and_nowhere_else(string back)
    {
        var mission = await browser.GoAsync($"/missions/{StubMissions.All[0].Id}?retour={Uri.EscapeDataString(back)}");
        Assert.Equal(("Toutes les missions", "/missions"), (mission.Text(".back"), mission.Element(".back a").GetAttribute("href")));
    }

    [Fact]
    public async Task A_mission_stands_without_those_like_it()
    {
        var id = StubMissions.All[0].Id;
        site.Stub.Answer("GET", $"/missions/{id}/similar", _ => Results.StatusCode(500));
        var page = await browser.GoAsync($"/missions/{id}");
        Assert.Equal((200, 0), (page.Status, page.Texts(".similar").Count));
    }

    [Fact]
    public async Task A_mission_with_shifts_offers_them_for_the_calendar_and_one_without_does_not()
    {
        var dated = await browser.GoAsync($"/missions/{StubMissions.All[1].Id}");
        var open = await browser.GoAsync($"/missions/{StubMissions.All[0].Id}");

        var calendar = dated.Element("a[type='text/calendar']").GetAttribute("href");
        Assert.Equal($"/api/v1/missions/{StubMissions.All[1].Id}/shifts.ics", calendar);
        Assert.Empty(open.Texts("a[type='text/calendar']"));
    }

    private static IElement Facet(Visit page, string name) => page.Element($".facet[aria-labelledby='filtre-{name}']");

    private static IElement Link(Visit page, string facet, string label) =>
        Facet(page, facet).QuerySelectorAll(".facet-link").Single(link => Words(link).StartsWith(label, StringComparison.Ordinal));

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Holds(JsonElement ring, double longitude, double latitude)
    {
        var points = ring.EnumerateArray().Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble())).ToList();
        var inside = false;
        for (int at = 0, before = points.Count - 1; at < points.Count; before = at++)
        {
            var (from, to) = (points[at], points[before]);
            var crosses = from.Y > latitude != to.Y > latitude;
            if (crosses && longitude < ((to.X - from.X) * (latitude - from.Y) / (to.Y - from.Y)) + from.X) { inside = !inside; }
        }

        return inside;
    }
}
