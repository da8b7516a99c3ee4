using System.Text.Json;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

public sealed class ModerationTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Queue = "/moderation/missions";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Paul", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_queue_shows_what_helps_to_decide_for_one_territory()
    {
        var page = await browser.GoAsync($"{Queue}?departement=69");
        Assert.Contains(site.Stub.Calls, call => call.Path == "/api/v1/moderation/missions?department=69&limit=20");
        Assert.Equal(2, page.Texts(".review h2").Count);
        var text = string.Join(' ', page.Texts(".review"));
        foreach (var fact in new[] { "42 sur 100", "Bloquant", "Dites combien de temps cela demande.", "3 missions publiées", "1 signalement à traiter", "Aider au potager", "la même association" })
        {
            Assert.Contains(fact, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_are_decided_at_once()
    {
        var page = await browser.GoAsync(Queue);
        var choices = StubMissions.All.Take(2).Select(mission => ("choix", $"{mission.Id}:{mission.Version}"));
        var after = await browser.SendAsync(page, "form:has([name=decision])", [.. choices, ("decision", "refused"), ("reason", "not-compliant"), ("note", "C'est un emploi.")]);
        Assert.Equal($"{Queue}?fait=decision", after.Path);
        var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "POST").Body!).RootElement.GetProperty("decisions");
        Assert.Equal(StubMissions.All.Take(2).Select(mission => mission.Id), sent.EnumerateArray().Select(one => one.GetProperty("missionId").GetGuid()));
        Assert.All(sent.EnumerateArray(), one => Assert.Equal(
            ("refused", "not-compliant", "C'est un emploi."), (one.GetProperty("decision").GetString(), one.GetProperty("reason").GetString(), one.GetProperty("note").GetString())));
    }

    [Theory]
    [InlineData("accepted", false, "Cochez au moins une mission")]
    [InlineData("changes-requested", true, "Écrivez ce que l’association doit changer")]
    [InlineData("refused", true, "Choisissez la raison du refus")]
    public async Task A_decision_without_what_it_needs_is_not_sent(string decision, bool chosen, string complaint)
    {
        var mission = StubMissions.All[0];
        (string, string)[] choice = chosen ? [("choix", $"{mission.Id}:{mission.Version}")] : [];
        var page = await browser.SendAsync(await browser.GoAsync(Queue), "form:has([name=decision])", [.. choice, ("decision", decision)]);
        Assert.Equal(400, page.Status);
        Assert.Contains(complaint, string.Join(' ', page.Texts("#erreurs li")), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task What_somebody_else_decided_meanwhile_is_named_and_the_rest_is_done()
    {
        var (first, second) = (StubMissions.All[0], StubMissions.All[1]);
        site.Stub.Answer("POST", "/moderation/missions/decisions", _ => Results.Json(new
        {
            items = new[]
            {
                new { missionId = first.Id, status = 204, code = (string?)null, title = (string?)null },
                new { missionId = second.Id, status = 412, code = (string?)"http.precondition-failed", title = (string?)"Quelqu'un a modifié ceci entre-temps." },
            },
        }));
        var page = await browser.SendAsync(
            await browser.GoAsync(Queue), "form:has([name=decision])",
            [("choix", $"{first.Id}:{first.Version}"), ("choix", $"{second.Id}:{second.Version}"), ("decision", "accepted")]);
        var complaint = Assert.Single(page.Texts("#erreurs li"));
        Assert.Contains("modifié ceci entre-temps", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_dealt_with()
    {
        var page = await browser.GoAsync("/moderation/signalements");
        Assert.Contains("35 heures par semaine", string.Join(' ', page.Texts(".review")), StringComparison.Ordinal);
        var after = await browser.SendAsync(page, ".review form", ($"outcome-{StubData.OrganisationId}", "mission-paused"));
        Assert.Equal("/moderation/signalements?fait=signalement-traite", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(("\"1\"", """{"outcome":"mission-paused"}"""), (call.IfMatch, call.Body));
    }

    [Fact]
    public async Task Anybody_reports_a_mission_and_says_what_is_wrong()
    {
        using var reader = site.Open();
        var address = $"/missions/{StubMissions.All[0].Id}/signaler";
        var refused = await reader.SendAsync(await reader.GoAsync(address), "main form", ("reason", "other"));
        Assert.Equal(400, refused.Status);

        var after = await reader.SendAsync(refused, "main form", ("reason", "outdated"));
        Assert.Equal($"/missions/{StubMissions.All[0].Id}?fait=signalement", after.Path);
        Assert.Contains("Un modérateur va regarder", string.Join(' ', after.Texts("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_moderators_see_the_queues()
    {
        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync(Queue)).Status);
        Assert.Equal(403, (await other.GoAsync("/moderation/signalements")).Status);
    }
}
