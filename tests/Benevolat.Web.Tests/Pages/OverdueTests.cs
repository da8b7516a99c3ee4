using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>Moderators look after applications that got no answer.</summary>
public sealed class OverdueTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Queue = "/moderation/candidatures";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Paul", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task One_territorys_are_shown_with_who_looks_after_them()
    {
        var page = await browser.GoAsync($"{Queue}?departement=69");
        Assert.Contains(site.Stub.Calls, call => call.Path == "/api/v1/overdue-applications?department=69");
        var reviews = page.Texts(".review");
        Assert.Contains("Personne ne s’en occupe encore", reviews[0], StringComparison.Ordinal);
        Assert.Contains("Quelqu’un s’en occupe", reviews[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "taking-up", "pris-en-charge")]
    [InlineData(2, "reminder", "relance")]
    [InlineData(3, "alternatives", "autres-missions")]
    public async Task A_button_takes_it_up_reminds_or_proposes(int button, string act, string done)
    {
        var after = await browser.SendAsync(await browser.GoAsync(Queue), $".review .actions form:nth-of-type({button})");
        Assert.Equal($"{Queue}?fait={done}", after.Path);
        Assert.Equal($"/api/v1/overdue-applications/{StubCandidacies.Id(2)}/{act}", site.Stub.Calls.Single(call => call.Method == "POST").Path);
    }

    [Fact]
    public async Task A_second_reminder_on_one_day_is_said_on_the_page()
    {
        site.Stub.Problem("POST", $"/overdue-applications/{StubCandidacies.Id(2)}/reminder", 409, "promise.just-reminded", "L'association a déjà été relancée aujourd'hui.");
        var page = await browser.SendAsync(await browser.GoAsync(Queue), ".review .actions form:nth-of-type(2)");
        Assert.Equal((409, "L'association a déjà été relancée aujourd'hui."), (page.Status, page.Text("#erreurs li")));
    }

    [Fact]
    public async Task Only_moderators_see_it()
    {
        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync(Queue)).Status);
    }
}
