using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>Moderators answer who asks to join an association that has no owner.</summary>
public sealed class UnownedTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Path = "/moderation/demandes";
    private const string Request = "0193f000-0000-7000-8000-000000000004";
    private static readonly string Api = $"/api/v1/organisations/{StubData.OrganisationId}/join-requests/{Request}";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Paul", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task Who_asks_is_shown_with_the_association_and_becomes_its_owner_unless_chosen_otherwise()
    {
        var page = await browser.GoAsync(Path);
        Assert.Equal("Camille D.", page.Text(".row h3"));
        Assert.Equal(("Les Passerelles du Rhône", $"/associations/{StubData.OrganisationId}"), (page.Text(".row a"), page.Element(".row a").GetAttribute("href")));

        var after = await browser.SendAsync(page, $"form:has([name='role-{Request}'])");
        Assert.Equal($"{Path}?fait=demande-acceptee", after.Path);
        Assert.Equal(($"{Api}/acceptance", """{"role":"owner"}"""), site.Stub.Calls.Where(call => call.Method == "POST").Select(call => (call.Path, call.Body!)).Single());
    }

    [Fact]
    public async Task A_request_is_refused()
    {
        var after = await browser.SendAsync(await browser.GoAsync(Path), $"main form:not(:has([name='role-{Request}']))");
        Assert.Equal($"{Path}?fait=demande-refusee", after.Path);
        Assert.Equal($"{Api}/refusal", site.Stub.Calls.Single(call => call.Method == "POST").Path);
    }

    [Fact]
    public async Task One_that_somebody_else_answered_meanwhile_is_gone_or_said()
    {
        var page = await browser.GoAsync(Path);
        site.Stub.Problem("POST", $"/organisations/{StubData.OrganisationId}/join-requests/{Request}/acceptance", 409, "join.answered", "Cette demande a déjà reçu une réponse.");
        var late = await browser.SendAsync(page, $"form:has([name='role-{Request}'])");
        Assert.Equal((409, "Cette demande a déjà reçu une réponse."), (late.Status, late.Text("#erreurs li")));

        site.Stub.Answer("GET", "/moderation/join-requests", _ => Microsoft.AspNetCore.Http.Results.Json(new { items = Array.Empty<object>() }));
        var gone = await browser.SendAsync(page, $"form:has([name='role-{Request}'])");
        Assert.Equal((400, "Cette page a expiré", Path), (gone.Status, gone.Text("h1"), gone.Element("main .button").GetAttribute("href")));
    }

    [Fact]
    public async Task It_is_for_moderators()
    {
        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync(Path)).Status);
    }
}
