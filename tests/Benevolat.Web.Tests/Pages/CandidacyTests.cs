using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

/// <summary>What volunteers see and do of their applications.</summary>
public sealed class CandidacyTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Claire"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_promise_is_a_list_of_steps_whose_state_is_said_in_words()
    {
        var page = await browser.GoAsync(Address(2));
        Assert.Equal(
            ["Fait Votre candidature est partie", "Fait Nous avons relancé l’association", "Fait La date promise est passée sans réponse", "Fait Une personne du réseau a pris le relais", "Prochaine étape Sans réponse, nous vous proposons d’autres missions", "Ensuite Sans réponse, la candidature s’arrête"],
            Steps(page));
        Assert.Contains("nous vous proposons", page.Text(".timeline [aria-current=step]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_ends_the_list_and_says_whether_it_was_in_time()
    {
        Assert.Equal(["Fait Votre candidature est partie", "Fait L’association a répondu, à temps"], Steps(await browser.GoAsync(Address(3))));
        Assert.Equal("Fait L’association a répondu, après la date promise", Steps(await browser.GoAsync(Address(4)))[^1]);
    }

    [Fact]
    public async Task A_silent_associations_application_ends_with_all_that_was_tried()
    {
        var page = await browser.GoAsync(Address(7));
        Assert.Equal("Fait La candidature s’est arrêtée", Steps(page)[^1]);
        Assert.Equal(3, page.Texts("section[aria-labelledby=autres] .row").Count);
    }

    [Fact]
    public async Task An_alternative_is_applied_for_by_one_button_with_the_message_of_before()
    {
        var page = await browser.GoAsync(Address(4));
        var mission = StubMissions.All[1].Id;
        var after = await browser.SendAsync(page, $"form[action='/postuler/{mission}']");

        Assert.Equal($"{Address(1)}?fait=candidature", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal($"/api/v1/missions/{mission}/applications", call.Path);
        Assert.StartsWith("Bonjour, j'ai été prof", JsonDocument.Parse(call.Body!).RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        var keys = page.Document.QuerySelectorAll("section[aria-labelledby=autres] [name=cle]").Select(field => field.GetAttribute("value")).ToList();
        Assert.Equal((3, true), (keys.Distinct().Count(), keys.Contains(call.IdempotencyKey)));
    }

    [Fact]
    public async Task Both_sides_write_in_one_thread_and_masked_contacts_are_explained()
    {
        var page = await browser.GoAsync(Address(1));
        Assert.Equal(["Vous", "Les Passerelles du Rhône"], page.Texts(".thread .thread-head strong"));
        Assert.Contains("restent masquées", page.Texts(".thread li")[1], StringComparison.Ordinal);

        var after = await browser.SendAsync(page, "form:has(#champ-text)", ("text", "À mercredi !"));
        Assert.Equal($"{Address(1)}?fait=message", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.NotNull(call.IdempotencyKey);
        Assert.Equal("À mercredi !", JsonDocument.Parse(call.Body!).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_message_that_is_refused_stays_written()
    {
        site.Stub.Problem("POST", $"/applications/{StubCandidacies.Id(1)}/messages", 409, "application.transition", "Cette candidature est terminée.");
        var page = await browser.SendAsync(await browser.GoAsync(Address(1)), "form:has(#champ-text)", ("text", "Encore un mot"));
        Assert.Equal((409, "Cette candidature est terminée.", "Encore un mot"), (page.Status, page.Text("#erreurs li"), page.Text("#champ-text")));
    }

    [Fact]
    public async Task The_page_stands_without_the_thread()
    {
        site.Stub.Problem("GET", $"/applications/{StubCandidacies.Id(1)}/messages", 503, "", "");
        var page = await browser.GoAsync(Address(1));
        Assert.Equal(200, page.Status);
        Assert.Contains("ne se chargent pas", page.Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "acceptance", "place-prise")]
    [InlineData(1, "refusal", "place-laissee")]
    public async Task A_place_that_came_free_is_taken_or_left_until_its_deadline(int button, string answer, string done)
    {
        var page = await browser.GoAsync(Address(5));
        Assert.Contains("Elle vous est gardée jusqu’à", page.Text("section[aria-labelledby=attente]"), StringComparison.Ordinal);
        var after = await browser.SendAsync(page, $"section[aria-labelledby=attente] form:nth-of-type({button + 1})");
        Assert.Equal($"{Address(5)}?fait={done}", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/applications/{StubCandidacies.Id(5)}/offer/{answer}", "\"2\""), (call.Path, call.IfMatch));
    }

    [Fact]
    public async Task Who_waits_sees_the_position()
    {
        Assert.Contains("en position 3", (await browser.GoAsync(Address(6))).Text("section[aria-labelledby=attente]"), StringComparison.Ordinal);
        var list = await browser.GoAsync("/candidatures");
        Assert.Contains("En liste d’attente, position 3", list.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Une place vous est gardée jusqu’à", list.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_given_once_and_changed_later()
    {
        var address = $"{Address(3)}/avis";
        var refused = await browser.SendAsync(await browser.GoAsync(address), "main form", ("comment", "Très bien"));
        Assert.Equal((400, "Très bien"), (refused.Status, refused.Text("#champ-comment")));

        var after = await browser.SendAsync(refused, "main form", ("happened", "true"), ("asDescribed", "partly"));
        Assert.Equal($"{Address(3)}?fait=avis", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        Assert.Equal("*", call.IfNoneMatch);
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.Equal((true, "partly", "Très bien"), (sent.RootElement.GetProperty("happened").GetBoolean(), sent.RootElement.GetProperty("asDescribed").GetString(), sent.RootElement.GetProperty("comment").GetString()));

        site.Stub.Answer("GET", $"/applications/{StubCandidacies.Id(3)}/feedback", http =>
        {
            http.Response.Headers.ETag = "\"7\"";
            return Results.Json(new { happened = true, asDescribed = "yes", comeBack = "maybe", comment = (string?)null });
        });
        await browser.SendAsync(await browser.GoAsync(address), "main form", ("comeBack", "yes"));
        Assert.Equal("\"7\"", site.Stub.Calls.Last(call => call.Method == "PUT").IfMatch);
    }

    [Fact]
    public async Task A_day_without_a_slot_is_noted_with_its_hours()
    {
        var form = "form:has(#champ-on)";
        var refused = await browser.SendAsync(await browser.GoAsync(Address(3)), form, ("on", "2026-11-18"), ("minutes", "longtemps"));
        Assert.Equal((400, "longtemps"), (refused.Status, refused.Element("#champ-minutes").GetAttribute("value")));
        await browser.SendAsync(refused, form, ("on", "2026-11-18"), ("minutes", "2,5"));
        Assert.Equal("""{"on":"2026-11-18","minutes":150}""", site.Stub.Calls.Single(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task A_group_applies_for_its_places_under_its_name()
    {
        var address = $"/postuler/{StubMissions.All[0].Id}";
        var form = await browser.GoAsync(address);
        Assert.Contains("Réponse au plus tard", form.Text(".promise.big"), StringComparison.Ordinal);

        var refused = await browser.SendAsync(form, "main form", ("message", "Bonjour"), ("places", "12"));
        Assert.Equal((400, true), (refused.Status, refused.Document.QuerySelector("details[open] #champ-groupName[aria-invalid=true]") is not null));
        await browser.SendAsync(refused, "main form", ("groupName", "Classe de seconde B"));
        Assert.Equal("""{"message":"Bonjour","places":12,"groupName":"Classe de seconde B"}""", site.Stub.Calls.Single(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task The_mission_says_when_an_answer_comes_before_one_applies_and_stands_without()
    {
        var address = $"/missions/{StubMissions.All[0].Id}";
        var panel = (await browser.GoAsync(address)).Text(".apply-panel");
        Assert.Contains("Réponse au plus tard", panel, StringComparison.Ordinal);
        Assert.Contains("Elle a répondu à 28 candidatures sur 30, le plus souvent en 27 heures.", panel, StringComparison.Ordinal);

        site.Stub.Problem("GET", $"{address}/promise", 503, "", "");
        Assert.Contains("sous trois jours ouvrés", (await browser.GoAsync(address)).Text(".apply-panel"), StringComparison.Ordinal);
    }

    private static string Address(int number) => $"/candidatures/{StubCandidacies.Id(number)}";

    private static List<string> Steps(Visit page) =>
        [.. page.Texts(".timeline .timeline-state").Zip(page.Texts(".timeline strong"), (state, sentence) => $"{state} {sentence}")];
}
