using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class People_ask_to_join(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();
    private readonly Caller _person = Caller.Person();

    [Fact]
    public async Task An_owner_lets_somebody_in_who_asked()
    {
        var id = await service.RegisterAsync(_owner, "La Voie douce");
        var list = $"{Api}/organisations/{id}/join-requests";
        using var asking = service.As(_person);
        using var created = await asking.PostJsonAsync(list, new { name = " Camille ", message = "Je tiens le <b>tricotin</b>." }).ExpectAsync(HttpStatusCode.Created);
        var request = await asking.GetAsync(created.Headers.Location).ReadJsonAsync();
        Assert.Equal(("open", "Camille", "Je tiens le tricotin."), ((string?)request["state"], (string?)request["name"], (string?)request["message"]));
        var told = await service.Bus.HearAsync<JoinRequested>(message => message.RequestId == Id(request));
        Assert.Equal((id, _person.AccountId, "La Voie douce"), (told.OrganisationId, told.AccountId, told.OrganisationName));
        await asking.PostJsonAsync(list, new { name = "Camille" }).ExpectProblemAsync(HttpStatusCode.Conflict, "join.already-asked");

        Assert.Equal(Id(request), Id(Assert.Single((await service.GetJsonAsync(_owner, $"organisations/{id}/join-requests"))["items"]!.AsArray())!));
        using var owner = service.As(_owner);
        await owner.PostJsonAsync($"{list}/{Id(request)}/acceptance", new { }).ExpectInvalidAsync("role");
        await owner.PostJsonAsync($"{list}/{Id(request)}/acceptance", new { role = "manager" }).ExpectAsync(HttpStatusCode.NoContent);
        await owner.PostJsonAsync($"{list}/{Id(request)}/acceptance", new { role = "manager" }).ExpectProblemAsync(HttpStatusCode.Conflict, "join.answered");
        await owner.PostJsonAsync($"{list}/{Id(request)}/refusal", null).ExpectProblemAsync(HttpStatusCode.Conflict, "join.answered");

        Assert.Equal(MemberRole.Manager, (await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.AccountId == _person.AccountId)).Role);
        Assert.Equal(MemberRole.Manager, (await service.Bus.HearAsync<JoinAnswered>(message => message.RequestId == Id(request))).Role);
        var member = (await service.GetJsonAsync(_person, $"organisations/{id}/members"))["items"]!.AsArray()[^1]!;
        Assert.Equal(("manager", "Camille"), ((string?)member["role"], (string?)member["name"]));
        request = await asking.GetAsync(created.Headers.Location).ReadJsonAsync();
        Assert.Equal(("accepted", null, null), ((string?)request["state"], request["name"], request["message"]));
        await asking.PostJsonAsync(list, new { name = "Camille" }).ExpectProblemAsync(HttpStatusCode.Conflict, "join.already-member");
        Assert.DoesNotContain(service.Bus.Everything, message => message.Json.Contains("tricotin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_refused_is_told_and_may_ask_again()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        var list = $"{Api}/organisations/{id}/join-requests";
        using var asking = service.As(_person);
        var request = Id(await asking.PostJsonAsync(list, new { name = "Camille" }).ReadJsonAsync(HttpStatusCode.Created));
        await service.As(_owner).PostJsonAsync($"{list}/{request}/refusal", null).ExpectAsync(HttpStatusCode.NoContent);
        Assert.Null((await service.Bus.HearAsync<JoinAnswered>(message => message.RequestId == request)).Role);
        await asking.GetAsync(new Uri($"{Api}/organisations/{id}/members", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await asking.PostJsonAsync(list, new { name = "Camille" }).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Only_owners_and_moderators_answer_and_only_the_author_reads_besides()
    {
        var (manager, stranger) = (Caller.Person(), Caller.Person());
        var id = await service.RegisterAsync(_owner);
        await service.As(_owner).PutJsonAsync($"{Api}/organisations/{id}/members/{manager.AccountId}", new { role = "manager" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        var list = $"{Api}/organisations/{id}/join-requests";
        var request = Id(await service.As(_person).PostJsonAsync(list, new { name = "Camille" }).ReadJsonAsync(HttpStatusCode.Created));
        foreach (var (caller, status) in new[] { (manager, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound), (_person, HttpStatusCode.NotFound) })
        {
            using var client = service.As(caller);
            await client.GetAsync(new Uri(list, UriKind.Relative)).ExpectAsync(status);
            await client.PostJsonAsync($"{list}/{request}/acceptance", new { role = "owner" }).ExpectAsync(status);
            await client.PostJsonAsync($"{list}/{request}/refusal", null).ExpectAsync(status);
        }

        await service.As(stranger).GetAsync(new Uri($"{list}/{request}", UriKind.Relative)).ExpectAsync(HttpStatusCode.NotFound);
        await service.As(Caller.Moderator()).PostJsonAsync($"{list}/{request}/acceptance", new { role = "owner" }).ExpectAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Where_a_network_brought_an_organisation_without_an_owner_moderators_see_who_asks_and_answer()
    {
        using var network = service.As(Caller.Network($"network-{Guid.NewGuid():N}"));
        var mission = Id(await NationalFeed.PutAsync(network, NationalFeed.National("one")).ReadJsonAsync(HttpStatusCode.Created));
        var organisation = (Guid)(await service.ReadMissionAsync(null, mission))["organisation"]!["id"]!;
        var unowned = Id(await service.As(_person).PostJsonAsync($"{Api}/organisations/{organisation}/join-requests", new { name = "Camille", message = "J'y sers le café." }).ReadJsonAsync(HttpStatusCode.Created));
        var owned = Id(await service.As(_person).PostJsonAsync($"{Api}/organisations/{await service.RegisterAsync(_owner)}/join-requests", new { name = "Camille" }).ReadJsonAsync(HttpStatusCode.Created));

        await service.As(_person).GetAsync(new Uri($"{Api}/moderation/join-requests", UriKind.Relative)).ExpectAsync(HttpStatusCode.Forbidden);
        var seen = await QueueAsync();
        Assert.DoesNotContain(owned, seen.Keys);
        Assert.Equal(("La Table ouverte", "Camille", "J'y sers le café."), ((string?)seen[unowned]["organisationName"], (string?)seen[unowned]["name"], (string?)seen[unowned]["message"]));

        await service.As(Caller.Moderator()).PostJsonAsync($"{Api}/organisations/{organisation}/join-requests/{unowned}/acceptance", new { role = "owner" }).ExpectAsync(HttpStatusCode.NoContent);
        Assert.DoesNotContain(unowned, (await QueueAsync()).Keys);
        await service.As(_owner).PostJsonAsync($"{Api}/organisations/{organisation}/join-requests", new { name = "Samia" }).ExpectAsync(HttpStatusCode.Created);
        Assert.DoesNotContain((await QueueAsync()).Values, item => (Guid)item["organisationId"]! == organisation);
    }

    /// <summary>All pages of what waits for moderators, one item a page: the other tests' too.</summary>
    private async Task<Dictionary<Guid, JsonNode>> QueueAsync()
    {
        var all = new Dictionary<Guid, JsonNode>();
        for (var (cursor, more) = ("", true); more;)
        {
            var page = await service.GetJsonAsync(Caller.Moderator(), $"moderation/join-requests?limit=1{cursor}");
            foreach (var item in page["items"]!.AsArray()) { all.Add(Id(item!), item!); }
            (more, cursor) = (page["next"] is not null, $"&cursor={Uri.EscapeDataString((string?)page["next"] ?? "")}");
        }

        return all;
    }

    [Fact]
    public async Task Nobody_joins_what_they_may_not_see_or_without_a_name()
    {
        using var asking = service.As(_person);
        var draft = Id(await service.As(_owner).PostJsonAsync($"{Api}/organisations", new { name = "Brouillon", draft = true }).ReadJsonAsync(HttpStatusCode.Created));
        var suspended = await service.RegisterAsync(_owner);
        await service.MoveOrganisationAsync(Caller.Moderator(), suspended, "suspension", new { reason = "Plainte" });
        foreach (var id in new[] { draft, suspended, Guid.CreateVersion7() })
        {
            await asking.PostJsonAsync($"{Api}/organisations/{id}/join-requests", new { name = "Camille" }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        var list = $"{Api}/organisations/{await service.RegisterAsync(_owner)}/join-requests";
        await asking.PostJsonAsync(list, new { message = new string('a', 1001) }).ExpectInvalidAsync("name", "message");
        await asking.PostJsonAsync(list, new { name = new string('a', 81) }).ExpectInvalidAsync("name");
        await service.As(null).PostJsonAsync(list, new { name = "Camille" }).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }
}
