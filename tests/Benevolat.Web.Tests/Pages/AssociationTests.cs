using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class AssociationTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Desk = $"/association/{StubData.OrganisationId}";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task A_mission_keeps_paris_time_in_summer_and_winter_and_over_midnight()
    {
        var form = await browser.GoAsync($"{Desk}/missions/nouvelle");
        await browser.SendAsync(form, "main form", ("title", "Maraude du samedi"), ("description", "On marche."), ("domain", "solidarite-insertion"), ("places", "8"),
            ("shifts[0].day", "2026-12-05"), ("shifts[0].from", "20:00"), ("shifts[0].to", "01:00"), ("shifts[0].places", "4"),
            ("shifts[1].day", "2027-07-03"), ("shifts[1].from", "14:00"), ("shifts[1].to", "17:30"), ("shifts[1].places", "4"));

        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "POST").Body!);
        var shifts = sent.RootElement.GetProperty("shifts").EnumerateArray().Select(shift => (Text(shift, "startsAt"), Text(shift, "endsAt"))).ToList();
        Assert.Equal([("2026-12-05T20:00:00+01:00", "2026-12-06T01:00:00+01:00"), ("2027-07-03T14:00:00+02:00", "2027-07-03T17:30:00+02:00")], shifts);
        Assert.Equal("69266", Text(sent.RootElement.GetProperty("addresses")[0], "communeCode"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_line_and_nothing_is_sent()
    {
        var form = await browser.GoAsync($"{Desk}/missions/nouvelle");
        var page = await browser.SendAsync(form, "main form", ("title", "Maraude"), ("places", "beaucoup"), ("shifts[0].day", "hier"), ("shifts[1].day", "2026-12-05"));

        Assert.Equal(400, page.Status);
        Assert.Equal("Écrivez un nombre de places.", page.Text("#champ-places-erreur"));
        Assert.StartsWith("Écrivez une date", page.Text("#champ-shifts-0-day-erreur"), StringComparison.Ordinal);
        Assert.StartsWith("Un créneau a une date", page.Text("#champ-shifts-1-day-erreur"), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task Editing_sends_everything_back_unchanged_with_the_version_seen()
    {
        var mission = StubMissions.All[0];
        var form = await browser.GoAsync($"/association/missions/{mission.Id}/modifier");
        await browser.SendAsync(form, "main form", ("title", "Aider aux devoirs"));

        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        using var sent = JsonDocument.Parse(call.Body!);
        Assert.Equal("\"3\"", call.IfMatch);
        Assert.Equal("Aider aux devoirs", Text(sent.RootElement, "title"));
        Assert.Equal(mission.Hours, sent.RootElement.GetProperty("hours").EnumerateArray().Select(hour => hour.GetString()!));
        Assert.Equal(mission.Activities, sent.RootElement.GetProperty("activities").EnumerateArray().Select(value => value.GetString()!));
        Assert.Equal(4.88, sent.RootElement.GetProperty("addresses")[0].GetProperty("coordinates")[0].GetDouble());
        Assert.False(sent.RootElement.TryGetProperty("state", out _), "a service refuses fields that are not the input's");
    }

    [Fact]
    public async Task An_edit_that_came_second_is_told_and_keeps_its_text()
    {
        var mission = StubMissions.All[0];
        site.Stub.Problem("PUT", $"/missions/{mission.Id}", 412, "http.precondition-failed", "Quelqu'un a modifié ceci entre-temps.");
        var page = await browser.SendAsync(await browser.GoAsync($"/association/missions/{mission.Id}/modifier"), "main form", ("title", "Mon titre"));

        Assert.Equal(412, page.Status);
        Assert.Equal("Mon titre", page.Element("#champ-title").GetAttribute("value"));
        Assert.Equal($"/association/missions/{mission.Id}/modifier", page.Element("#erreurs p a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("0193d000-0000-7000-8000-000000000006", "form:has(button:not(.quiet))", "submission")]
    [InlineData("0193d000-0000-7000-8000-000000000001", "form:has(button.quiet)", "pause")]
    [InlineData("0193d000-0000-7000-8000-000000000001", ".danger-zone form", "closure")]
    public async Task A_mission_moves_on_by_a_button(string mission, string form, string transition)
    {
        await browser.SendAsync(await browser.GoAsync($"/association/missions/{mission}"), $"main {form}");
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"/api/v1/missions/{mission}/{transition}", "\"3\""), (call.Path, call.IfMatch));
    }

    [Theory]
    [InlineData(".actions form:first-child", "acceptance", "acceptee")]
    [InlineData(".actions form:last-child", "acknowledgement", "accuse")]
    [InlineData(".danger-zone form", "refusal", "refusee")]
    public async Task An_application_is_answered_by_a_button(string form, string answer, string done)
    {
        var page = await browser.GoAsync("/association/candidatures/0193b000-0000-7000-8000-000000000001");
        Assert.Equal("Candidature de Nadia", page.Text("h1"));
        var after = await browser.SendAsync(page, $"main {form}");

        Assert.EndsWith($"fait={done}", after.Path, StringComparison.Ordinal);
        Assert.EndsWith($"/{answer}", site.Stub.Calls.Single(call => call.Method == "POST").Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_verifies_and_only_a_moderator_sees_the_queue()
    {
        var after = await browser.SendAsync(await browser.GoAsync("/moderation"), "main .actions form");
        Assert.Equal("/moderation?fait=verifiee", after.Path);
        Assert.Equal("\"2\"", site.Stub.Calls.Single(call => call.Method == "POST").IfMatch);

        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync("/moderation")).Status);
    }

    [Fact]
    public async Task A_suspension_needs_a_reason()
    {
        var page = await browser.SendAsync(await browser.GoAsync("/moderation"), ".danger-zone form");
        Assert.Equal(400, page.Status);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
