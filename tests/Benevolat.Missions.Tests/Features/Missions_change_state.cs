using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Missions_change_state(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task Waiting_missions_stand_in_the_moderators_queue_until_published()
    {
        var organisation = await service.RegisterAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation);
        await service.MoveAsync(_owner, id, "submission");
        using var moderator = service.As(Caller.Moderator());
        var queue = await moderator.GetAsync(new Uri($"{Api}/moderation/missions?limit=100", UriKind.Relative)).ReadJsonAsync();
        Assert.Contains(queue["items"]!.AsArray(), item => Id(item!["mission"]!) == id);
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
}
