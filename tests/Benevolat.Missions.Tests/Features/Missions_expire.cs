using Benevolat.Contracts.Missions;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

/// <summary>On a service of its own, because its clock is moved.</summary>
public sealed class Missions_expire : IAsyncLifetime
{
    private readonly MissionsService _service = new();
    private readonly Caller _owner = Caller.Person();

    public ValueTask InitializeAsync() => _service.InitializeAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Its_managers_are_warned_a_week_before_and_it_closes_the_day_after()
    {
        var organisation = await _service.RegisterVerifiedAsync(_owner);
        var last = DateOnly.FromDateTime(_service.Clock.GetUtcNow().UtcDateTime).AddDays(10);
        var mission = Mission();
        mission["endsOn"] = last.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var (ends, goesOn) = (await _service.PublishAsync(_owner, organisation, mission), await _service.PublishAsync(_owner, organisation));

        _service.Clock.Advance(TimeSpan.FromDays(4));
        var warning = await _service.Bus.HearAsync<MissionExpiring>(message => message.MissionId == ends);
        Assert.Equal((organisation, last), (warning.OrganisationId, warning.ExpiresOn));

        _service.Clock.Advance(TimeSpan.FromDays(7));
        var closed = await _service.Bus.HearAsync<MissionClosed>(message => message.MissionId == ends);
        Assert.Equal(ClosingReason.Expired, closed.Reason);
        var read = await _service.ReadMissionAsync(null, ends);
        Assert.Equal(("closed", "expired"), ((string?)read["state"], (string?)read["stateReason"]));
        Assert.Equal("published", (string?)(await _service.ReadMissionAsync(null, goesOn))["state"]);
        await _service.SearchUntilAsync($"organisation={organisation}", found => (int)found["total"]! == 1);
        Assert.Single(_service.Bus.Heard<MissionExpiring>(), message => message.MissionId == ends);
        Assert.DoesNotContain(_service.Bus.Heard<MissionExpiring>(), message => message.MissionId == goesOn);
    }
}
