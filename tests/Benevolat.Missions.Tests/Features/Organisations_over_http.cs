using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Organisations_over_http(MissionsService service)
{
    [Fact]
    public async Task Registering_makes_an_owner_and_tells_the_others()
    {
        var owner = Caller.Person();
        using var client = service.As(owner);
        using var response = await client.PostJsonAsync($"{Api}/organisations", Organisation());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.ToString());
        var organisation = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal($"/api/v1/organisations/{Id(organisation)}", response.Headers.Location!.ToString());
        Assert.Equal(("pending", "69123"), ((string?)organisation["state"], (string?)organisation["address"]!["communeCode"]));

        var heard = await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.OrganisationId == Id(organisation));
        Assert.Equal((owner.AccountId, MemberRole.Owner, 1), (heard.AccountId, heard.Role, heard.Version));
        var mine = await client.GetAsync(new Uri($"{Api}/organisations/mine", UriKind.Relative)).ReadJsonAsync();
        var item = Assert.Single(mine["items"]!.AsArray())!;
        Assert.Equal(("owner", "pending"), ((string?)item["role"], (string?)item["state"]));
    }

    [Fact]
    public async Task A_pending_organisation_is_only_there_for_members_and_moderators()
    {
        var owner = Caller.Person();
        var id = await service.RegisterAsync(owner);
        var path = new Uri($"{Api}/organisations/{id}", UriKind.Relative);
        foreach (var stranger in new[] { null, Caller.Person(), Caller.Network() })
        {
            await service.As(stranger).GetAsync(path).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await service.As(stranger).GetAsync(new Uri($"{path}/missions", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        foreach (var insider in new[] { owner, Caller.Moderator() }) { await service.As(insider).GetAsync(path).ExpectAsync(HttpStatusCode.OK); }
    }

    [Fact]
    public async Task A_moderator_finds_it_in_the_queue_and_verifies_it()
    {
        var id = await service.RegisterAsync(Caller.Person());
        using var moderator = service.As(Caller.Moderator());
        Assert.True(await IsQueuedAsync(moderator, "organisations?limit=100", id));

        var verification = $"{Api}/organisations/{id}/verification";
        await moderator.PostJsonAsync(verification, null).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await moderator.PostJsonAsync(verification, null, "\"9\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        using var done = await moderator.PostJsonAsync(verification, null, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("\"2\"", done.Headers.ETag!.ToString());
        await moderator.PostJsonAsync(verification, null, "\"2\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.transition");

        Assert.False(await IsQueuedAsync(moderator, "organisations?limit=100", id));
        Assert.Equal("verified", (string?)(await service.As(null).GetAsync(new Uri($"{Api}/organisations/{id}", UriKind.Relative)).ReadJsonAsync())["state"]);
        await service.Bus.HearAsync<OrganisationVerified>(message => message.OrganisationId == id && message.Version == 2);
    }

    [Fact]
    public async Task Suspension_pauses_what_is_open_and_verification_lifts_it()
    {
        var owner = Caller.Person();
        var id = await service.RegisterVerifiedAsync(owner);
        var (open, draft) = (await service.PublishAsync(owner, id), await service.DraftAsync(owner, id));
        using var moderator = service.As(Caller.Moderator());
        var etag = await ETagAsync(moderator, $"organisations/{id}");
        await moderator.PostJsonAsync($"{Api}/organisations/{id}/suspension", new { reason = "Statuts de quelqu'un d'autre" }, etag).ExpectAsync(HttpStatusCode.NoContent);

        await service.Bus.HearAsync<MissionPaused>(message => message.MissionId == open);
        Assert.Equal("moderation", (await service.Bus.HearAsync<OrganisationSuspended>(message => message.OrganisationId == id)).Reason);
        Assert.DoesNotContain(service.Bus.Everything, message => message.Json.Contains("quelqu", StringComparison.Ordinal));
        var mission = await service.ReadMissionAsync(owner, open);
        Assert.Equal(("paused", "organisation-suspended"), ((string?)mission["state"], (string?)mission["stateReason"]));
        await service.As(null).GetAsync(new Uri($"{Api}/missions/{open}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(owner).PostJsonAsync($"{Api}/missions/{draft}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.suspended");

        await moderator.PostJsonAsync($"{Api}/organisations/{id}/verification", null, await ETagAsync(moderator, $"organisations/{id}")).ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("published", (string?)(await service.ReadMissionAsync(null, open))["state"]);
        await Eventually.TrueAsync(() => Task.FromResult(service.Bus.Heard<MissionPublished>().Count(message => message.MissionId == open) == 2), "the others hear that it is open again");
        Assert.Equal("draft", (string?)(await service.ReadMissionAsync(owner, draft))["state"]);
        var last = (await service.GetJsonAsync(owner, $"missions/{open}/history"))["items"]!.AsArray()[^1]!;
        Assert.Equal(("moderator", "published"), ((string?)last["actor"], (string?)last["to"]));
    }

    [Fact]
    public async Task What_the_organisation_paused_itself_stays_paused_and_so_does_what_can_no_longer_be_offered()
    {
        var owner = Caller.Person();
        var id = await service.RegisterVerifiedAsync(owner);
        var (own, stripped) = (await service.PublishAsync(owner, id), await service.PublishAsync(owner, id));
        await service.MoveAsync(owner, own, "pause");
        await service.MoveOrganisationAsync(Caller.Moderator(), id, "suspension", new { reason = "Plainte" });
        var text = Mission();
        text["addresses"] = new JsonArray();
        await service.As(owner).PutJsonAsync($"{Api}/missions/{stripped}", text, await ETagAsync(service.As(owner), $"missions/{stripped}")).ExpectAsync(HttpStatusCode.OK);

        await service.MoveOrganisationAsync(Caller.Moderator(), id, "verification", new { reason = "Plainte sans suite" });
        foreach (var mission in new[] { own, stripped }) { Assert.Equal("paused", (string?)(await service.ReadMissionAsync(owner, mission))["state"]); }
        Assert.Equal("Plainte sans suite", (string?)(await service.ReadOrganisationAsync(owner, id))["stateReason"]);
    }

    [Fact]
    public async Task History_tells_members_and_moderators_who_when_and_why()
    {
        var (owner, moderator) = (Caller.Person(), Caller.Moderator());
        var id = await service.RegisterAsync(owner);
        await service.MoveOrganisationAsync(moderator, id, "refusal", new { reason = "RNA illisible" });
        await service.MoveOrganisationAsync(owner, id, "submission", new { notADuplicate = true });
        await service.MoveOrganisationAsync(moderator, id, "verification");
        foreach (var reader in new[] { owner, moderator })
        {
            var steps = (await service.GetJsonAsync(reader, $"organisations/{id}/history"))["items"]!.AsArray();
            Assert.Equal(["pending", "draft", "pending", "verified"], steps.Select(step => (string)step!["to"]!));
            Assert.Equal(("moderator", moderator.Subject, "RNA illisible"), ((string?)steps[1]!["actor"], (string?)steps[1]!["actorId"], (string?)steps[1]!["reason"]));
            Assert.Equal(("member", owner.Subject), ((string?)steps[2]!["actor"], (string?)steps[2]!["actorId"]));
        }

        var history = new Uri($"{Api}/organisations/{id}/history", UriKind.Relative);
        await service.As(Caller.Person()).GetAsync(history).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        Assert.Equal(id, (await service.Bus.HearAsync<OrganisationRefused>(message => message.OrganisationId == id && message.Version == 2)).OrganisationId);
        Assert.DoesNotContain(service.Bus.Everything, message => message.Json.Contains("RNA illisible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_left_sees_nothing_from_the_next_request_on()
    {
        var (owner, manager) = (Caller.Person(), Caller.Person());
        var id = await service.RegisterAsync(owner);
        using var client = service.As(owner);
        await client.PutJsonAsync($"{Api}/organisations/{id}/members/{manager.AccountId}", new { role = "manager", name = "Malik B." }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        var members = (await service.GetJsonAsync(manager, $"organisations/{id}/members"))["items"]!.AsArray();
        Assert.Equal([null, "Malik B."], members.Select(member => (string?)member!["name"]));
        var mission = await service.DraftAsync(manager, id);

        await client.SendJsonAsync(HttpMethod.Delete, $"{Api}/organisations/{id}/members/{manager.AccountId}", null, "\"2\"").ExpectAsync(HttpStatusCode.NoContent);
        using var left = service.As(manager);
        foreach (var path in new[] { $"organisations/{id}", $"organisations/{id}/members", $"organisations/{id}/history", $"organisations/{id}/missions", $"missions/{mission}" })
        {
            await left.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        await left.PostJsonAsync($"{Api}/organisations/{id}/missions", Mission()).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var profile = Organisation();
        profile.Remove("notADuplicate");
        await left.PutJsonAsync($"{Api}/organisations/{id}", profile, "\"3\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Owners_manage_members_and_strangers_see_nothing()
    {
        var (owner, manager, stranger) = (Caller.Person(), Caller.Person(), Caller.Person());
        var id = await service.RegisterAsync(owner);
        var member = $"{Api}/organisations/{id}/members/{manager.AccountId}";
        using var client = service.As(owner);
        await client.PutJsonAsync(member, new { role = "manager" }).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await client.PutJsonAsync(member, new { role = "manager" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await client.PutJsonAsync(member, new { role = "manager" }, "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.AccountId == manager.AccountId && message.Role == MemberRole.Manager);

        await service.As(manager).PutJsonAsync(member, new { role = "owner" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(stranger).PutJsonAsync(member, new { role = "owner" }, "\"2\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(stranger).GetAsync(new Uri($"{Api}/organisations/{id}/members", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var members = await service.As(manager).GetAsync(new Uri($"{Api}/organisations/{id}/members", UriKind.Relative)).ReadJsonAsync();
        Assert.Equal(2, members["items"]!.AsArray().Count);

        await client.SendJsonAsync(HttpMethod.Delete, $"{Api}/organisations/{id}/members/{owner.AccountId}", null, "\"2\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.last-owner");
        await service.As(manager).SendJsonAsync(HttpMethod.Delete, member, null, "\"2\"").ExpectAsync(HttpStatusCode.NoContent);
        await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.AccountId == manager.AccountId && message.Role is null);
        await client.SendJsonAsync(HttpMethod.Delete, member, null, "\"3\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task The_same_key_registers_once()
    {
        var key = Guid.NewGuid().ToString();
        using var client = service.As(Caller.Person());
        var first = await client.PostJsonAsync($"{Api}/organisations", Organisation(), idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created);
        using var again = await client.PostJsonAsync($"{Api}/organisations", Organisation(), idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal(Id(first), Id(JsonNode.Parse(await again.Content.ReadAsStringAsync())!));
        Assert.Equal("\"1\"", again.Headers.ETag!.ToString());
        await client.PostJsonAsync($"{Api}/organisations", Organisation("Une autre"), idempotencyKey: key)
            .ExpectProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
        Assert.Single((await client.GetAsync(new Uri($"{Api}/organisations/mine", UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray());
    }

    private static async Task<bool> IsQueuedAsync(HttpClient moderator, string list, Guid id)
    {
        var path = $"{Api}/moderation/{list}";
        for (string? cursor = null; ;)
        {
            var page = await moderator.GetAsync(new Uri(cursor is null ? path : $"{path}&cursor={cursor}", UriKind.Relative)).ReadJsonAsync();
            if (page["items"]!.AsArray().Any(item => Id(item!) == id)) { return true; }
            if ((cursor = (string?)page["next"]) is null) { return false; }
        }
    }
}
