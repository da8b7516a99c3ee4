using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

/// <summary>A mission is written in steps, without script.</summary>
public sealed class EditorTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string New = $"/association/{StubData.OrganisationId}/missions/nouvelle";
    private static readonly string Edit = $"/association/missions/{StubMissions.All[0].Id}/modifier";
    private static readonly string EditDraft = $"/association/missions/{StubMissions.All[5].Id}/modifier";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_first_step_saves_a_draft_at_the_associations_address_and_leads_on()
    {
        var form = await browser.GoAsync($"{New}/ecrire");
        var after = await browser.SendAsync(form, "main form", ("title", "Maraude du samedi"), ("description", "On marche."), ("tasks", "Marcher\nServir, parler"), ("domain", "solidarite-insertion"));

        Assert.EndsWith("/modifier?etape=2", after.Path, StringComparison.Ordinal);
        var call = site.Stub.Calls.Single(call => call is { Method: "POST", Path: var path } && path.EndsWith("/missions", StringComparison.Ordinal));
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.NotNull(call.IdempotencyKey);
        Assert.Equal(("Maraude du samedi", "regular"), (Text(sent.RootElement, "title"), Text(sent.RootElement, "kind")));
        Assert.Equal(["Marcher", "Servir, parler"], Texts(sent.RootElement, "tasks"));
        Assert.Equal("69266", Text(sent.RootElement.GetProperty("addresses")[0], "communeCode"));
    }

    [Fact]
    public async Task A_title_is_enough_for_a_draft_and_the_coach_says_what_is_still_to_write()
    {
        await browser.SendAsync(await browser.GoAsync($"{New}/ecrire"), "main form", ("title", "Maraude du samedi"));
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.IdempotencyKey is not null).Body!);
        Assert.Equal(("[…]", "autre"), (Text(sent.RootElement, "description"), Text(sent.RootElement, "domain")));
    }

    [Fact]
    public async Task A_template_fills_the_first_step_and_brings_the_rest_along()
    {
        var start = await browser.GoAsync($"{New}?domaine=education");
        Assert.Contains(site.Stub.Calls, call => call.Path == "/api/v1/mission-templates?domain=education");
        Assert.Equal(["Aide aux devoirs"], start.Texts(".rows h3"));

        var form = await browser.GoAsync(start.Element(".rows a").GetAttribute("href")!);
        Assert.Contains("[…]", form.Text("#champ-description"), StringComparison.Ordinal);
        await browser.SendAsync(form, "main form", ("title", "Aider des CM2"));
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.IdempotencyKey is not null).Body!);
        Assert.Equal(("Aider des CM2", "Certains soirs, ils sont fatigués."), (Text(sent.RootElement, "title"), Text(sent.RootElement, "difficulty")));
        Assert.Equal(2, sent.RootElement.GetProperty("hoursPerWeek").GetInt32());
    }

    [Fact]
    public async Task One_of_ones_own_missions_is_copied()
    {
        var after = await browser.SendAsync(await browser.GoAsync(New), "main form[method=post]", ("mission", StubMissions.All[1].Id.ToString()));
        Assert.Equal($"{EditDraft}?etape=2&fait=mission-copiee", after.Path);
        Assert.Equal($"/api/v1/missions/{StubMissions.All[1].Id}/duplicate", site.Stub.Calls.Single(call => call.Method == "POST").Path);
    }

    [Fact]
    public async Task A_step_changes_its_own_fields_and_keeps_the_others_with_the_version_seen()
    {
        var mission = StubMissions.All[0];
        var after = await browser.SendAsync(await browser.GoAsync(Edit), "main form", ("title", "Aider aux devoirs"));

        Assert.Equal($"{Edit}?etape=2", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.Equal("\"3\"", call.IfMatch);
        Assert.Equal("Aider aux devoirs", Text(sent.RootElement, "title"));
        Assert.Equal(mission.Hours, Texts(sent.RootElement, "hours"));
        Assert.Equal(mission.Activities, Texts(sent.RootElement, "activities"));
        Assert.Equal(mission.Welcome, Text(sent.RootElement, "welcome"));
        Assert.Equal(4.88, sent.RootElement.GetProperty("addresses")[0].GetProperty("coordinates")[0].GetDouble());
        Assert.False(sent.RootElement.TryGetProperty("state", out _), "a service refuses fields that are not the input's");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_step_that_nobody_touched_sends_everything_back_unchanged(int step)
    {
        await browser.SendAsync(await browser.GoAsync($"{Edit}?etape={step}"), "main form");
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "PUT").Body!);
        using var before = JsonDocument.Parse(JsonSerializer.Serialize(StubMissions.All[0].Written(), JsonSerializerOptions.Web));
        Assert.True(JsonElement.DeepEquals(before.RootElement, sent.RootElement), sent.RootElement.ToString());
    }

    [Fact]
    public async Task Times_are_those_of_paris_in_summer_and_winter_and_over_midnight()
    {
        await browser.SendAsync(await browser.GoAsync($"{Edit}?etape=2"), "main form", ("kind", "one-off"),
            ("shifts[0].day", "2026-12-05"), ("shifts[0].from", "20:00"), ("shifts[0].to", "01:00"), ("shifts[0].places", "4"),
            ("shifts[1].day", "2027-07-03"), ("shifts[1].from", "14:00"), ("shifts[1].to", "17:30"), ("shifts[1].places", "4"));

        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "PUT").Body!);
        var shifts = sent.RootElement.GetProperty("shifts").EnumerateArray().Select(shift => (Text(shift, "startsAt"), Text(shift, "endsAt"))).ToList();
        Assert.Equal([("2026-12-05T20:00:00+01:00", "2026-12-06T01:00:00+01:00"), ("2027-07-03T14:00:00+02:00", "2027-07-03T17:30:00+02:00")], shifts);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_line_and_nothing_is_sent()
    {
        var page = await browser.SendAsync(await browser.GoAsync($"{Edit}?etape=2"), "main form", ("places", "beaucoup"), ("shifts[0].day", "hier"), ("shifts[1].day", "2026-12-05"));

        Assert.Equal(400, page.Status);
        Assert.Equal("Écrivez un nombre de places.", page.Text("#champ-places-erreur"));
        Assert.StartsWith("Écrivez une date", page.Text("#champ-shifts-0-day-erreur"), StringComparison.Ordinal);
        Assert.StartsWith("Un créneau a une date", page.Text("#champ-shifts-1-day-erreur"), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task Addresses_come_and_go_by_buttons_that_save_nothing_and_lose_nothing()
    {
        var form = await browser.GoAsync($"{Edit}?etape=3");
        var more = await browser.SendAsync(form, "main form", ("remote", "possible"), ("action", "ajouter"));
        Assert.Equal(2, more.Document.QuerySelectorAll(".address-line").Length);
        Assert.Equal("possible", more.Element("#champ-remote option[selected]").GetAttribute("value"));

        var two = await browser.SendAsync(more, "main form", ("addresses[1].place", "Lyon"), ("addresses[1].street", "3 quai Fulchiron"), ("action", "ajouter"));
        var less = await browser.SendAsync(two, "main form", ("action", "retirer-0"));
        Assert.Equal("3 quai Fulchiron", less.Element("#champ-addresses-0-street").GetAttribute("value"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "PUT");

        await browser.SendAsync(less, "main form");
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "PUT").Body!);
        Assert.Equal(["69123"], sent.RootElement.GetProperty("addresses").EnumerateArray().Select(address => Text(address, "communeCode")));
    }

    [Fact]
    public async Task The_welcomer_is_chosen_among_the_team()
    {
        var form = await browser.GoAsync($"{Edit}?etape=5");
        Assert.Contains("Malik B. (gestionnaire)", form.Texts("#champ-welcomerId option"));
        await browser.SendAsync(form, "main form", ("welcomerId", "0193f000-0000-7000-8000-000000000001"));
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "PUT").Body!);
        Assert.Equal("0193f000-0000-7000-8000-000000000001", Text(sent.RootElement, "welcomerId"));
    }

    [Fact]
    public async Task The_coach_stands_beside_the_field_and_keeps_nobody_from_saving()
    {
        var form = await browser.GoAsync(EditDraft);
        Assert.Contains(StubAuthoring.TitleAdvice, form.Text("#champ-title-conseil"), StringComparison.Ordinal);
        Assert.Contains("champ-title-conseil", form.Element("#champ-title").GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Null(form.Element("#champ-title").GetAttribute("aria-invalid"));
        Assert.Contains("60 sur 100", form.Text("#clarte"), StringComparison.Ordinal);
        Assert.Equal(["1 conseil", "1 point à corriger"], form.Texts(".step-left"));

        var after = await browser.SendAsync(form, "main form", ("title", "BÉNÉVOLES !!!"), ("action", "rester"));
        Assert.Equal($"{EditDraft}?etape=1&fait=mission-modifiee", after.Path);
        Assert.Contains(site.Stub.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task Advice_is_had_without_saving_and_what_blocks_is_an_error_of_its_field()
    {
        var page = await browser.SendAsync(await browser.GoAsync(EditDraft), "main form", ("title", "Bénévoles !"), ("action", "conseil"));

        Assert.Equal((200, "Bénévoles !"), (page.Status, page.Element("#champ-title").GetAttribute("value")));
        Assert.Contains("Bloquant", page.Text("#champ-title-conseil"), StringComparison.Ordinal);
        Assert.Equal("true", page.Element("#champ-title").GetAttribute("aria-invalid"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "PUT");
        Assert.Contains(site.Stub.Calls, call => call.Path == $"/api/v1/missions/coaching?organisation={StubData.OrganisationId}");
    }

    [Fact]
    public async Task Who_comes_second_sees_what_was_changed_in_words_keeps_their_text_and_may_save_over_it()
    {
        var id = StubMissions.All[0].Id;
        var form = await browser.GoAsync(Edit);
        site.Stub.Data.Missions[id] = StubMissions.All[0] with { Version = 7, Kind = "one-off", HoursPerWeek = 3 };
        site.Stub.Answer("PUT", $"/missions/{id}", http => http.Request.Headers.IfMatch == "\"7\"" ? Results.NoContent() : Results.Json(
            new
            {
                title = "Quelqu'un a modifié ceci entre-temps.",
                code = "http.precondition-failed",
                version = 7,
                changes = new object[]
                {
                    new { field = "kind", before = "regular", now = "one-off" }, new { field = "hoursPerWeek", before = 2m, now = 3m },
                    new { field = "openToMinors", before = true, now = false }, new { field = "hours", before = new[] { "wed-14", "wed-15" }, now = Array.Empty<string>() },
                    new { field = "addresses", before = Array.Empty<object>(), now = new[] { new { street = "3 quai Fulchiron", commune = "Lyon", postcode = "69005" } } },
                },
            },
            contentType: "application/problem+json", statusCode: 412));
        var page = await browser.SendAsync(form, "main form", ("title", "Mon titre"));

        Assert.Equal((412, "Mon titre"), (page.Status, page.Element("#champ-title").GetAttribute("value")));
        Assert.Equal(
            [
                "Genre d’engagement Régulière Ponctuelle", "Heures par semaine 2 3", "Ouverte aux mineurs à partir de 16 ans oui non",
                "À quels moments de la semaine ? mercredi après-midi rien", "Adresses rien 3 quai Fulchiron, 69005 Lyon",
            ],
            page.Document.QuerySelectorAll(".changes tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim()))));
        Assert.Equal($"{Edit}?etape=1", page.Element("#erreurs p a").GetAttribute("href"));

        await browser.SendAsync(page, "main form");
        var call = site.Stub.Calls.Last(call => call.Method == "PUT");
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.Equal(("\"7\"", "Mon titre", "one-off"), (call.IfMatch, Text(sent.RootElement, "title"), Text(sent.RootElement, "kind")));
        site.Stub.Data.Missions[id] = StubMissions.All[0];
    }

    [Fact]
    public async Task The_last_step_shows_it_as_volunteers_see_it_and_each_finding_leads_to_its_field()
    {
        var page = await browser.GoAsync($"/association/missions/{StubMissions.All[5].Id}/publier");
        Assert.Equal("Relire les statuts", page.Text(".preview-title"));
        Assert.Contains("Ce que vous ferez", page.Texts(".preview h2"));
        Assert.Equal(
            [$"{EditDraft}?etape=2#champ-hoursPerWeek", $"{EditDraft}?etape=1#champ-title"],
            page.Document.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")));

        await browser.SendAsync(page, "main .actions form");
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/missions/{StubMissions.All[5].Id}/submission", "\"3\""), (call.Path, call.IfMatch));
    }

    [Fact]
    public async Task What_the_coach_blocks_is_refused_with_the_reason()
    {
        var id = StubMissions.All[5].Id;
        site.Stub.Problem("POST", $"/missions/{id}/submission", 409, "mission.coach-blocking", "La mission n'est pas encore prête à être publiée.");
        var page = await browser.SendAsync(await browser.GoAsync($"/association/missions/{id}/publier"), "main .actions form");
        Assert.Equal(409, page.Status);
        Assert.Contains("pas encore prête", page.Text("#erreurs"), StringComparison.Ordinal);
        Assert.Contains(StubAuthoring.TimeMissing, page.Text(".findings"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
