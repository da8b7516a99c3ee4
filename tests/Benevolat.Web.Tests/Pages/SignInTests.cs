using Benevolat.Web.Data;
using Benevolat.Web.SignIn;
using Benevolat.Web.Tests.Stub;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benevolat.Web.Tests.Pages;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Signing_in_leads_back_to_the_page_and_leaves_no_token_in_the_browser()
    {
        site.Stub.Identity.Next = Person.Named("Claire");
        using var browser = site.Open();

        var page = await browser.GoAsync("/candidatures");

        Assert.Equal("/candidatures", page.Path);
        Assert.Contains("Profil de Claire", page.Text("header"), StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("eyJ", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", site.Stub.Calls.Last(call => call.Path.StartsWith("/api/v1/volunteers/me/applications", StringComparison.Ordinal)).Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        using var browser = site.Open();
        var page = await browser.GoAsync($"/connexion?retour={Uri.EscapeDataString(back)}");
        Assert.Equal("/", page.Path);
        Assert.Equal(site.Origin.Port, page.Response.RequestMessage!.RequestUri!.Port);
    }

    [Fact]
    public async Task Signing_out_forgets_the_session_here_and_hands_on_to_identity()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync("/accessibilite");

        var after = await browser.SendAsync(page, "form[action='/deconnexion']");

        Assert.Equal("/", after.Path);
        Assert.Contains("Se connecter", after.Text("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_out_that_another_site_sends_is_refused()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        using var forged = new FormUrlEncodedContent([]);
        var answer = await browser.Http.PostAsync(new Uri("/deconnexion", UriKind.Relative), forged, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Profil de Claire", (await browser.GoAsync("/accessibilite")).Text("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_pages_at_once_renew_the_tokens_once_and_nobody_is_signed_out()
    {
        site.Stub.Identity.AccessTokenLife = TimeSpan.FromSeconds(30);
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        site.Stub.Identity.AccessTokenLife = TimeSpan.FromMinutes(10);
        var before = site.Stub.Identity.Refreshes;

        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.GoAsync("/candidatures")));

        Assert.All(pages, page => Assert.Equal("/candidatures", page.Path));
        Assert.Equal(before + 1, site.Stub.Identity.Refreshes);
    }

    [Fact]
    public async Task A_session_that_identity_no_longer_renews_ends()
    {
        site.Stub.Identity.AccessTokenLife = TimeSpan.FromSeconds(30);
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        site.Stub.Identity.RefusesRefresh = true;

        var page = await browser.GoAsync("/accessibilite");

        site.Stub.Identity.RefusesRefresh = false;
        site.Stub.Identity.AccessTokenLife = TimeSpan.FromMinutes(10);
        Assert.Contains("Se connecter", page.Text("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sweep_removes_sessions_that_ended_and_leaves_the_others()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        db.Add(new Session { Id = "ended", Ticket = [], IssuedAt = site.Clock.GetUtcNow().AddDays(-9), ExpiresAt = site.Clock.GetUtcNow().AddDays(-2) });
        db.Add(new Session { Id = "living", Ticket = [], IssuedAt = site.Clock.GetUtcNow(), ExpiresAt = site.Clock.GetUtcNow().AddDays(2) });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await site.Services.GetRequiredService<SessionSweep>().SweepAsync(TestContext.Current.CancellationToken));

        Assert.True(await db.Sessions.AnyAsync(row => row.Id == "living", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_table_holds_neither_the_cookies_key_nor_readable_tokens()
    {
        var person = Person.Named("Claire");
        using var browser = await site.OpenAsync(person);
        await using var scope = site.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(rows, row => Assert.DoesNotContain(person.Id.ToString(), System.Text.Encoding.UTF8.GetString(row.Ticket), StringComparison.Ordinal));
    }
}
