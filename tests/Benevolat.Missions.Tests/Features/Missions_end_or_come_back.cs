using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Missions_end_or_come_back(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task A_closed_one_is_reopened_brought_up_to_date_and_found_again()
    {
        var word = $"Zo{Guid.NewGuid():N}"[..12];
        var id = await service.PublishAsync(_owner, await VerifiedAsync(), Mission($"Aider au potager {word}"));
        await service.MoveAsync(_owner, id, "closure", new { reason = "done" });
        await service.SearchUntilAsync($"q={word}", found => (int)found["total"]! == 0);

        await service.MoveAsync(_owner, id, "reopening");
        Assert.Equal(("paused", "reopened"), ((string?)(await service.ReadMissionAsync(_owner, id))["state"], (string?)(await service.ReadMissionAsync(_owner, id))["stateReason"]));
        await service.MoveAsync(_owner, id, "publication");
        await service.SearchUntilAsync($"q={word}", found => (int)found["total"]! == 1);
        Assert.Equal(2, service.Bus.Heard<MissionPublished>().Count(message => message.MissionId == id));
    }

    [Fact]
    public async Task One_without_an_end_is_renewed()
    {
        var id = await service.PublishAsync(_owner, await VerifiedAsync());
        var before = (string?)(await service.ReadMissionAsync(_owner, id))["expiresOn"];
        await service.MoveAsync(_owner, id, "renewal");
        Assert.Equal(before, (string?)(await service.ReadMissionAsync(_owner, id))["expiresOn"]);   // the same day
        var draft = await service.DraftAsync(_owner, await VerifiedAsync());
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{draft}/renewal", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.renewing");
    }

    [Fact]
    public async Task A_copy_is_a_draft_with_the_same_text()
    {
        var id = await service.PublishAsync(_owner, await VerifiedAsync());
        var copy = await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/duplicate", null).ReadJsonAsync(HttpStatusCode.Created);
        Assert.NotEqual(id, Id(copy));
        Assert.Equal(("draft", "Aider des collégiens à faire leurs devoirs", 1), ((string?)copy["state"], (string?)copy["title"], (int)copy["version"]!));
        await service.As(Caller.Person()).PostJsonAsync($"{Api}/missions/{id}/duplicate", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Nobody_keeps_more_than_a_hundred_drafts()
    {
        var organisation = await VerifiedAsync();
        using var client = service.As(_owner);
        for (var draft = 0; draft < 100; draft++) { await service.DraftAsync(_owner, organisation); }
        await client.PostJsonAsync($"{Api}/organisations/{organisation}/missions", Mission()).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.too-many-drafts");
    }

    [Theory]
    [InlineData("places", "0")]
    [InlineData("places", "1000000000")]
    [InlineData("hoursPerWeek", "169")]
    [InlineData("startsOn", "\"2999-01-01\"")]
    [InlineData("shifts", """[{"startsAt":"2027-03-28T10:00:00+02:00","endsAt":"2027-03-28T09:00:00+02:00","places":1}]""")]
    [InlineData("shifts", """[{"startsAt":"2036-01-01T10:00:00Z","endsAt":"2036-01-01T11:00:00Z","places":1}]""")]
    [InlineData("tasks", """["",""]""")]
    public async Task What_makes_no_sense_is_refused_field_by_field(string field, string value)
    {
        var mission = Mission();
        mission[field] = JsonNode.Parse(value);
        var problem = await service.As(_owner).PostJsonAsync($"{Api}/organisations/{await VerifiedAsync()}/missions", mission).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Contains(problem["errors"]!.AsObject(), error => error.Key.StartsWith(field, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shift_over_the_night_when_clocks_change_has_the_hours_that_it_has()
    {
        var mission = Mission();
        mission.Remove("hours");
        // From 22:00 to 06:00 on the clocks of Paris, seven hours long, since the night has no 2 o'clock.
        mission["shifts"] = JsonNode.Parse("""[{"startsAt":"2027-03-27T22:00:00+01:00","endsAt":"2027-03-28T06:00:00+02:00","places":2}]""");
        var id = await service.DraftAsync(_owner, await VerifiedAsync(), mission);
        var shift = (await service.ReadMissionAsync(_owner, id))["shifts"]![0]!;
        Assert.Equal(7, (DateTimeOffset.Parse((string)shift["endsAt"]!, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.Parse((string)shift["startsAt"]!, System.Globalization.CultureInfo.InvariantCulture)).TotalHours);
    }

    [Fact]
    public async Task Html_and_scripts_are_text()
    {
        var mission = Mission("Aider <b>au</b> jardin");
        mission["description"] = "<p>Vous plantez, et <script>alert(1)</script>vous arrosez chaque mercredi après-midi avec l'équipe du jardin partagé.</p>";
        mission["difficulty"] = "<img src=x onerror=alert(1)>Il fait froid";
        var read = await service.ReadMissionAsync(_owner, await service.DraftAsync(_owner, await VerifiedAsync(), mission));
        Assert.Equal("Vous plantez, et vous arrosez chaque mercredi après-midi avec l'équipe du jardin partagé.", (string?)read["description"]);
        Assert.Equal("Il fait froid", (string?)read["difficulty"]);
    }

    private Task<Guid> VerifiedAsync() => service.RegisterVerifiedAsync(_owner, $"Association {Guid.NewGuid():N}");
}
