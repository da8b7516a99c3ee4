using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Missions_are_written(MissionsService service)
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
