using System.Text.Json;
using Benevolat.Testing;
using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>Checking in where there is no network, on a page that was never opened there.</summary>
public sealed class CheckInOfflineTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Status = "[data-check-in-status]";
    private IBrowserContext window = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        site.Stub.Identity.Next = Person.Named("Claire");
        window = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Stub.Origin, Locale = "fr-FR", ViewportSize = new() { Width = 360, Height = 900 } });
        page = await window.NewPageAsync();
        await page.GotoAsync("/connexion?retour=/mes-creneaux");
    }

    public async ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        await window.DisposeAsync();
    }

    [Fact]
    public async Task An_arrival_is_kept_without_a_network_survives_the_page_and_goes_when_there_is_one()
    {
        await WorkerAsync();
        site.Stub.IsUnreachable = true;
        await page.GotoAsync("/pointage/K7PM-3VQ2-91XA");
        await page.RequireCleanAsync("the kept page");
        await Chromium.DrawAsync(page, "pointage-sans-reseau-360");

        var attempts = 0;
        page.RequestFailed += (_, request) => { if (request.Url.EndsWith("/pointage/envoi", StringComparison.Ordinal)) { Interlocked.Increment(ref attempts); } };
        await page.ClickAsync("[data-check-in] button");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Pas de réseau");
        await page.ClickAsync("[data-check-in] button");
        // Not before both have failed is there a network again: else the second one would go from this page.
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref attempts) == 2), "both attempts failed");
        Assert.Equal(1, await page.EvaluateAsync<int>("JSON.parse(localStorage.getItem('benevolat-pointages')).length"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Path == "/api/v1/check-ins");

        site.Stub.IsUnreachable = false;
        await page.GotoAsync("/mes-creneaux");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("C’est noté");
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Path == "/api/v1/check-ins").Body!);
        var item = Assert.Single(sent.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal("K7PM-3VQ2-91XA", item.GetProperty("code").GetString());
        Assert.True(item.GetProperty("at").GetDateTimeOffset() < sent.RootElement.GetProperty("sentAt").GetDateTimeOffset());
        Assert.Equal(0, await page.EvaluateAsync<int>("JSON.parse(localStorage.getItem('benevolat-pointages')).length"));
    }

    [Fact]
    public async Task With_a_network_the_script_says_what_became_of_it_on_the_same_page()
    {
        await page.GotoAsync("/pointage/K7PM-3VQ2-91XA");
        await page.ClickAsync("[data-check-in] button");
        await Assertions.Expect(page.Locator($"{Status} .done")).ToContainTextAsync("C’est noté");

        await page.GotoAsync("/pointage/FAUX");
        await page.ClickAsync("[data-check-in] button");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Ce code n'est pas connu.");
    }

    [Fact]
    public async Task A_session_that_has_ended_leads_to_signing_in_and_loses_nothing()
    {
        await WorkerAsync();
        await page.GotoAsync("/pointage/K7PM");
        await window.ClearCookiesAsync();
        await page.ClickAsync("[data-check-in] button");
        await page.ClickAsync($"{Status} a");
        await Assertions.Expect(page.Locator($"{Status} .done")).ToContainTextAsync("C’est noté");
    }

    /// <summary>The worker governs addresses under /pointage/ alone, so that no other page ever asks it.</summary>
    private async Task WorkerAsync()
    {
        // Not WaitForFunctionAsync: it takes a promise for a yes.
        await Eventually.TrueAsync(
            () => page.EvaluateAsync<bool>("() => navigator.serviceWorker.getRegistration('/pointage/').then(known => known?.active?.state === 'activated')"), "the worker is there");
        Assert.Equal($"{site.Stub.Origin}/pointage/", await page.EvaluateAsync<string>("() => navigator.serviceWorker.getRegistration('/pointage/').then(known => known.scope)"));
        Assert.True(await page.EvaluateAsync<bool>("() => caches.match('/pointage/hors-ligne', { ignoreVary: true }).then(Boolean)"));
    }
}
