using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

/// <summary>Who comes when: the board of volunteers, their own list, the association's plan.</summary>
public sealed class ShiftTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly Guid Mission = StubMissions.All[1].Id;
    private static readonly string Board = $"/missions/{Mission}/creneaux";
    private static readonly string Planning = $"/association/missions/{Mission}/planning";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Claire"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task The_board_says_of_each_slot_what_one_has_to_do_with_it()
    {
        var rows = (await browser.GoAsync(Board)).Texts(".board .row");
        Assert.Contains("On vous y attend", rows[0], StringComparison.Ordinal);
        Assert.Contains("3 sur 4 places à pourvoir", rows[1], StringComparison.Ordinal);
        Assert.Contains("Complet", rows[2], StringComparison.Ordinal);
        Assert.Contains("En liste d’attente, position 2", rows[3], StringComparison.Ordinal);
        Assert.Contains("Une place vous est gardée jusqu’à", rows[4], StringComparison.Ordinal);

        using var reader = site.Open();
        var anybody = await reader.GoAsync(Board);
        Assert.Empty(anybody.Texts(".board form"));
        Assert.NotNull(anybody.Document.QuerySelector($".notice a[href='/postuler/{Mission}']"));
    }

    [Theory]
    [InlineData(2, "Je viens", "shifts/01940000-0000-7000-8000-000000000002/sign-up", """{"waitWhenFull":false}""", "inscription-creneau")]
    [InlineData(3, "Attendre une place", "shifts/01940000-0000-7000-8000-000000000003/sign-up", """{"waitWhenFull":true}""", "attente-creneau")]
    public async Task One_signs_up_or_waits(int row, string button, string call, string body, string done)
    {
        var page = await browser.GoAsync(Board);
        var form = $".board .row:nth-child({row}) form";
        Assert.StartsWith(button, page.Text($"{form} button"), StringComparison.Ordinal);
        Assert.Equal($"{Board}?fait={done}", (await browser.SendAsync(page, form)).Path);
        var sent = site.Stub.Calls.Single(one => one.Method == "POST");
        Assert.Equal(($"/api/v1/missions/{Mission}/{call}", body), (sent.Path, sent.Body));
    }

    [Fact]
    public async Task One_waits_no_more()
    {
        var page = await browser.SendAsync(await browser.GoAsync(Board), ".board .row:nth-child(4) form");
        Assert.Equal($"{Board}?fait=attente-quittee", page.Path);
        Assert.Equal($"/api/v1/missions/{Mission}/shifts/{StubShifts.Shift(4)}/waiting", site.Stub.Calls.Single(one => one.Method == "DELETE").Path);
    }

    [Fact]
    public async Task A_clash_with_another_slot_is_said_in_the_services_words()
    {
        site.Stub.Problem("POST", $"/missions/{Mission}/shifts/{StubShifts.Shift(2)}/sign-up", 409, "shift.clash", "Vous êtes déjà attendu ailleurs à cette heure-là.");
        var page = await browser.SendAsync(await browser.GoAsync(Board), ".board .row:nth-child(2) form");
        Assert.Equal((409, "Vous êtes déjà attendu ailleurs à cette heure-là."), (page.Status, page.Text("#erreurs li")));
    }

    [Fact]
    public async Task One_offers_a_swap_leaves_and_takes_anothers()
    {
        var page = await browser.GoAsync(Board);
        Assert.EndsWith("fait=echange-propose", (await browser.SendAsync(page, ".board .row:first-child form:nth-of-type(1)")).Path, StringComparison.Ordinal);
        Assert.EndsWith("fait=creneau-quitte", (await browser.SendAsync(page, ".board .row:first-child form:nth-of-type(2)")).Path, StringComparison.Ordinal);
        Assert.EndsWith("fait=place-laissee", (await browser.SendAsync(page, ".board .row:last-child form:nth-of-type(2)")).Path, StringComparison.Ordinal);
        Assert.EndsWith("fait=echange-pris", (await browser.SendAsync(page, "section[aria-labelledby=echanges] form")).Path, StringComparison.Ordinal);
        Assert.Equal(
            [($"/api/v1/participations/{StubShifts.Participation(1)}/swap", null), ($"/api/v1/participations/{StubShifts.Participation(1)}/cancellation", "\"5\""), ($"/api/v1/shift-offers/{StubShifts.Shift(8)}/refusal", null), ($"/api/v1/swaps/{StubShifts.Shift(9)}/acceptance", null)],
            site.Stub.Calls.Where(call => call.Method == "POST").Select(call => (call.Path, call.IfMatch)));
    }

    [Fact]
    public async Task Ones_own_slots_are_coming_or_past_and_hours_are_declared_afterwards()
    {
        var today = await browser.GoAsync("/mes-creneaux");
        Assert.Contains("Prévue", today.Text(".rows"), StringComparison.Ordinal);
        Assert.Contains(site.Stub.Calls, call => call.Path.StartsWith("/api/v1/volunteers/me/participations?from=2", StringComparison.Ordinal));

        var past = await browser.GoAsync("/mes-creneaux?passes=oui");
        var field = past.Element("details input[name^=heures]").GetAttribute("name")!;
        Assert.Equal("3", past.Element($"[name='{field}']").GetAttribute("value"));
        Assert.Contains("2 h 30 · d’après l’association", past.Text(".rows"), StringComparison.Ordinal);
        await browser.SendAsync(past, "main details form", (field, "2,5"));
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        Assert.Equal(("""{"minutes":150}""", "\"5\""), (call.Body, call.IfMatch));
    }

    [Fact]
    public async Task The_plan_shows_who_comes_and_proposals_are_accepted_by_ticks()
    {
        using var manager = await site.OpenAsync(Person.Named("Samia"));
        var page = await manager.GoAsync(Planning);
        Assert.Equal(5, page.Texts(".planned").Count);
        Assert.Contains("Nadia", page.Texts(".planned")[0], StringComparison.Ordinal);
        Assert.Contains("n’a pas dit être libre", page.Text("#champ-attributions"), StringComparison.Ordinal);
        Assert.Contains("2 personnes", page.Text("#champ-attributions"), StringComparison.Ordinal);

        var after = await manager.SendAsync(page, "form:has([name=attributions])", ("attributions", $"{StubShifts.Shift(2)}:{StubCandidacies.Id(1)}"));
        Assert.Equal($"{Planning}?fait=planning", after.Path);
        Assert.Equal($$"""{"assignments":[{"shiftId":"{{StubShifts.Shift(2)}}","applicationId":"{{StubCandidacies.Id(1)}}"}]}""", site.Stub.Calls.Single(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task An_assignment_that_was_refused_is_named_and_none_is_no_plan()
    {
        site.Stub.Answer("POST", $"/missions/{Mission}/shift-proposals/acceptance", _ => Results.Json(new
        {
            items = new[] { new { shiftId = StubShifts.Shift(2), applicationId = StubCandidacies.Id(1), status = "refused", code = "shift.clash", title = "La personne est attendue ailleurs." } },
        }));
        using var manager = await site.OpenAsync(Person.Named("Samia"));
        var page = await manager.GoAsync(Planning);
        Assert.Equal("La personne est attendue ailleurs.", (await manager.SendAsync(page, "form:has([name=attributions])")).Text("#erreurs li"));
        Assert.Equal(400, (await manager.SendAsync(page, "form:has([name=attributions])", ("attributions", ""))).Status);
    }

    [Fact]
    public async Task Hours_are_confirmed_and_an_absence_is_noted_with_the_version_seen()
    {
        using var manager = await site.OpenAsync(Person.Named("Samia"));
        var page = await manager.GoAsync(Planning);
        var field = $"heures-{StubShifts.Participation(1)}";
        await manager.SendAsync(page, $"form:has([name='{field}'])", (field, "3,25"));
        await manager.SendAsync(page, ".row-answers .actions form");
        Assert.Equal(
            [($"/api/v1/participations/{StubShifts.Participation(1)}/approval", """{"minutes":195}""", "\"5\""), ($"/api/v1/participations/{StubShifts.Participation(1)}/no-show", null, "\"5\"")],
            site.Stub.Calls.Where(call => call.Method == "POST").Select(call => (call.Path, call.Body, call.IfMatch)));
    }

    [Fact]
    public async Task Welcomers_see_the_plan_without_proposals()
    {
        site.Stub.Problem("GET", $"/missions/{Mission}/shift-proposals", 404, "http.not-found", "");
        var page = await browser.GoAsync(Planning);
        Assert.Equal((200, 0), (page.Status, page.Texts("#champ-attributions").Count));
    }

    [Fact]
    public async Task The_code_is_a_page_to_print()
    {
        var page = await browser.GoAsync($"/association/missions/{Mission}/pointage?creneau={StubShifts.Shift(1)}");
        Assert.Contains(site.Stub.Calls, call => call.Path == $"/api/v1/missions/{Mission}/check-in-code?shift={StubShifts.Shift(1)}");
        Assert.StartsWith("http://localhost/pointage/", page.Element(".code-page .screen-only a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("data:image/svg+xml;base64,", page.Element(".qr img").GetAttribute("src"), StringComparison.Ordinal);
    }
}
