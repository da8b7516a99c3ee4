using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>Moderators look at associations and decide about each.</summary>
public sealed class OrganisationReviewTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Organisation = $"/api/v1/organisations/{StubData.OrganisationId}";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Paul", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_queue_of_one_territory_shows_what_to_look_at_twice_and_what_happened()
    {
        var page = await browser.GoAsync("/moderation?departement=69");
        Assert.Contains(site.Stub.Calls, call => call.Path == "/api/v1/moderation/organisations?state=pending&department=69&limit=10");
        Assert.Equal(["Aucun numéro officiel", "Un nom semblable dans la même commune"], page.Texts(".review .notice li"));
        Assert.Equal(4, page.Texts(".history li").Count);
        Assert.Contains("Le récépissé est illisible.", page.Texts(".history li")[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pending", "verifier", "", "/verification", """{"reason":null}""", "/moderation?fait=verifiee")]
    [InlineData("pending", "verifier", "Statuts reçus.", "/verification", """{"reason":"Statuts reçus."}""", "/moderation?fait=verifiee")]
    [InlineData("pending", "refuser", "Le numéro est faux.", "/refusal", """{"reason":"Le numéro est faux."}""", "/moderation?fait=renvoyee")]
    [InlineData("verified", "suspendre", "Statuts faux.", "/suspension", """{"reason":"Statuts faux."}""", "/moderation?etat=verified&fait=suspendue")]
    [InlineData("suspended", "verifier", "Tout est en ordre.", "/verification", """{"reason":"Tout est en ordre."}""", "/moderation?etat=suspended&fait=retablie")]
    public async Task A_moderator_decides_with_a_reason(string state, string decision, string reason, string call, string body, string after)
    {
        var field = $"{decision}-raison-{StubData.OrganisationId}";
        var page = await browser.SendAsync(await browser.GoAsync($"/moderation?etat={state}"), $"form:has([name='{field}'])", (field, reason));

        Assert.Equal(after, page.Path);
        var sent = site.Stub.Calls.Single(one => one.Method == "POST");
        Assert.Equal((Organisation + call, "\"2\"", body), (sent.Path, sent.IfMatch, System.Text.RegularExpressions.Regex.Unescape(sent.Body!)));
    }

    [Theory]
    [InlineData("refuser")]
    [InlineData("suspendre")]
    public async Task Handing_back_and_suspending_need_a_reason_and_say_so_where_it_is_asked(string decision)
    {
        var field = $"{decision}-raison-{StubData.OrganisationId}";
        var page = await browser.SendAsync(await browser.GoAsync("/moderation"), $"form:has([name='{field}'])");
        Assert.Equal(400, page.Status);
        Assert.NotNull(page.Document.QuerySelector($"details[open] [name='{field}'][aria-invalid=true]"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task One_that_changed_its_name_since_it_was_verified_is_confirmed()
    {
        var changed = site.Stub.Data.Organisation with { State = "verified", Flags = ["identity-changed"] };
        site.Stub.Answer("GET", "/moderation/organisations", _ => Microsoft.AspNetCore.Http.Results.Json(new { items = new[] { changed } }));
        var page = await browser.GoAsync("/moderation");
        Assert.Contains("changé de nom ou de numéro", Assert.Single(page.Texts(".review .notice li")), StringComparison.Ordinal);
        var form = $"form:has([name='verifier-raison-{StubData.OrganisationId}'])";
        Assert.StartsWith("Confirmer", page.Text($"{form} button"), StringComparison.Ordinal);
        Assert.Equal("/moderation?fait=verifiee", (await browser.SendAsync(page, form)).Path);
    }

    [Fact]
    public async Task The_queue_stands_without_histories_and_is_for_moderators()
    {
        site.Stub.Problem("GET", $"/organisations/{StubData.OrganisationId}/history", 503, "", "");
        Assert.Single((await browser.GoAsync("/moderation")).Texts(".review h2"));

        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync("/moderation")).Status);
    }
}
