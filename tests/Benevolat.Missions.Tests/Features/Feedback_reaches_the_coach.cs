using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Feedback_reaches_the_coach(MissionsService service)
{
    private const string Code = "feedback.not-as-described";
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task From_the_third_answer_on_and_as_long_as_a_third_has_doubts()
    {
        var (organisation, mission) = await MissionAsync();
        var score = (int)(await CoachingAsync(mission))["score"]!;
        var doubting = Given(organisation, mission, AsDescribed.No);
        await PublishAsync(Given(organisation, mission, AsDescribed.Yes), doubting, Given(organisation, mission, null), Given(organisation, mission, AsDescribed.No) with { Happened = false });
        Assert.Null(Finding(await CoachingAsync(mission)));

        await PublishAsync(Given(organisation, mission, AsDescribed.Partly));
        await Eventually.TrueAsync(async () => Finding(await CoachingAsync(mission)) is not null, "the coach advises");
        var coaching = await CoachingAsync(mission);
        var finding = Finding(coaching)!;
        Assert.Equal(("advice", "description", score), ((string?)finding["severity"], (string?)finding["field"], (int)coaching["score"]!));
        Assert.StartsWith("Parmi les personnes venues", (string?)finding["sentence"], StringComparison.Ordinal);
        Assert.StartsWith("Of those who came", (string?)Finding(await CoachingAsync(mission, "en"))!["sentence"], StringComparison.Ordinal);
        await service.As(Caller.Person()).GetAsync(Path(mission)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        await PublishAsync(
            doubting with { Version = 2, AsDescribed = AsDescribed.Yes }, doubting, Given(organisation, mission, AsDescribed.Yes));
        await Eventually.TrueAsync(async () => Finding(await CoachingAsync(mission)) is null, "three of four are content, since the newest word of each counts");
    }

    [Fact]
    public async Task Others_learn_which_skills_are_required()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var text = Mission();
        (text["skills"], text["prerequisites"]) = (new JsonArray("pédagogie", "permis B"), new JsonArray("PEDAGOGIE"));
        var (asking, plain) = (await service.PublishAsync(_owner, organisation, text), await service.PublishAsync(_owner, organisation));
        Assert.Equal(["pédagogie"], (await service.Bus.HearAsync<MissionPublished>(message => message.MissionId == asking)).Mission.RequiredSkills!);
        Assert.Empty((await service.Bus.HearAsync<MissionPublished>(message => message.MissionId == plain)).Mission.RequiredSkills!);
    }

    private async Task<(Guid Organisation, Guid Mission)> MissionAsync()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        return (organisation, await service.PublishAsync(_owner, organisation));
    }

    private FeedbackGiven Given(Guid organisation, Guid mission, AsDescribed? asDescribed) => new(
        Guid.CreateVersion7(), 1, mission, organisation, Guid.CreateVersion7(), Happened: true, asDescribed, ComeBack.Maybe, service.Clock.GetUtcNow());

    /// <summary>Publishes, and waits until the service has taken it in.</summary>
    private async Task PublishAsync(params FeedbackGiven[] news)
    {
        foreach (var message in news)
        {
            var id = Guid.CreateVersion7();
            await service.Bus.PublishAsync(message, id);
            await Eventually.TrueAsync(() => TakenAsync(id), "the feedback was taken");
        }
    }

    private async Task<bool> TakenAsync(Guid message)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand($"SELECT count(*) FROM messaging.inbox WHERE message_id = '{message}'");
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    private Task<JsonNode> CoachingAsync(Guid mission, string language = "fr") => service.As(_owner, language).GetAsync(Path(mission)).ReadJsonAsync();

    private static Uri Path(Guid mission) => new($"{Api}/missions/{mission}/coaching", UriKind.Relative);

    private static JsonNode? Finding(JsonNode coaching) => coaching["findings"]!.AsArray().FirstOrDefault(finding => (string?)finding!["code"] == Code);
}
