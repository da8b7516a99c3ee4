using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

/// <summary>What an association does with its missions once they are written.</summary>
public sealed class DeskTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly Guid Published = StubMissions.All[0].Id;
    private static readonly Guid Heavy = StubMissions.All[1].Id;
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_desk_begins_with_what_needs_somebody_today()
    {
        var soon = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(5);
        site.Stub.Answer("GET", $"/organisations/{StubData.OrganisationId}/missions", _ => Results.Json(new
        {
            items = new[]
            {
                StubMissions.All[5] with { StateReason = "changes-requested", StateNote = "Dites qui accueille." },
                StubMissions.All[0] with { ExpiresOn = soon }, StubMissions.All[2] with { ExpiresOn = soon.AddDays(30) }, StubMissions.All[3] with { State = "closed" },
            },
        }));
        var page = await browser.GoAsync($"/association/{StubData.OrganisationId}");

        var today = page.Texts(".today li");
        Assert.Equal(4, today.Count);
        Assert.StartsWith("2 candidatures attendent votre réponse", today[0], StringComparison.Ordinal);
        Assert.Contains("Dites qui accueille.", today[1], StringComparison.Ordinal);
        Assert.Contains("elle se ferme après le", today[2], StringComparison.Ordinal);
        Assert.Contains("1 point à corriger avant de publier", today[3], StringComparison.Ordinal);
        Assert.Equal(["Ce qui vous attend aujourd’hui", "Brouillons", "Missions publiées", "Missions closes"], page.Texts("main h2"));
        Assert.Contains("60 sur 100", page.Texts(".rows .muted")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_counts_what_there_is_to_do_and_how_often_its_missions_were_shown()
    {
        var page = await browser.GoAsync($"/association/{StubData.OrganisationId}");
        Assert.Equal(["2 à répondre d’abord", "4 missions ouvertes", "12 places à pourvoir", "4 places pourvues"], page.Texts(".tiles a"));
        Assert.Contains("proposées 1240 fois", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missions_page_leads_to_its_people_and_says_what_they_think()
    {
        var page = await browser.GoAsync($"/association/missions/{Published}");
        var people = page.Text("section[aria-labelledby=personnes]");
        foreach (var said in new[] { "1 candidature en liste d’attente", "Ce qu’en disent 7 bénévoles", "Oui, tout à fait : 5 · En partie : 2", "les enfants sont drôles" }) { Assert.Contains(said, people, StringComparison.Ordinal); }
        Assert.NotNull(page.Document.QuerySelector($"a[href='/association/missions/{Published}/benevoles']"));

        site.Stub.Problem("GET", $"/missions/{Published}/feedback", 503, "", "");
        Assert.Equal(200, (await browser.GoAsync($"/association/missions/{Published}")).Status);
    }

    [Fact]
    public async Task The_desk_stands_without_matching_and_without_the_coach()
    {
        site.Stub.Problem("GET", $"/organisations/{StubData.OrganisationId}/applications", 503, "", "");
        site.Stub.Answer("GET", $"/organisations/{StubData.OrganisationId}/missions", _ => Results.Json(new { items = new[] { StubMissions.All[5] } }));
        site.Stub.Problem("GET", $"/missions/{StubMissions.All[5].Id}/coaching", 503, "", "");
        var page = await browser.GoAsync($"/association/{StubData.OrganisationId}");
        Assert.Equal((200, 0), (page.Status, page.Texts(".today").Count));
        Assert.Equal(["Relire les statuts"], page.Texts(".rows h3"));
    }

    [Fact]
    public async Task A_refusal_is_explained_and_stays()
    {
        var page = await ManageAsync(StubMissions.All[0] with { State = "closed", StateReason = "refused", StateDetail = "not-compliant", StateNote = "C'est un emploi." });
        Assert.Contains("Refusée par la modération : ce n’est pas du bénévolat", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("C'est un emploi.", page.Text(".notice"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rouvrir", page.Texts("main button"));
    }

    [Theory]
    [InlineData("published", null, "Mettre en pause", "pause")]
    [InlineData("published", null, "Elle est toujours d’actualité", "renewal")]
    [InlineData("published", null, "Clore la mission", "closure")]
    [InlineData("paused", "reopened", "Publier de nouveau", "publication")]
    [InlineData("closed", "expired", "Rouvrir", "reopening")]
    [InlineData("closed", "refused", "Copier", "duplicate")]
    public async Task A_mission_moves_on_by_a_button(string state, string? reason, string button, string transition)
    {
        var page = await ManageAsync(StubMissions.All[0] with { State = state, StateReason = reason, EndsOn = null, ExpiresOn = new DateOnly(2027, 11, 20) });
        var form = page.Document.QuerySelectorAll("main form").Single(form => form.QuerySelector("button")!.TextContent.Trim() == button);
        form.Id = "wanted";
        await browser.SendAsync(page, "#wanted");
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal($"/api/v1/missions/{Published}/{transition}", call.Path);
        if (transition != "duplicate") { Assert.Equal("\"3\"", call.IfMatch); }
    }

    [Fact]
    public async Task A_mission_with_an_end_is_prolonged_by_its_dates()
    {
        var page = await ManageAsync(StubMissions.All[0] with { ExpiresOn = new DateOnly(2027, 6, 30) });
        Assert.DoesNotContain("Elle est toujours d’actualité", page.Texts("main button"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/association/missions/{Published}/modifier?etape=2']"));
    }

    [Fact]
    public async Task A_heavy_mission_is_shared_out_as_proposed_or_changed()
    {
        var manage = await browser.GoAsync($"/association/missions/{Heavy}");
        var form = await browser.GoAsync(manage.Element("main .notice a").GetAttribute("href")!);
        Assert.Equal(["Par créneaux", "Par heures"], form.Texts(".tabs a"));
        Assert.Contains("Elle prend un créneau sur deux.", form.Text(".form-part"), StringComparison.Ordinal);

        var after = await browser.SendAsync(form, "main form", ("parts[0].title", "Servir le 5 décembre"), ("parts[1].places", "3"));
        Assert.Equal($"/association/missions/{Heavy}?fait=partage", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        var parts = JsonDocument.Parse(call.Body!).RootElement.GetProperty("parts");
        Assert.NotNull(call.IdempotencyKey);
        Assert.Equal(("Servir le 5 décembre", 2), (parts[0].GetProperty("title").GetString(), parts[0].GetProperty("places").GetInt32()));
        Assert.Equal((StubMissions.All[1].Title, 3), (parts[1].GetProperty("title").GetString(), parts[1].GetProperty("places").GetInt32()));
        Assert.Equal(2, parts[0].GetProperty("shifts").GetArrayLength());
    }

    [Fact]
    public async Task Proposals_of_a_mission_that_changed_meanwhile_are_not_accepted()
    {
        var form = await browser.GoAsync($"/association/missions/{Heavy}/partage");
        site.Stub.Answer("GET", $"/missions/{Heavy}", _ => Results.Json(StubMissions.All[1] with { Version = 4 }));
        var page = await browser.SendAsync(form, "main form");
        Assert.Equal(400, page.Status);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task A_light_mission_says_that_it_needs_no_split()
    {
        site.Stub.Problem("GET", $"/missions/{Published}/split", 409, "mission.not-heavy", "Cette mission est assez légère pour une personne.");
        var page = await browser.GoAsync($"/association/missions/{Published}/partage");
        Assert.Equal((200, "Cette mission est assez légère pour une personne."), (page.Status, page.Text(".empty")));
    }

    [Fact]
    public async Task Parts_of_a_whole_lead_to_each_other_here_and_on_the_public_page()
    {
        var other = new Api.Complement(StubMissions.All[2].Id, "Planter une haie", "published");
        var manage = await ManageAsync(StubMissions.All[0] with { Complements = [other] });
        var shown = await browser.GoAsync($"/missions/{Published}");
        Assert.Equal($"/association/missions/{other.Id}", manage.Element(".complements a").GetAttribute("href"));
        Assert.Equal($"/missions/{other.Id}", shown.Element(".complements a").GetAttribute("href"));
    }

    [Fact]
    public async Task Volunteers_read_what_one_does_what_it_takes_and_what_is_hard()
    {
        site.Stub.Answer("GET", $"/missions/{Published}", _ => Results.Json(StubMissions.All[0] with
        {
            Tasks = ["Relire l'énoncé"],
            Prerequisites = ["Un extrait de casier, parce que…"],
            Difficulty = "Certains soirs sont longs.",
            ExpensesNote = "Tickets remboursés.",
            ScheduleNote = "Pas pendant les vacances.",
            Mandate = "Elle signe les paiements.",
            SoftSkills = ["patience"],
        }));
        var text = (await browser.GoAsync($"/missions/{Published}")).Text("main");
        foreach (var said in new[] { "Relire l'énoncé", "Un extrait de casier", "Certains soirs sont longs.", "Tickets remboursés.", "Pas pendant les vacances.", "Elle signe les paiements.", "patience", "Signaler la mission" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }
    }

    private async Task<Visit> ManageAsync(Api.Mission mission)
    {
        site.Stub.Answer("GET", $"/missions/{mission.Id}", _ => Results.Json(mission));
        return await browser.GoAsync($"/association/missions/{mission.Id}");
    }
}
