using System.Text.RegularExpressions;
using Benevolat.Testing;
using Microsoft.Playwright;

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>A person at a browser: does what people do, and looks at every page it comes to.</summary>
internal sealed class Visitor(RunningSystem system, Browser browser, IPage page)
{
    private readonly List<string> _faults = [];

    public IPage Page => page;

    public string Email { get; } = $"visite.{Guid.NewGuid():N}@journeys.benevolat.test";

    /// <summary>What axe and the width of the window had to complain about, on all pages seen.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Visitor> ArriveAsync(RunningSystem system, Browser browser, int width) => new(system, browser, await browser.VisitorAsync(width));

    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Presses the button or follows the link with this name, then looks at where it leads.</summary>
    public async Task PressAsync(string name)
    {
        var words = new Regex($"^\\s*{Words(name)}\\s*$");
        var target = page.GetByRole(AriaRole.Button, new() { NameRegex = words }).Or(page.GetByRole(AriaRole.Link, new() { NameRegex = words })).First;
        await TellingWhereAsync($"press “{name}”", () => LeadsOnAsync(() => target.ClickAsync()));
        await LookAsync();
    }

    /// <summary>Does something that leads to another page, or to the same one again.</summary>
    public async Task LeadsOnAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage there) => arrived.TrySetResult();
        page.DOMContentLoaded += Arrive;
        await act();
        await arrived.Task.WaitAsync(Eventually.Patience);
        page.DOMContentLoaded -= Arrive;
    }

    public async Task FillAsync(params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields) { await TellingWhereAsync($"fill “{label}”", () => page.GetByLabel(Label(label)).First.FillAsync(text)); }
    }

    public Task ChooseAsync(string label, string option) =>
        TellingWhereAsync($"choose “{option}”", () => page.GetByLabel(Label(label)).First.SelectOptionAsync(new SelectOptionValue { Label = option }));

    public Task TickAsync(string label) => TellingWhereAsync($"tick “{label}”", () => page.GetByLabel(Label(label)).First.CheckAsync());

    /// <summary>Creates an account from the site and comes back to it signed in.</summary>
    public async Task SignUpAsync(string firstName, string from)
    {
        await OpenAsync($"/inscription?retour={from}");
        await FillAsync(("Prénom", firstName), ("Adresse e-mail", Email), ("Mot de passe", Someone.Password));
        await TickAsync("J’ai 16 ans");
        await TickAsync("J’accepte les conditions");
        await PressAsync("Créer mon compte");

        var mail = await system.System.Mail.Mails.WaitForAsync(Email);
        await OpenAsync(mail.Links.First(link => link.AbsolutePath.StartsWith("/account/confirm", StringComparison.Ordinal)).PathAndQuery);
        await PressAsync("Confirmer mon adresse");
        await SignInAsync(Email, Someone.Password, from);
    }

    public async Task SignInAsync(string email, string password, string to)
    {
        await page.GotoAsync($"/connexion?retour={to}");
        if (page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            await LookAsync();
            await FillAsync(("Adresse e-mail", email), ("Mot de passe", password));
            await PressAsync("Se connecter");
        }

        if (new Uri(page.Url).AbsolutePath != to) { Assert.Fail($"Signed in, but at {page.Url}, which says: {await TextAsync()}"); }
    }

    /// <summary>What the page says, with the apostrophes and spaces of a keyboard.</summary>
    public async Task<string> TextAsync() => Regex.Replace(await page.Locator("main").InnerTextAsync(), @"[\u00a0\u202f]", " ").Replace('’', '\'');

    /// <summary>Submits the page's own form, whatever its button says.</summary>
    public async Task SubmitAsync()
    {
        await TellingWhereAsync("submit", () => LeadsOnAsync(() => page.Locator("main form button[type=submit]").Last.ClickAsync()));
        await LookAsync();
    }

    /// <summary>A time-out alone says nothing: the page does.</summary>
    private async Task TellingWhereAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
        {
            throw new InvalidOperationException($"Could not {what} at {page.Url}, which says: {await TextAsync()}", exception);
        }
    }

    private async Task LookAsync()
    {
        _faults.AddRange(await browser.FaultsAsync(page));
        if (await Browser.IsTooWideAsync(page)) { _faults.Add($"{page.Url}: wider than the window"); }
        var titles = await page.Locator("h1").CountAsync();
        if (titles != 1) { _faults.Add($"{page.Url}: {titles} main headings"); }
    }

    /// <summary>Labels carry hints such as "(facultatif)" after their name.</summary>
    private static Regex Label(string label) => new($"^\\s*{Words(label)}", RegexOptions.IgnoreCase);

    /// <summary>The site sets its texts typographically; people and tests type plain apostrophes and spaces.</summary>
    private static string Words(string text) => Regex.Escape(text).Replace('’', '\'').Replace("'", "['’]", StringComparison.Ordinal).Replace("\\ ", "\\s", StringComparison.Ordinal);
}
