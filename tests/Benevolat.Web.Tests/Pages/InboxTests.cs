using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>How associations answer.</summary>
public sealed class InboxTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Inbox = $"/association/{StubData.OrganisationId}/candidatures";
    private static readonly Guid First = StubCandidacies.Id(1);
    private static readonly Guid Group = StubCandidacies.Id(2);
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_each_list_asks_for_its_states()
    {
        var page = await browser.GoAsync(Inbox);
        Assert.Contains(site.Stub.Calls, call => call.Path == $"/api/v1/organisations/{StubData.OrganisationId}/applications?turn=organisation&order=urgency");
        Assert.Equal(["À répondre d’abord", "En cours", "Acceptées", "Terminées"], page.Texts(".tabs a"));
        Assert.Equal(["Candidature de Nadia", "Candidature de Nadia"], page.Texts(".inbox h2"));
        Assert.Contains("groupe de 12 : Classe de seconde B", page.Texts(".inbox .muted")[1], StringComparison.Ordinal);

        await browser.GoAsync($"{Inbox}?etat=en-cours&mission={StubMissions.All[0].Id}");
        Assert.Contains(site.Stub.Calls, call => call.Path.EndsWith($"?state=acknowledged&state=in-discussion&missionId={StubMissions.All[0].Id}&order=newest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_button_accepts_with_the_version_seen_and_refuses_when_full()
    {
        var after = await browser.SendAsync(await browser.GoAsync(Inbox), "form[data-action=accept]");
        Assert.Equal($"{Inbox}?fait=acceptee", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/applications/{First}/acceptance", "\"2\"", """{"message":null,"whenFull":"refuse"}"""), (call.Path, call.IfMatch, call.Body));
    }

    [Fact]
    public async Task Where_no_place_is_left_the_person_is_put_in_the_line()
    {
        var page = await browser.GoAsync(Inbox);
        Assert.Single(page.Texts("form[data-action=accept]"));
        Mark(page, "Mettre en liste d’attente");
        var after = await browser.SendAsync(page, "#wanted");
        Assert.Equal($"{Inbox}?fait=en-attente", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/applications/{Group}/acceptance", """{"message":null,"whenFull":"wait"}"""), (call.Path, call.Body));
    }

    [Fact]
    public async Task A_refusal_without_script_brings_the_usual_message_to_be_changed()
    {
        var form = $"form:has(#champ-reason-{First})";
        var shown = await browser.SendAsync(await browser.GoAsync(Inbox), form, ($"reason-{First}", "mission-terminated"), ("action", "apercu"));
        Assert.StartsWith("Bonjour, merci pour votre candidature. La mission n’a finalement plus lieu", shown.Text($"#champ-message-{First}"), StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector($"details[open] #champ-reason-{First}"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");

        var after = await browser.SendAsync(shown, form, ($"message-{First}", "Nous reportons au printemps."));
        Assert.Equal($"{Inbox}?fait=refusee", after.Path);
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "POST").Body!);
        Assert.Equal(("mission-terminated", "Nous reportons au printemps."), (sent.RootElement.GetProperty("reason").GetString(), sent.RootElement.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_goes_with_its_usual_message()
    {
        var form = $"form:has(#champ-reason-{First})";
        var refused = await browser.SendAsync(await browser.GoAsync(Inbox), form);
        Assert.Equal(400, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector($"details[open] #champ-reason-{First}[aria-invalid=true]"));

        await browser.SendAsync(refused, form, ($"reason-{First}", "no-place-left"));
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "POST").Body!);
        Assert.Contains("Toutes les places", sent.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_answered_meanwhile_is_said_and_the_list_is_read_again()
    {
        site.Stub.Problem("POST", $"/applications/{First}/acceptance", 412, "http.precondition-failed", "Quelqu'un a répondu entre-temps.");
        var page = await browser.SendAsync(await browser.GoAsync(Inbox), "form[data-action=accept]");
        Assert.Equal((412, "Quelqu'un a répondu entre-temps."), (page.Status, page.Text("#erreurs li")));
        Assert.Equal(2, page.Texts(".inbox h2").Count);
        Assert.Equal(2, page.Texts("form[data-action=accept]").Count);
    }

    [Fact]
    public async Task The_inbox_stands_without_names()
    {
        site.Stub.Problem("GET", "/volunteers/0193c000-0000-7000-8000-000000000001/card", 503, "", "");
        Assert.Equal(["Une candidature", "Candidature de Nadia"], (await browser.GoAsync(Inbox)).Texts(".inbox h2"));
    }

    [Theory]
    [InlineData(1, "Accepter", "acceptance", "acceptee")]
    [InlineData(1, "Dire que c’est bien reçu", "acknowledgement", "accuse")]
    [InlineData(2, "Mettre en liste d’attente", "acceptance", "en-attente")]
    [InlineData(3, "La mission est faite", "completion", "mission-faite")]
    [InlineData(3, "La personne n’est pas venue", "no-show", "absence")]
    public async Task An_application_is_answered_by_a_button(int number, string button, string answer, string done)
    {
        var page = await browser.GoAsync($"/association/candidatures/{StubCandidacies.Id(number)}");
        Assert.Equal("Candidature de Nadia", page.Text("h1"));
        Mark(page, button);
        var after = await browser.SendAsync(page, "#wanted");
        Assert.EndsWith($"fait={done}", after.Path, StringComparison.Ordinal);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/applications/{StubCandidacies.Id(number)}/{answer}", "\"2\""), (call.Path, call.IfMatch));
    }

    [Fact]
    public async Task An_answers_page_refuses_and_writes_like_the_list()
    {
        var address = $"/association/candidatures/{First}";
        var after = await browser.SendAsync(await browser.GoAsync(address), ".danger-zone form", ($"reason-{First}", "other"));
        Assert.Equal($"{address}?fait=refusee", after.Path);
        await browser.SendAsync(await browser.GoAsync(address), "form:has(#champ-text)", ("text", "Bonjour !"));
        Assert.EndsWith("/messages", site.Stub.Calls.Last(call => call.Method == "POST").Path, StringComparison.Ordinal);
    }

    /// <summary>Gives the form of this button an id.</summary>
    private static void Mark(Visit page, string button) => page.Document.QuerySelectorAll("main form")
        .First(form => form.QuerySelectorAll("button").Any(one => one.TextContent.Replace('\u00a0', ' ').Trim().StartsWith(button, StringComparison.Ordinal))).Id = "wanted";
}
