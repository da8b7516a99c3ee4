using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>What script adds to the search, done by keyboard where people do it by keyboard; and the same pages without script.</summary>
public sealed class SearchTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private IBrowserContext window = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        window = await OpenAsync(script: true);
        page = await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        await window.DisposeAsync();
    }

    [Fact]
    public async Task Typing_replaces_the_list_the_address_and_the_heading_and_keeps_the_cursor_in_the_field()
    {
        await page.GotoAsync("/missions?domaine=education");

        await page.Locator("#quoi").PressSequentiallyAsync("introuvable");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Aucune mission pour « introuvable »");
        await Assertions.Expect(page.Locator("h1")).ToHaveAttributeAsync("aria-live", "polite");
        await Assertions.Expect(page.Locator("#liste .empty")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Aucune mission pour « introuvable » · Benevolat");
        Assert.Equal("/missions?quoi=introuvable&domaine=education", new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(page.Locator("#quoi")).ToBeFocusedAsync();
        Assert.Equal("introuvable", await page.InputValueAsync("#quoi"));
        var sport = page.Locator(".facet-link", new() { HasText = "Sport" });
        await Assertions.Expect(sport).ToHaveAttributeAsync("href", "/missions?quoi=introuvable&domaine=education&domaine=sport");
    }

    [Fact]
    public async Task A_slow_answer_never_overwrites_the_one_to_what_was_typed_last()
    {
        await page.GotoAsync("/missions");
        var slow = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("quoi=soupe", StringComparison.Ordinal), async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        var asked = page.WaitForRequestAsync(request => request.Url.Contains("quoi=soupe", StringComparison.Ordinal));
        await page.FillAsync("#quoi", "soupe");
        await asked;

        await page.FillAsync("#quoi", "introuvable");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Aucune mission pour « introuvable »");
        slow.SetResult();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.Equal("/missions?quoi=introuvable", new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Aucune mission pour « introuvable »");
    }

    [Fact]
    public async Task A_search_that_fails_while_typing_says_so_and_leaves_the_list()
    {
        await page.GotoAsync("/missions");
        await page.RouteAsync(url => url.Contains("quoi=", StringComparison.Ordinal), route => route.AbortAsync());

        await page.FillAsync("#quoi", "soupe");

        await Assertions.Expect(page.Locator("#incident")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#liste .mission-card")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#liste")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task A_moment_ticked_and_a_radius_chosen_search_at_once()
    {
        await page.GotoAsync("/missions?ou=Lyon");
        await page.SelectOptionAsync("#rayon", "30");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("1 137 missions à moins de 30 km de Lyon");
        await page.ClickAsync(".criteria > summary");
        await page.CheckAsync("input[value=mer-apres-midi]");
        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("mercredi après-midi");
        Assert.Equal("/missions?ou=Lyon&rayon=30&quand=mer-apres-midi", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task A_place_is_chosen_by_keyboard_from_a_list_that_says_itself()
    {
        await page.GotoAsync("/missions");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Où ?" });
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");

        await field.PressSequentiallyAsync("saint-d");
        var options = Options;
        await Assertions.Expect(options).ToHaveCountAsync(2);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator(".combobox [role=status]")).ToContainTextAsync("2 communes proposées");
        await page.RequireAccessibleAsync("the open list");

        await field.PressAsync("ArrowDown");
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", await options.Nth(1).GetAttributeAsync("id") ?? "");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("1 137 missions à moins de 15 km de Saint-Denis");
        await Assertions.Expect(page.Locator(".combobox-list")).ToBeHiddenAsync();
        Assert.Equal(("/missions", "Saint-Denis (974)", "97411"), (new Uri(page.Url).AbsolutePath, Parameter("ou"), Parameter("commune")));
        await Assertions.Expect(page.Locator(".place-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_typing_on_forgets_the_commune_chosen_before()
    {
        await page.GotoAsync("/missions?ou=Saint-Denis&commune=97411");
        var field = page.Locator("#ou");
        await field.FillAsync("Lyo");
        await Assertions.Expect(Options).ToHaveCountAsync(2);
        await field.PressAsync("ArrowUp");
        await Assertions.Expect(Options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".combobox-list")).ToBeHiddenAsync();
        Assert.Equal("Lyo", await field.InputValueAsync());

        await field.PressAsync("Enter");
        await page.WaitForURLAsync("**/missions?*ou=Lyo*");
        Assert.Null(Parameter("commune"));
    }

    [Fact]
    public async Task A_place_can_be_tapped_and_one_nobody_knows_is_said()
    {
        await page.GotoAsync("/");
        await page.Locator("#ou").PressSequentiallyAsync("villeur");
        await Options.Filter(new() { HasText = "Villeurbanne" }).ClickAsync();
        Assert.Equal("Villeurbanne (69)", await page.InputValueAsync("#ou"));

        await page.FillAsync("#ou", "xyzzy");
        await Assertions.Expect(page.Locator(".combobox [role=status]")).ToHaveTextAsync("Aucune commune de ce nom.");
        await Assertions.Expect(page.Locator(".combobox-list")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_place_of_a_profile_is_proposed_too_and_its_code_is_sent()
    {
        site.Stub.Identity.Next = Person.Named("Claire");
        await page.GotoAsync("/connexion?retour=/profil");
        var field = page.GetByRole(AriaRole.Combobox).First;
        await field.FillAsync("saint-d");
        await Options.Nth(1).ClickAsync();

        await page.Locator("main form button[type=submit]").Last.ClickAsync();

        await page.WaitForURLAsync("**fait=profil");
        var sent = site.Stub.Calls.Last(call => call is { Method: "PUT", Path: "/api/v1/volunteers/me" }).Body;
        Assert.Contains("\"communeCode\":\"97411\"", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Facets_and_chips_are_reached_and_used_by_keyboard_with_script_and_without(bool script)
    {
        await using var other = await OpenAsync(script);
        var tab = await other.NewPageAsync();
        await tab.GotoAsync("/missions?quoi=devoirs");

        var sport = tab.Locator(".facet-link", new() { HasText = "Sport" });
        await TabToAsync(tab, sport);
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab).ToHaveURLAsync(site.Stub.Origin + "/missions?quoi=devoirs&domaine=sport");
        await Assertions.Expect(tab.Locator(".facet-link", new() { HasText = "Sport" })).ToHaveAttributeAsync("aria-current", "true");

        await TabToAsync(tab, tab.Locator(".chips a").First);
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab).ToHaveURLAsync(site.Stub.Origin + "/missions?quoi=devoirs");
        await Assertions.Expect(tab.Locator(".chips a")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Without_script_the_search_form_and_the_map_of_departments_work_and_are_clean(int width)
    {
        // Kept from loading rather than switched off: axe is a script itself.
        await page.SetViewportSizeAsync(width, 900);
        await page.RouteAsync("**/js/*.js", route => route.AbortAsync());
        await page.GotoAsync("/missions/carte");
        await page.FillAsync("#quoi", "devoirs");
        await page.ClickAsync(".search-form button[type=submit]");
        await page.WaitForURLAsync("**/missions/carte?quoi=devoirs*");
        await Chromium.DrawAsync(page, $"carte-sans-script-{width}");
        await page.RequireCleanAsync($"the map without script at {width}");

        // In the middle of the Nord's own box lies its neighbour: a point of its shape tells whether the shape is the link.
        await page.Locator(".department-map a", new() { HasText = "Bouches-du-Rhône" }).Locator("use").ClickAsync();
        await page.WaitForURLAsync("**departement=13");
        await Assertions.Expect(page.Locator(".department-map a.chosen title")).ToHaveTextAsync("Bouches-du-Rhône (13) : 75 missions");
    }

    /// <summary>The communes proposed; the lists of numbers have options too.</summary>
    private ILocator Options => page.Locator(".combobox").GetByRole(AriaRole.Option);

    private string? Parameter(string name) => System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)[name];

    private static async Task TabToAsync(IPage tab, ILocator target)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await tab.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) { return; }
        }

        Assert.Fail($"The keyboard never reaches {target}.");
    }

    private Task<IBrowserContext> OpenAsync(bool script) => chromium.Browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 1280, Height = 900 },
        Locale = "fr-FR",
        BaseURL = site.Stub.Origin,
        JavaScriptEnabled = script,
    });
}
