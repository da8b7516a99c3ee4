using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

public sealed class RegistrationTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Draft = $"/association/inscrire/{StubData.DraftId}";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_first_step_saves_a_draft_with_the_commune_of_the_gazetteer_and_leads_on()
    {
        var form = await browser.GoAsync("/association/inscrire");
        var after = await browser.SendAsync(form, "main form", ("name", "Les Passerelles"), ("place", "Villeurbanne"), ("rna", "w69 1234567"), ("siren", "552 100 554 00013"));

        Assert.Equal($"{Draft}?etape=2", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.True(sent.RootElement.GetProperty("draft").GetBoolean());
        Assert.NotNull(call.IdempotencyKey);
        Assert.Equal(("69266", "69100"), (Text(sent.RootElement.GetProperty("address"), "communeCode"), Text(sent.RootElement.GetProperty("address"), "postcode")));
        Assert.Equal(("W691234567", "552100554", "55210055400013"), (Text(sent.RootElement, "rna"), Text(sent.RootElement, "siren"), Text(sent.RootElement, "siret")));
    }

    [Fact]
    public async Task A_step_changes_its_own_fields_and_keeps_the_others_with_the_version_seen()
    {
        var form = await browser.GoAsync($"{Draft}?etape=2");
        var after = await browser.SendAsync(form, "main form", ("purpose", "Cultiver ensemble."), ("website", "https://jardins.example"));

        Assert.Equal($"{Draft}?etape=3", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.Equal(("\"2\"", $"/api/v1/organisations/{StubData.DraftId}"), (call.IfMatch, call.Path));
        Assert.Equal(("Jardins de la Croix-Rousse", "Cultiver ensemble.", "552100554"), (Text(sent.RootElement, "name"), Text(sent.RootElement, "purpose"), Text(sent.RootElement, "siren")));
        Assert.Equal("69123", Text(sent.RootElement.GetProperty("address"), "communeCode"));
        Assert.False(sent.RootElement.TryGetProperty("draft", out _), "a service refuses fields that are not the input's");
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_step_and_nothing_is_sent()
    {
        var first = await browser.SendAsync(await browser.GoAsync("/association/inscrire"), "main form");
        var second = await browser.SendAsync(await browser.GoAsync($"{Draft}?etape=2"), "main form");

        Assert.Equal((400, 400), (first.Status, second.Status));
        Assert.Equal(["#champ-place", "#champ-name"], first.Document.QuerySelectorAll("#erreurs a").Select(link => link.GetAttribute("href")));
        Assert.Equal("#champ-purpose", second.Element("#erreurs a").GetAttribute("href"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method is "POST" or "PUT");
    }

    [Fact]
    public async Task The_last_step_shows_what_a_moderator_asked_for_and_sends()
    {
        var check = await browser.GoAsync($"{Draft}?etape=3");
        Assert.Contains("Ajoutez ce que vous faites.", check.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("Vérifier et envoyer", check.Text("[aria-current=step]")[3..]);

        var after = await browser.SendAsync(check, "main form");
        Assert.Equal($"/association/{StubData.DraftId}?fait=inscrite", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/organisations/{StubData.DraftId}/submission", "\"2\"", """{"notADuplicate":false}"""), (call.Path, call.IfMatch, call.Body));
    }

    [Fact]
    public async Task One_that_may_be_here_already_is_offered_for_joining_and_the_person_may_say_that_it_is_another()
    {
        site.Stub.Answer("POST", $"/organisations/{StubData.DraftId}/submission", _ => Results.Json(
            new
            {
                code = "organisation.duplicate",
                title = "Cette association est peut-être déjà inscrite.",
                duplicates = new[] { new { id = StubData.OrganisationId, name = "Jardin de la Croix Rousse", commune = "Lyon", verified = true, why = "similar-name" } },
            }, contentType: "application/problem+json", statusCode: 409));
        var page = await browser.SendAsync(await browser.GoAsync($"{Draft}?etape=3"), "main form");

        Assert.Equal(409, page.Status);
        Assert.Equal("Lyon · Nom semblable dans la même commune", page.Text(".row p"));
        Assert.Equal($"/associations/{StubData.OrganisationId}/rejoindre", page.Element(".row a").GetAttribute("href"));

        await browser.SendAsync(page, "main form", ("notADuplicate", "true"));
        Assert.Equal("""{"notADuplicate":true}""", site.Stub.Calls.Last(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task What_the_service_misses_leads_to_its_row()
    {
        site.Stub.Problem("POST", $"/organisations/{StubData.DraftId}/submission", 409, "organisation.incomplete", "Il manque…",
            new() { ["purpose"] = ["Dites ce qu'elle fait."], ["address.commune"] = ["Dites où."] });
        var page = await browser.SendAsync(await browser.GoAsync($"{Draft}?etape=3"), "main form");
        Assert.All(page.Document.QuerySelectorAll("#erreurs a"), link => Assert.NotNull(page.Document.QuerySelector($"dd{link.GetAttribute("href")}")));
        Assert.Equal(2, page.Texts("#erreurs a").Count);
        Assert.Equal("Dites ce qu'elle fait.", page.Text("dd#champ-purpose .complaint"));
        Assert.Equal("Dites où.", page.Text("dd#champ-place .complaint"));
    }

    [Fact]
    public async Task A_draft_is_given_up_from_its_desk()
    {
        site.Stub.Answer("GET", $"/organisations/{StubData.DraftId}/missions", _ => Results.Json(new { items = Array.Empty<object>() }));
        var after = await browser.SendAsync(await browser.GoAsync($"/association/{StubData.DraftId}"), ".danger-zone form");
        Assert.Equal("/association?fait=brouillon-supprime", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "DELETE");
        Assert.Equal(($"/api/v1/organisations/{StubData.DraftId}", "\"2\""), (call.Path, call.IfMatch));
        Assert.Null((await browser.GoAsync($"/association/{StubData.OrganisationId}")).Document.QuerySelector(".danger-zone"));
    }

    [Fact]
    public async Task Editing_a_verified_one_uses_the_same_steps_and_ends_at_its_desk()
    {
        var after = await browser.SendAsync(await browser.GoAsync($"/association/inscrire/{StubData.OrganisationId}?etape=2"), "main form");
        Assert.Equal($"/association/{StubData.OrganisationId}?fait=profil-association", after.Path);
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "PUT").Body!);
        Assert.Equal(("W691234567", "12 rue des Tisserands"), (Text(sent.RootElement, "rna"), Text(sent.RootElement.GetProperty("address"), "street")));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
