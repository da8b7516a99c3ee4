using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Volunteers.Tests.Features;

public sealed class My_history(VolunteersService volunteers) : IClassFixture<VolunteersService>
{
    private const string History = "/api/v1/volunteers/me/history";
    private readonly Caller _volunteer = Caller.Person();

    [Fact]
    public async Task Lists_the_days_that_were_last_first_and_adds_up_where_one_came()
    {
        var (mission, organisation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = Recorded(1, ParticipationState.Approved, 120) with { MissionId = mission, OrganisationId = organisation };
        var second = Recorded(8, ParticipationState.Present, 90) with { MissionId = mission, OrganisationId = organisation };
        var elsewhere = Recorded(3, ParticipationState.Present, null) with { OrganisationId = organisation };
        var missed = Recorded(15, ParticipationState.NoShow, null);
        await PublishAsync(first, second, elsewhere, missed, Recorded(22, ParticipationState.Planned, null), Recorded(16, ParticipationState.Cancelled, 60));

        var history = await ReadAsync(4);
        Assert.Equal(
            [missed, second, elsewhere, first], history["items"]!.AsArray().Select(item => new[] { first, second, elsewhere, missed }.Single(news => (Guid)item!["participationId"]! == news.ParticipationId)));
        var last = history["items"]![3]!;
        Assert.Equal((mission, organisation, "2026-10-01", 120, "approved"), ((Guid)last["missionId"]!, (Guid)last["organisationId"]!, (string?)last["on"], (int)last["minutes"]!, (string?)last["state"]));
        Assert.Equal(("no-show", null), ((string?)history["items"]![0]!["state"], history["items"]![0]!["minutes"]));
        Assert.Equal((2, 1, 210), ((int)history["totals"]!["missions"]!, (int)history["totals"]!["organisations"]!, (int)history["totals"]!["minutes"]!));
    }

    [Fact]
    public async Task Goes_on_page_by_page_with_the_same_totals()
    {
        await PublishAsync([.. Enumerable.Range(1, 5).Select(number => Recorded(number < 4 ? 7 : number, ParticipationState.Approved, 60))]);
        await ReadAsync(5);
        using var me = volunteers.As(_volunteer);
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await me.GetAsync($"{History}?limit=2&cursor={cursor}").ReadJsonAsync();
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["participationId"]!));
            Assert.Equal(300, (int)page["totals"]!["minutes"]!);
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task The_newest_word_counts_in_whatever_order_words_come()
    {
        var planned = Recorded(1, ParticipationState.Planned, null);
        var approved = planned with { Version = 3, State = ParticipationState.Approved, Minutes = 45 };
        await PublishAsync(approved, planned, planned with { Version = 2, State = ParticipationState.Present, Minutes = 30 }, approved);
        await Eventually.TrueAsync(ApprovedAsync, "the approval counts"); // the presence may be the first to arrive
        await Eventually.StaysAsync(ApprovedAsync, "the approval stands", TimeSpan.FromSeconds(1));
        await PublishAsync(approved with { Version = 4, State = ParticipationState.Cancelled });
        Assert.Equal(0, (int)(await ReadAsync(0))["totals"]!["minutes"]!);

        async Task<bool> ApprovedAsync() => (int?)(await ReadAsync(1))["items"]![0]!["minutes"] == 45;
    }

    [Fact]
    public async Task Is_nobody_elses()
    {
        await PublishAsync(Recorded(1, ParticipationState.Approved, 60));
        var cursor = (string?)(await ReadAsync(1))["next"];
        Assert.Null(cursor);
        using var other = volunteers.As(Caller.Person());
        Assert.Empty((await other.GetAsync(History).ReadJsonAsync())["items"]!.AsArray());
        using var visitor = volunteers.As(null);
        await visitor.GetAsync(History).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        using var network = volunteers.As(Caller.Network());
        await network.GetAsync(History).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    [Fact]
    public async Task Refuses_a_page_that_is_none()
    {
        using var me = volunteers.As(_volunteer);
        await me.GetAsync($"{History}?limit=0").ExpectInvalidAsync("limit");
        await me.GetAsync($"{History}?cursor=AAAA").ExpectInvalidAsync("cursor");
    }

    private ParticipationRecorded Recorded(int day, ParticipationState state, int? minutes) => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), _volunteer.AccountId, null, state,
        new DateOnly(2026, 10, day), null, null, minutes, volunteers.Clock.GetUtcNow());

    private async Task PublishAsync(params ParticipationRecorded[] news)
    {
        foreach (var message in news) { await volunteers.Bus.PublishAsync(message); }
    }

    /// <summary>Once it has so many items.</summary>
    private async Task<JsonNode> ReadAsync(int count)
    {
        using var me = volunteers.As(_volunteer);
        await Eventually.TrueAsync(async () => (await me.GetAsync(History).ReadJsonAsync())["items"]!.AsArray().Count == count, $"{count} days are listed");
        return await me.GetAsync(History).ReadJsonAsync();
    }
}
