using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Missions_over_http(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task A_draft_reads_as_written_and_only_insiders_see_it()
    {
        var organisation = await service.RegisterAsync(_owner);
        var input = Mission();
        input["welcomerId"] = _owner.Subject;
        input["welcome"] = "Une heure en observation.";
        input["shifts"] = new JsonArray(new JsonObject { ["startsAt"] = "2027-03-13T09:30:00+01:00", ["endsAt"] = "2027-03-13T13:00:00+01:00", ["places"] = 1 });
        var id = await service.DraftAsync(_owner, organisation, input);

        var mission = await service.ReadMissionAsync(_owner, id);
        Assert.Equal(("draft", "education", "no", 2, 2, 1), ((string?)mission["state"], (string?)mission["domain"], (string?)mission["remote"], (int)mission["places"]!, (int)mission["placesLeft"]!, (int)mission["version"]!));
        Assert.Equal("2027-03-13T08:30:00+00:00", (string?)mission["shifts"]![0]!["startsAt"]);
        Assert.Equal("[4.828,45.753]", mission["addresses"]![0]!["coordinates"]!.ToJsonString());
        Assert.Equal((_owner.Subject, false), ((string?)mission["welcomerId"], (bool)mission["organisation"]!["verified"]!));
        foreach (var stranger in new[] { null, Caller.Person() })
        {
            await service.As(stranger).GetAsync(new Uri($"{Api}/missions/{id}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        await service.ReadMissionAsync(Caller.Moderator(), id);
    }

    [Fact]
    public async Task An_edit_needs_the_current_version_and_reaches_the_others()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.PublishAsync(_owner, organisation);
        using var client = service.As(_owner);
        var path = $"{Api}/missions/{id}";
        var stale = await ETagAsync(client, $"missions/{id}");
        var edited = Mission("Aide aux devoirs du mercredi");
        edited["addresses"] = new JsonArray(At("Villeurbanne", "69266", "69100", 4.88, 45.77), At("Lyon", "69123", "69002", 4.828, 45.753));
        var after = await client.PutJsonAsync(path, edited, stale).ReadJsonAsync();
        Assert.Equal("Villeurbanne", (string?)after["addresses"]![0]!["commune"]);

        await client.PutJsonAsync(path, edited, stale).ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await client.PutJsonAsync(path, edited).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        var heard = await service.Bus.HearAsync<MissionChanged>(message => message.MissionId == id);
        Assert.Equal(("Aide aux devoirs du mercredi", 2), (heard.Mission.Title, heard.Mission.Addresses.Count));
        Assert.Equal((long)after["version"]!, heard.Version);
    }

    [Fact]
    public async Task Somebody_elses_mission_is_not_there()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.PublishAsync(_owner, organisation);
        var manager = Caller.Person();
        await service.RegisterVerifiedAsync(manager);
        using var client = service.As(manager);

        await client.PutJsonAsync($"{Api}/missions/{id}", Mission(), "\"2\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await client.PostJsonAsync($"{Api}/organisations/{organisation}/missions", Mission()).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        foreach (var step in new[] { "submission", "publication", "pause", "closure" })
        {
            await client.PostJsonAsync($"{Api}/missions/{id}/{step}", step == "closure" ? new { reason = "done" } : null, "\"2\"")
                .ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        await client.GetAsync(new Uri($"{Api}/missions/{id}/history", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task A_welcomer_sees_but_changes_nothing()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation);
        var welcomer = Caller.Person();
        using var client = service.As(_owner);
        await client.PutJsonAsync($"{Api}/organisations/{organisation}/members/{welcomer.AccountId}", new { role = "welcomer" }, "\"2\"").ExpectAsync(HttpStatusCode.NoContent);

        await service.ReadMissionAsync(welcomer, id);
        await service.As(welcomer).PutJsonAsync($"{Api}/missions/{id}", Mission(), "\"1\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(welcomer).PostJsonAsync($"{Api}/missions/{id}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    [Fact]
    public async Task Waiting_missions_stand_in_the_moderators_queue_until_published()
    {
        var organisation = await service.RegisterAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation);
        await service.MoveAsync(_owner, id, "submission");
        using var moderator = service.As(Caller.Moderator());
        var queue = await moderator.GetAsync(new Uri($"{Api}/moderation/missions?limit=100", UriKind.Relative)).ReadJsonAsync();
        Assert.Contains(queue["items"]!.AsArray(), item => Id(item!) == id);
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/publication", null, "\"2\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.not-verified");

        await service.MoveAsync(Caller.Moderator(), id, "publication");
        var facts = (await service.Bus.HearAsync<MissionPublished>(message => message.MissionId == id)).Mission;
        Assert.Equal((organisation, 2, MissionDomain.Education, "69"), (facts.OrganisationId, facts.Places, facts.Domain, facts.Addresses[0].Department));
        Assert.Equal(["tue-17", "thu-17"], facts.Hours);
    }

    [Fact]
    public async Task History_tells_who_when_and_why()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.PublishAsync(_owner, organisation);
        await service.MoveAsync(_owner, id, "pause");
        await service.MoveAsync(_owner, id, "publication");
        await service.MoveAsync(_owner, id, "closure", new { reason = "cancelled" });

        var history = (await service.As(_owner).GetAsync(new Uri($"{Api}/missions/{id}/history", UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray();
        Assert.Equal(["draft", "published", "paused", "published", "closed"], history.Select(step => (string)step!["to"]!));
        Assert.All(history, step => Assert.Equal((_owner.Subject, "member"), ((string?)step!["actorId"], (string?)step["actor"])));
        Assert.Equal("cancelled", (string?)history[^1]!["reason"]);
        Assert.Equal("closed", (string?)(await service.ReadMissionAsync(null, id))["state"]);
        Assert.Equal(ClosingReason.Cancelled, (await service.Bus.HearAsync<MissionClosed>(message => message.MissionId == id)).Reason);
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/publication", null, await ETagAsync(service.As(_owner), $"missions/{id}"))
            .ExpectProblemAsync(HttpStatusCode.Conflict, "mission.transition");
    }

    [Fact]
    public async Task Reported_is_a_moderators_word()
    {
        var id = await service.PublishAsync(_owner, await service.RegisterVerifiedAsync(_owner));
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/closure", new { reason = "reported" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.MoveAsync(Caller.Moderator(), id, "closure", new { reason = "reported" });
    }

    [Fact]
    public async Task The_last_place_taken_closes_it_once_whatever_comes_twice_or_late()
    {
        var id = await service.PublishAsync(_owner, await service.RegisterVerifiedAsync(_owner));
        var first = new PlacesChanged(id, 1, 2, 1, 1);
        await service.Bus.PublishAsync(first);
        await Eventually.TrueAsync(async () => (int)(await service.ReadMissionAsync(null, id))["placesLeft"]! == 1, "one place is left");

        var (last, messageId) = (new PlacesChanged(id, 2, 2, 2, 0), Guid.CreateVersion7());
        await service.Bus.PublishAsync(last, messageId);
        await service.Bus.PublishAsync(last, messageId);
        await service.Bus.PublishAsync(first);
        var closed = await service.Bus.HearAsync<MissionClosed>(message => message.MissionId == id);
        Assert.Equal((ClosingReason.Filled, 3), (closed.Reason, closed.Version));
        var mission = await service.ReadMissionAsync(null, id);
        Assert.Equal(("closed", "filled", 0), ((string?)mission["state"], (string?)mission["stateReason"], (int)mission["placesLeft"]!));
        Assert.Single(service.Bus.Heard<MissionClosed>(), message => message.MissionId == id);
    }

    [Fact]
    public async Task The_same_key_drafts_once()
    {
        var organisation = await service.RegisterAsync(_owner);
        using var client = service.As(_owner);
        var key = Guid.NewGuid().ToString();
        var first = await client.PostJsonAsync($"{Api}/organisations/{organisation}/missions", Mission(), idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created);
        var again = await client.PostJsonAsync($"{Api}/organisations/{organisation}/missions", Mission(), idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(Id(first), Id(again));
        var list = await client.GetAsync(new Uri($"{Api}/organisations/{organisation}/missions", UriKind.Relative)).ReadJsonAsync();
        Assert.Single(list["items"]!.AsArray());
    }

    [Fact]
    public async Task Members_see_every_state_in_pages_and_others_what_is_published()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var published = await service.PublishAsync(_owner, organisation);
        await service.DraftAsync(_owner, organisation);
        await service.DraftAsync(_owner, organisation);
        var path = $"{Api}/organisations/{organisation}/missions";

        var others = await service.As(Caller.Person()).GetAsync(new Uri(path, UriKind.Relative)).ReadJsonAsync();
        Assert.Equal(published, Id(Assert.Single(others["items"]!.AsArray())!));
        var first = await service.As(_owner).GetAsync(new Uri($"{path}?limit=2", UriKind.Relative)).ReadJsonAsync();
        var second = await service.As(_owner).GetAsync(new Uri($"{path}?limit=2&cursor={first["next"]}", UriKind.Relative)).ReadJsonAsync();
        Assert.Null(second["next"]);
        Assert.Equal(3, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => Id(item!)).Distinct().Count());
        await service.As(null).GetAsync(new Uri($"{path}?limit=2&cursor={first["next"]}", UriKind.Relative)).ExpectInvalidAsync("cursor");
    }

    [Fact]
    public async Task The_welcomer_is_a_member()
    {
        var organisation = await service.RegisterAsync(_owner);
        var input = Mission();
        input["welcomerId"] = Guid.CreateVersion7().ToString();
        await service.As(_owner).PostJsonAsync($"{Api}/organisations/{organisation}/missions", input).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.welcomer");
    }
}
