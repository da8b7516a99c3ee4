using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>The coach's remarks while one writes.</summary>
public sealed class CoachTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly string Edit = $"/association/missions/{StubMissions.All[5].Id}/modifier";
    private IBrowserContext window = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        site.Stub.Identity.Next = Person.Named("Samia");
        window = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Stub.Origin, Locale = "fr-FR", ViewportSize = new() { Width = 360, Height = 900 } });
        page = await window.NewPageAsync();
        await page.GotoAsync("/connexion?retour=/accessibilite");
    }

    public async ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        await window.DisposeAsync();
    }

    [Fact]
    public async Task Remarks_follow_the_text_without_saving_it_and_leave_the_cursor_in_its_field()
    {
        await page.GotoAsync(Edit);
        await Assertions.Expect(page.Locator("#champ-title-conseil .tip")).ToBeVisibleAsync();

        await page.FillAsync("#champ-title", "");
        await page.Locator("#champ-title").PressSequentiallyAsync("Aider au bureau");
        await Assertions.Expect(page.Locator("#champ-title-conseil .tip")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#clarte")).ToContainTextAsync("75");
        await Assertions.Expect(page.Locator("#conseil-annonce")).ToContainTextAsync("Rien à redire à cette étape.");
        await Assertions.Expect(page.Locator("#conseil-annonce")).ToHaveAttributeAsync("role", "status");

        await page.Locator("#champ-title").PressSequentiallyAsync(" !");
        await Assertions.Expect(page.Locator("#champ-title-conseil")).ToContainTextAsync("Bloquant");
        await Assertions.Expect(page.Locator("#champ-title")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#champ-title")).ToBeFocusedAsync();
        Assert.Equal("Aider au bureau !", await page.InputValueAsync("#champ-title"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "PUT");
        await page.RequireCleanAsync("the editor with remarks");
    }

    [Fact]
    public async Task A_slow_answer_never_overwrites_the_one_to_what_was_typed_last()
    {
        await page.GotoAsync(Edit);
        var slow = new TaskCompletionSource();
        var first = true;
        await page.RouteAsync(url => url.EndsWith("/modifier", StringComparison.Ordinal), async route =>
        {
            if (first)
            {
                first = false;
                await slow.Task;
            }

            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException)
            {
                // The page gave this one up.
            }
        });
        var asked = page.WaitForRequestAsync(request => request.Method == "POST");
        await page.FillAsync("#champ-title", "Relire !");
        await asked;

        await page.FillAsync("#champ-title", "Aider au bureau");
        await Assertions.Expect(page.Locator("#champ-title-conseil > p")).ToHaveCountAsync(0);
        slow.SetResult();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Assertions.Expect(page.Locator("#champ-title-conseil > p")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_in_a_field_saves_and_goes_on_rather_than_removing_an_address()
    {
        await page.GotoAsync($"{Edit}?etape=3");
        await page.Locator("#champ-addresses-0-street").PressAsync("Enter");
        await page.WaitForURLAsync("**/modifier?etape=4");
        Assert.Contains(site.Stub.Calls, call => call.Method == "PUT");
    }
}
