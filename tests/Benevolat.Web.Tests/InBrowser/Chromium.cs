using System.Collections.Concurrent;
using Benevolat.Testing;
using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>Chromium, driven by Playwright.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Guid, string> signedIn = new();
    private IPlaywright? playwright;

    /// <summary>Milliseconds until a page must show what is expected of it: a probe that ends as soon as it does, on busy machines too.</summary>
    private const float Patience = 30_000;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Path, Args = ChromiumProgram.Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A window with one empty page, in which a person has signed in: for each person once, whose cookies later windows get.</summary>
    public async Task<IBrowserContext> OpenAsync(Site site, Person person, BrowserNewContextOptions options)
    {
        options.BaseURL = site.Stub.Origin;
        options.StorageState = signedIn.GetValueOrDefault(person.Id);
        var window = await Browser.NewContextAsync(options);
        var page = await window.NewPageAsync();
        if (options.StorageState is null)
        {
            site.Stub.Identity.Next = person;
            await page.GotoAsync("/connexion?retour=/accessibilite");
            signedIn[person.Id] = await window.StorageStateAsync();
        }

        return window;
    }

    /// <summary>Draws the page where <c>BENEVOLAT_SCREENSHOTS</c> says, if it says anything.</summary>
    public static async Task DrawAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BENEVOLAT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
