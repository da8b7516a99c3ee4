using Benevolat.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>Chromium from Debian, with JavaScript off unless asked for: the site must not need it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly RunningSystem _system;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(RunningSystem system, IPlaywright playwright, IBrowser browser) => (_system, _playwright, _browser) = (system, playwright, browser);

    public static async Task<Browser> StartAsync(RunningSystem system)
    {
        var playwright = await Playwright.CreateAsync();
        return new Browser(system, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Path, Args = ChromiumProgram.Flags }));
    }

    /// <summary>A new visitor, with nobody else's cookies.</summary>
    public async Task<IPage> VisitorAsync(int width = 1280, bool javaScript = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _system.Site.AbsoluteUri,
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>What axe finds wrong with the page, as sentences; empty is the only good answer.</summary>
    /// <remarks>Axe itself needs a script engine, so the page is read again by one that shares the visitor's cookies.</remarks>
    public async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = true, BypassCSP = true, StorageState = await page.Context.StorageStateAsync(), Locale = "fr-FR" });
        var copy = await context.NewPageAsync();
        await copy.GotoAsync(page.Url);
        AxeResult result = await copy.RunAxe();
        await context.CloseAsync();
        return [.. result.Violations.Select(violation => $"{page.Url}: {violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Target.ToString()))}")];
    }

    /// <summary>Whether the page is wider than the window: on a phone that would mean scrolling sideways.</summary>
    public static async Task<bool> IsTooWideAsync(IPage page) =>
        (await page.Locator("body").BoundingBoxAsync())!.Width > page.ViewportSize!.Width + 1;

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
