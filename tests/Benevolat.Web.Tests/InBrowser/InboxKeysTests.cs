using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>Answering by keyboard, and the usual message of a reason at once.</summary>
public sealed class InboxKeysTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private IBrowserContext window = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        site.Stub.Identity.Next = Person.Named("Samia");
        window = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Stub.Origin, Locale = "fr-FR", ViewportSize = new() { Width = 360, Height = 900 } });
        page = await window.NewPageAsync();
        await page.GotoAsync("/connexion?retour=/accessibilite");
        await page.GotoAsync($"/association/{StubData.OrganisationId}/candidatures");
    }

    public async ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        await window.DisposeAsync();
    }

    [Fact]
    public async Task Letters_move_accept_and_refuse_while_the_focus_is_in_the_list()
    {
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("j");
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");

        var rows = page.Locator("[data-row]");
        await rows.Nth(0).Locator("h2 a").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(rows.Nth(1).Locator("select")).ToBeFocusedAsync();
        // In a field letters are letters.
        await rows.Nth(1).Locator("textarea").PressSequentiallyAsync("ja");
        Assert.Equal("ja", await rows.Nth(1).Locator("textarea").InputValueAsync());

        await rows.Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync("**?fait=acceptee");
        Assert.EndsWith($"/applications/{StubCandidacies.Id(1)}/acceptance", site.Stub.Calls.Single(call => call.Method == "POST").Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_reason_brings_its_message_and_leaves_what_was_written()
    {
        var row = page.Locator("[data-row]").First;
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row.Locator("[value=apercu]")).ToBeHiddenAsync();
        await row.Locator("select").SelectOptionAsync("no-place-left");
        Assert.Contains("Toutes les places", await row.Locator("textarea").InputValueAsync(), StringComparison.Ordinal);
        await row.Locator("select").SelectOptionAsync("mission-terminated");
        Assert.Contains("n’a finalement plus lieu", await row.Locator("textarea").InputValueAsync(), StringComparison.Ordinal);

        await row.Locator("textarea").FillAsync("Nous reportons.");
        await row.Locator("select").SelectOptionAsync("other");
        Assert.Equal("Nous reportons.", await row.Locator("textarea").InputValueAsync());
        await page.RequireCleanAsync("the inbox with a refusal open");
    }
}
