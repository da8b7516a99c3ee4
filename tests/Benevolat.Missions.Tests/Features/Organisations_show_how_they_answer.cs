using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Benevolat.Missions.Tests.Features;

public sealed class Organisations_show_how_they_answer(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task A_new_one_is_called_new_and_then_its_rate_and_pace_are_shown()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        var mission = await service.PublishAsync(_owner, id);
        await service.DraftAsync(_owner, id);
        var seen = await service.ReadOrganisationAsync(null, id);
        Assert.Equal((1, true, 0, null, null), ((int)seen["publishedMissions"]!, (bool)seen["answers"]!["isNew"]!, (int)seen["answers"]!["over"]!, seen["answers"]!["rate"], seen["answers"]!["medianHours"]));
        Assert.Equal((null, null, null), (seen["logoUrl"], seen["submittedAt"], seen["stateReason"]));

        await service.Bus.PublishAsync(Answers(id, version: 2, answered: 3, asked: 4, median: 5.5));
        await Eventually.TrueAsync(async () => (double?)(await service.ReadOrganisationAsync(null, id))["answers"]!["rate"] == 0.75, "the rate is shown");
        await service.Bus.PublishAsync(Answers(id, version: 1, answered: 0, asked: 3, median: null));
        await service.Bus.PublishAsync(Answers(id, version: 3, answered: 4, asked: 5, median: 6));
        await Eventually.TrueAsync(async () => (double?)(await service.ReadOrganisationAsync(null, id))["answers"]!["rate"] == 0.8, "newer news counts, older doesn't");
        var answers = (await service.ReadOrganisationAsync(null, id))["answers"]!;
        Assert.Equal((6.0, 5, false), ((double)answers["medianHours"]!, (int)answers["over"]!, (bool)answers["isNew"]!));

        var loader = service.Services.GetRequiredService<MissionLoader>();
        Assert.Equal(0.8, Assert.Single(await loader.TheseAsync([mission], CancellationToken.None)).AnswerRate);
        Assert.Equal(0.8, Documents.Of(Assert.Single(await loader.TheseAsync([mission], CancellationToken.None)), 1).AnswerRate);
    }

    [Fact]
    public async Task The_change_reaches_the_index()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        var before = await ChangesAsync(id);
        await service.Bus.PublishAsync(Answers(id, version: 1, answered: 3, asked: 3, median: 1));
        await Eventually.TrueAsync(async () => await ChangesAsync(id) == before + 1, "the change log names the organisation");
    }

    [Fact]
    public async Task A_mission_that_ends_soon_is_announced_once()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        var mission = await service.PublishAsync(_owner, id);
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(
            $"UPDATE missions SET published_at = now() - interval '30 days', expires_on = current_date + 3 WHERE id = '{mission}' RETURNING expires_on");
        var last = (DateOnly)(await command.ExecuteScalarAsync())!;
        var told = await service.Bus.HearAsync<MissionExpiring>(message => message.MissionId == mission);
        Assert.Equal((id, last), (told.OrganisationId, told.ExpiresOn));
        await Eventually.StaysAsync(
            () => Task.FromResult(service.Bus.Heard<MissionExpiring>().Count(message => message.MissionId == mission) == 1), "it is told once", TimeSpan.FromSeconds(5));
    }

    private OrganisationResponsivenessChanged Answers(Guid id, long version, int answered, int asked, double? median) =>
        new(id, version, answered, asked, median, service.Clock.GetUtcNow());

    private async Task<long> ChangesAsync(Guid organisation)
    {
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand($"SELECT count(*) FROM mission_changes WHERE organisation_id = '{organisation}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
