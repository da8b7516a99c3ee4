using Benevolat.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>The map that moves: what lies on it, what keys and pointers do, and that the list beside it follows.</summary>
public sealed class MapTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> trouble = [];
    private IBrowserContext window = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        window = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1280, Height = 900 },
            Locale = "fr-FR",
            BaseURL = site.Stub.Origin,
            ReducedMotion = ReducedMotion.Reduce,
        });
        page = await window.NewPageAsync();
        page.Console += (_, message) => { if (message.Type == "error") { trouble.Add(message.Text); } };
        page.PageError += (_, error) => trouble.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        await window.DisposeAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_map_is_clean_and_asks_nobody_else(int width, ColorScheme scheme)
    {
        var others = new List<string>();
        page.Request += (_, request) => others.Add(request.Url);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);

        await OpenAsync("/missions/carte?ou=Lyon&rayon=30");

        Assert.Empty(trouble);
        await Chromium.DrawAsync(page, $"carte-lyon-{width}{(scheme == ColorScheme.Dark ? "-sombre" : "")}");
        await page.RequireCleanAsync($"the map at {width} {scheme}");
        Assert.All(others, url => Assert.StartsWith(site.Stub.Origin, url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_country_shows_circles_that_count_and_a_circle_leads_into_its_missions_by_keyboard()
    {
        await OpenAsync("/missions/carte?domaine=education");
        Assert.Matches("domain=education&bbox=[-0-9.]+%2C[-0-9.]+%2C[-0-9.]+%2C[-0-9.]+&zoom=[56]$", Points.First());

        var circle = page.Locator(".map-cluster").First;
        Assert.Matches("missions : agrandir la carte ici", (await circle.GetAttributeAsync("aria-label"))!.Replace('\u00a0', ' '));
        await circle.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Eventually.TrueAsync(() => Task.FromResult(Points.Any(path => path[^1] is '7' or '8')), "a closer look");
        Assert.Empty(trouble);
    }

    [Fact]
    public async Task Moving_the_map_by_keyboard_moves_the_list_and_the_address()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=30");
        var before = site.Stub.Calls.Count();

        await page.FocusAsync(".map-moving");
        await page.Keyboard.PressAsync("ArrowRight");

        await page.WaitForURLAsync("**cadre=*");
        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("Dans le cadre de la carte");
        var calls = site.Stub.Calls.Skip(before).Select(call => call.Path).ToList();
        Assert.Contains(calls, path => path.StartsWith("/api/v1/missions?near=45.758,4.835&radiusKm=30&bbox=", StringComparison.Ordinal));
        Assert.Contains(calls, path => path.StartsWith("/api/v1/missions.geojson", StringComparison.Ordinal));
        Assert.Contains("cadre=", await page.GetAttributeAsync(".facet-link", "href"), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".map-moving")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_map_that_left_its_circle_offers_to_search_all_that_is_in_view()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=30&domaine=education");
        await Assertions.Expect(page.Locator(".map-whole button")).ToBeHiddenAsync();
        await page.FocusAsync(".map-moving");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator(".map-whole button").ClickAsync();

        await page.WaitForURLAsync(url => !url.Contains("ou=Lyon", StringComparison.Ordinal));
        Assert.StartsWith("/missions/carte?domaine=education&cadre=", new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_changes_its_size_asks_for_points_and_leaves_the_search_alone()
    {
        await OpenAsync("/missions/carte?ou=Lyon");
        var before = Points.Count();

        await page.SetViewportSizeAsync(1000, 700);

        await Eventually.TrueAsync(() => Task.FromResult(Points.Count() > before), "points of the new window");
        await Eventually.StaysAsync(() => Task.FromResult(!page.Url.Contains("cadre", StringComparison.Ordinal)), "no frame", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_mark_opens_its_missions_the_keyboard_goes_in_and_comes_back()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=30");
        var mark = page.GetByRole(AriaRole.Button, new() { Name = "2 missions à Lyon", Exact = true }).First;

        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var links = page.Locator(".map-popup a");
        await Assertions.Expect(links).ToHaveCountAsync(2);
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        var target = await links.First.GetAttributeAsync("href");
        Assert.StartsWith("/missions/0193d000-0000-7000-8000-000000000001?retour=%2Fmissions%2Fcarte", target, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator(".map-popup")).ToHaveCountAsync(0);
        await Assertions.Expect(mark).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Marks_that_would_lie_on_each_other_are_one_with_their_number_and_come_apart_closer()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=100");
        var crowd = page.Locator(".map-point").Filter(new() { HasTextRegex = new("^[2-9][0-9]$") }).First;
        var marks = await page.Locator(".map-point").CountAsync();

        await crowd.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Eventually.TrueAsync(async () => await page.Locator(".map-point").CountAsync() > marks, "more marks");
        await Assertions.Expect(page.Locator(".map-popup")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_spot_with_more_missions_than_one_reads_lists_some_and_leads_to_the_list()
    {
        site.Stub.Answer("GET", "/missions.geojson", _ => Results.Json(new
        {
            type = "FeatureCollection",
            features = Enumerable.Range(1, 20).Select(number => new
            {
                type = "Feature",
                geometry = new { type = "Point", coordinates = new[] { 4.835, 45.758 } },
                properties = new { id = $"{number}", title = $"Mission {number}", organisation = "Les Passerelles", commune = "Lyon" },
            }),
        }));
        await OpenAsync("/missions/carte?ou=Lyon");
        await page.GetByRole(AriaRole.Button, new() { Name = "20 missions à Lyon" }).ClickAsync();

        await Assertions.Expect(page.Locator(".map-popup li")).ToHaveCountAsync(13);
        await Assertions.Expect(page.Locator(".map-popup a[href='#liste']")).ToHaveTextAsync("et 8 autres : voir la liste");
    }

    [Fact]
    public async Task Titles_from_the_service_are_shown_as_text()
    {
        site.Stub.Answer("GET", "/missions.geojson", _ => Results.Json(new
        {
            type = "FeatureCollection",
            features = new[]
            {
                new
                {
                    type = "Feature",
                    geometry = new { type = "Point", coordinates = new[] { 4.835, 45.758 } },
                    properties = new { id = "\"><b>", title = "<img src=x onerror=alert(1)>", organisation = "<b>A</b>", commune = "<i>Lyon</i>" },
                },
            },
        }));
        await OpenAsync("/missions/carte?ou=Lyon");
        await page.Locator(".map-point").ClickAsync();

        await Assertions.Expect(page.Locator(".map-popup a")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await page.Locator(".map-moving :is(img, b, i)").CountAsync());
    }

    [Fact]
    public async Task A_card_lights_its_mark()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=30");
        await page.Locator("#liste .card-title a").First.FocusAsync();
        await Assertions.Expect(page.Locator(".map-point.lit")).ToHaveCountAsync(1);
        await page.Locator("#quoi").FocusAsync();
        await Assertions.Expect(page.Locator(".map-point.lit")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_overseas_are_one_choice_away()
    {
        await OpenAsync("/missions/carte");
        await page.SelectOptionAsync(".map-views select", new SelectOptionValue { Label = "La Réunion" });
        await Assertions.Expect(page.Locator(".map-point").First).ToBeVisibleAsync();
        await page.WaitForURLAsync("**cadre=5*");
        await Assertions.Expect(page.Locator(".map-town", new() { HasText = "Saint-Pierre" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Points_that_do_not_come_are_said_and_the_list_stays()
    {
        site.Stub.Answer("GET", "/missions.geojson", _ => Results.StatusCode(500));
        await page.GotoAsync("/missions/carte?ou=Lyon");
        await Assertions.Expect(page.Locator(".map-notice")).ToHaveTextAsync("Les points de la carte n’ont pas pu être chargés.");
        await Assertions.Expect(page.Locator("#liste .mission-card")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Typing_on_the_map_keeps_the_map_where_it_is_and_asks_for_other_points()
    {
        await OpenAsync("/missions/carte?ou=Lyon&rayon=30");
        await page.FocusAsync(".map-moving");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**cadre=*");
        var frame = Frame();

        await page.FillAsync("#quoi", "devoirs");

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("devoirs");
        Assert.Equal(frame, Frame());
        await Eventually.TrueAsync(
            () => Task.FromResult(Points.Any(path => path.Contains("?q=devoirs&near=", StringComparison.Ordinal))), "points of the words typed");
    }

    /// <summary>Where points were asked for.</summary>
    private IEnumerable<string> Points =>
        site.Stub.Calls.Select(call => call.Path).Where(path => path.StartsWith("/api/v1/missions.geojson", StringComparison.Ordinal));

    private string? Frame() => System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["cadre"];

    private async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await page.Locator(".map-moving .leaflet-marker-icon[role=button]").First.WaitForAsync();
    }
}
