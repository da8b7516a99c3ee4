using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Moderators_decide(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();
    private readonly Caller _moderator = Caller.Moderator();

    [Fact]
    public async Task The_queue_is_by_territory_oldest_submission_first_with_what_helps_to_decide()
    {
        var organisation = await service.RegisterAsync(_owner, $"Les Jardins {Guid.NewGuid():N}");
        var (younger, older, elsewhere) = (await DraftAtAsync(organisation, "09122", "09000"), await DraftAtAsync(organisation, "09122", "09000"), await service.DraftAsync(_owner, organisation));
        foreach (var id in new[] { older, younger, elsewhere }) { await service.MoveAsync(_owner, id, "submission"); }

        var items = (await QueueAsync("department=09"))["items"]!.AsArray();
        Assert.Equal([older, younger], items.Select(item => Id(item!["mission"]!)).Where(id => id == older || id == younger));
        Assert.DoesNotContain(items, item => Id(item!["mission"]!) == elsewhere);
        Assert.Equal("""{"published":0,"refused":0,"reported":0,"openReports":0}""", items[0]!["organisation"]!.ToJsonString());
        await service.As(_moderator).GetAsync(Uri("moderation/missions?department=Rhône")).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var organisation = await service.RegisterAsync(_owner, $"Les Jardins {Guid.NewGuid():N}");
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await DraftAtAsync(organisation, "48095", "48000"));
            await service.MoveAsync(_owner, ids[^1], "submission");
        }

        var first = await QueueAsync("department=48&limit=2");
        var second = await QueueAsync($"department=48&limit=2&cursor={System.Uri.EscapeDataString((string)first["next"]!)}");
        Assert.Equal(ids, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => Id(item!["mission"]!)));
    }

    [Fact]
    public async Task Missions_done_from_home_wait_where_their_organisation_sits()
    {
        var organisation = await service.RegisterAsync(_owner, $"Écrivains publics {Guid.NewGuid():N}");
        var mission = Mission();
        (mission["remote"], mission["addresses"]) = ("full", new JsonArray());
        var id = await service.DraftAsync(_owner, organisation, mission);
        await service.MoveAsync(_owner, id, "submission");
        Assert.Contains((await QueueAsync("department=69&limit=100"))["items"]!.AsArray(), item => Id(item!["mission"]!) == id);
        Assert.DoesNotContain((await QueueAsync("department=75&limit=100"))["items"]!.AsArray(), item => Id(item!["mission"]!) == id);
    }

    [Fact]
    public async Task A_look_alike_nearby_is_shown()
    {
        var word = $"Zu{Guid.NewGuid():N}"[..12];
        var there = await service.PublishAsync(_owner, await service.RegisterVerifiedAsync(_owner, $"Association {Guid.NewGuid():N}"), Mission($"Aider au potager {word}"));
        await service.SearchUntilAsync($"q={word}", found => (int)found["total"]! == 1);
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner, $"Association {Guid.NewGuid():N}"), Mission($"Aider au potager {word}"));
        await service.MoveAsync(_owner, id, "submission");

        var item = (await QueueAsync("department=69&limit=100"))["items"]!.AsArray().Single(item => Id(item!["mission"]!) == id)!;
        var alike = Assert.Single(item["lookAlikes"]!.AsArray())!;
        Assert.Equal((there, false, 0), (Id(alike), (bool)alike["sameOrganisation"]!, (double)alike["distanceKm"]!));
    }

    [Fact]
    public async Task Asking_for_changes_sends_it_back_with_a_note_for_members_only()
    {
        var id = await InReviewAsync();
        await service.MoveAsync(_moderator, id, "change-request", new { note = "Dites qui accueille." });
        var mission = await service.ReadMissionAsync(_owner, id);
        Assert.Equal(("draft", "changes-requested", "Dites qui accueille."), ((string?)mission["state"], (string?)mission["stateReason"], (string?)mission["stateNote"]));
        var heard = await service.Bus.HearAsync<MissionReviewed>(message => message.MissionId == id);
        Assert.Equal(ReviewDecision.ChangesRequested, heard.Decision);

        await service.MoveAsync(_owner, id, "submission");
        await service.MoveAsync(_moderator, id, "publication");
        var accepted = await service.Bus.HearAsync<MissionReviewed>(message => message.MissionId == id && message.Decision == ReviewDecision.Accepted);
        Assert.Equal("Aider des collégiens à faire leurs devoirs", accepted.Title);
        Assert.Null((string?)(await service.ReadMissionAsync(null, id))["stateNote"]);
    }

    [Fact]
    public async Task A_refusal_names_a_known_reason()
    {
        var id = await InReviewAsync();
        await service.As(_moderator).PostJsonAsync($"{Api}/missions/{id}/refusal", new { reason = "boring" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        await service.As(_moderator).PostJsonAsync($"{Api}/missions/{id}/refusal", new { reason = "other" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/refusal", new { reason = "not-compliant" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.MoveAsync(_moderator, id, "refusal", new { reason = "not-compliant", note = "C'est un emploi." });

        var mission = await service.ReadMissionAsync(_owner, id);
        Assert.Equal(("closed", "refused", "not-compliant"), ((string?)mission["state"], (string?)mission["stateReason"], (string?)mission["stateDetail"]));
        Assert.DoesNotContain(service.Bus.Heard<MissionClosed>(), message => message.MissionId == id);   // it never was public
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/reopening", null, "\"3\"").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.reopening");
    }

    [Fact]
    public async Task In_bulk_each_is_decided_for_itself()
    {
        var (accepted, stale, refused, unknown) = (await InReviewAsync(), await InReviewAsync(), await InReviewAsync(), Guid.NewGuid());
        var answer = await service.As(_moderator).PostJsonAsync($"{Api}/moderation/missions/decisions", new
        {
            decisions = new object[]
            {
                new { missionId = accepted, version = 2, decision = "accepted" },
                new { missionId = stale, version = 1, decision = "accepted" },
                new { missionId = unknown, version = 1, decision = "accepted" },
                new { missionId = refused, version = 2, decision = "refused", reason = "content-insufficient" },
                new { missionId = refused, version = 3, decision = "accepted" },
            },
        }).ReadJsonAsync();
        Assert.Equal([204, 412, 404, 204, 409], answer["items"]!.AsArray().Select(item => (int)item!["status"]!));
        Assert.Equal(
            ["published", "in-review", "closed"],
            [(string?)(await service.ReadMissionAsync(_owner, accepted))["state"], (string?)(await service.ReadMissionAsync(_owner, stale))["state"], (string?)(await service.ReadMissionAsync(_owner, refused))["state"]]);
        await service.As(_moderator).PostJsonAsync($"{Api}/moderation/missions/decisions", new { decisions = new object[] { new { missionId = stale, version = 2, decision = "changes-requested" } } })
            .ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task Anybody_reports_what_is_public_and_once_is_enough()
    {
        var id = await service.PublishAsync(_owner, await service.RegisterVerifiedAsync(_owner, $"Association {Guid.NewGuid():N}"));
        var reader = Caller.Person();
        foreach (var caller in new[] { null, reader, reader })
        {
            await service.As(caller).PostJsonAsync($"{Api}/missions/{id}/reports", new { reason = "hidden-job", text = "<b>35 heures</b>" }).ExpectAsync(HttpStatusCode.Accepted);
        }

        await service.As(null).PostJsonAsync($"{Api}/missions/{id}/reports", new { reason = "other" }).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        await service.As(null).PostJsonAsync($"{Api}/missions/{await InReviewAsync()}/reports", new { reason = "spam" }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var reports = await ReportsAsync(id);
        Assert.Equal(2, reports.Count);
        Assert.Equal("35 heures", (string?)reports[0]["text"]);

        await service.As(_moderator).PostJsonAsync($"{Api}/moderation/reports/{Id(reports[0])}/resolution", new { outcome = "mission-paused" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("paused", (string?)(await service.ReadMissionAsync(_owner, id))["state"]);
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/publication", null, await ETagAsync(service.As(_owner), $"missions/{id}"))
            .ExpectProblemAsync(HttpStatusCode.Conflict, "mission.reported-pause");

        await service.As(_moderator).PostJsonAsync($"{Api}/moderation/reports/{Id(reports[1])}/resolution", new { outcome = "mission-closed" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(ClosingReason.Reported, (await service.Bus.HearAsync<MissionClosed>(message => message.MissionId == id)).Reason);
        Assert.Empty(await ReportsAsync(id));
        await service.As(_moderator).PostJsonAsync($"{Api}/moderation/reports/{Id(reports[0])}/resolution", new { outcome = "dismissed" }, "\"2\"")
            .ExpectProblemAsync(HttpStatusCode.Conflict, "report.resolved");
    }

    private async Task<Guid> InReviewAsync()
    {
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner, $"Association {Guid.NewGuid():N}"));
        await service.MoveAsync(_owner, id, "submission");
        return id;
    }

    private Task<Guid> DraftAtAsync(Guid organisation, string commune, string postcode)
    {
        var mission = Mission();
        mission["addresses"] = new JsonArray(At("Ici", commune, postcode, 1.6, 42.96));
        return service.DraftAsync(_owner, organisation, mission);
    }

    private Task<JsonNode> QueueAsync(string query) => service.As(_moderator).GetAsync(Uri($"moderation/missions?{query}")).ReadJsonAsync();

    private async Task<List<JsonNode>> ReportsAsync(Guid mission) =>
        [.. (await service.As(_moderator).GetAsync(Uri("moderation/reports?limit=100")).ReadJsonAsync())["items"]!.AsArray()
            .Where(report => (string?)report!["missionId"] == mission.ToString()).Select(report => report!)];

    private static Uri Uri(string path) => new($"{Api}/{path}", UriKind.Relative);
}
