using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Matching.Tests.Features;

public sealed class Places_are_never_oversold(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Sixty_acceptances_at_once_on_five_places_and_two_replicas_accept_five()
    {
        var offer = await matching.OfferAsync(places: 5);
        var replicas = await ReplicasAsync();
        var waiting = new List<JsonNode>();
        for (var count = 0; count < 60; count++) { waiting.Add(await matching.AppliedAsync(Caller.Person(), offer.MissionId)); }

        var answers = await Task.WhenAll(waiting.Select((application, index) =>
            matching.StepAsync(offer.Manager, application, "acceptance", host: replicas[index % 2])));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            var problem = await Task.FromResult(refused).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.no-place-left");
            Assert.Contains("5 sur 5", (string?)problem["title"], StringComparison.Ordinal);
        }

        Assert.Equal((5, 5), await PlacesAsync(offer));
        Assert.Equal(55, await matching.LookAsync(db => db.Applications.CountAsync(of => of.MissionId == offer.MissionId && of.State == ApplicationState.Submitted)));

        await matching.Bus.HearAsync<PlacesChanged>(heard => heard.MissionId == offer.MissionId && heard.Left == 0);
        var told = matching.Bus.Heard<PlacesChanged>().Where(heard => heard.MissionId == offer.MissionId).ToList();
        Assert.Equal([4, 3, 2, 1, 0], told.OrderBy(heard => heard.Version).Select(heard => heard.Left));
    }

    /// <summary>Each client goes on until it has an answer, as the site does; database sessions die under them meanwhile.</summary>
    [Fact]
    public async Task Five_hundred_on_ten_places_and_two_replicas_with_broken_connections_are_ten_and_a_line_in_order()
    {
        var offer = await matching.OfferAsync(places: 10);
        var replicas = await ReplicasAsync();
        var applications = new JsonNode[500];
        await Parallel.ForAsync(0, applications.Length, TestContext.Current.CancellationToken, async (index, _) =>
            applications[index] = await matching.AppliedAsync(Caller.Person(), offer.MissionId));

        var broken = await WhileConnectionsBreakAsync(() => Task.WhenAll(
            applications.Select((application, index) => UntilAcceptedAsync(offer, application, replicas[index % 2]))));

        var rows = await matching.LookAsync(db => db.Applications.Where(of => of.MissionId == offer.MissionId).ToListAsync());
        Assert.True(broken > 0, "no connection was broken: the test tests nothing");
        Assert.Equal(10, rows.Count(row => row.State is ApplicationState.Accepted));
        Assert.Equal(490, rows.Count(row => row.WaitingSince is not null));
        Assert.Equal((10, 10), await PlacesAsync(offer));

        var line = rows.Where(row => row.WaitingSince is not null).OrderBy(row => row.WaitingSince).ThenBy(row => row.Id).Select(row => row.Id).ToList();
        var shown = (await matching.As(offer.Manager).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/waiting-list")).Items();
        Assert.Equal(line, shown.Select(item => (Guid)item["applicationId"]!));
        Assert.Equal(Enumerable.Range(1, 490), shown.Select(item => (int)item["position"]!));

        // Three step back at once: the first three in line are offered their places, nobody else.
        var leaving = rows.Where(row => row.State is ApplicationState.Accepted).Take(3).ToList();
        await Task.WhenAll(leaving.Select((row, index) => matching.As(replicas[index % 2], Caller.Person(row.VolunteerId))
            .PostJsonAsync($"/api/v1/applications/{row.Id}/withdrawal", new { reason = "other" }, $"\"{row.Version}\"").ExpectAsync(HttpStatusCode.OK)));
        var offered = await matching.LookAsync(db => db.Applications.Where(of => of.MissionId == offer.MissionId && of.OfferId != null).Select(of => of.Id).ToListAsync());
        Assert.Equal(line.Take(3).Order(), offered.Order());
        Assert.Equal((10, 10), await PlacesAsync(offer));
    }

    [Fact]
    public async Task A_place_that_was_freed_goes_to_somebody_who_still_waits_even_when_the_mission_closed_as_filled()
    {
        var offer = await matching.OfferAsync(places: 1);
        var lucky = Caller.Person();
        var accepted = await matching.StepAsync(offer.Manager, await matching.AppliedAsync(lucky, offer.MissionId), "acceptance", host: null)
            .ReadJsonAsync();
        await matching.SubmitAsync(Caller.Person(), offer.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");

        var other = await matching.OfferAsync(places: 1);
        var first = await matching.AppliedAsync(lucky, other.MissionId);
        var second = await matching.AppliedAsync(Caller.Person(), other.MissionId);
        var holder = await matching.StepAsync(other.Manager, first, "acceptance").ReadJsonAsync();
        await matching.CloseAsync(other.MissionId, ClosingReason.Filled);
        await matching.StepAsync(other.Manager, second, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.no-place-left");

        await matching.StepAsync(lucky, holder, "withdrawal", new { reason = "other" }).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("accepted", (await matching.StepAsync(other.Manager, second, "acceptance").ReadJsonAsync()).State());
        Assert.Equal("accepted", accepted.State());
    }

    [Fact]
    public async Task Two_managers_and_the_volunteer_at_once_end_in_one_legal_state()
    {
        var replicas = await ReplicasAsync();
        for (var round = 0; round < 15; round++)
        {
            var offer = await matching.OfferAsync(places: 1);
            var volunteer = Caller.Person();
            var application = await matching.AppliedAsync(volunteer, offer.MissionId);
            var answers = await Task.WhenAll(
                matching.StepAsync(offer.Manager, application, "acceptance", host: replicas[0]),
                matching.StepAsync(offer.Manager, application, "acceptance", host: replicas[1]),
                matching.StepAsync(offer.Manager, application, "refusal", new { reason = "other" }, replicas[0]),
                matching.StepAsync(volunteer, application, "withdrawal", new { reason = "other" }, replicas[1]));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.All(
                answers.Where(answer => answer.StatusCode != HttpStatusCode.OK),
                answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict]));
            var state = await matching.LookAsync(db => db.Applications.Where(of => of.Id == application.Id()).Select(of => of.State).SingleAsync());
            Assert.Equal((1, state is ApplicationState.Accepted ? 1 : 0), await PlacesAsync(offer));
        }
    }

    [Fact]
    public async Task Repeated_submissions_with_one_key_are_one_application_with_one_answer()
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var replicas = await ReplicasAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => UntilAnsweredAsync(
            () => matching.SubmitAsync(volunteer, offer.MissionId, key: "click-1", host: replicas[index % 2]))));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await matching.LookAsync(db => db.Applications.CountAsync(of => of.VolunteerId == volunteer.AccountId)));
        await matching.SubmitAsync(volunteer, offer.MissionId, key: "click-1", message: "Autre chose")
            .ExpectProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
        await matching.SubmitAsync(volunteer, offer.MissionId, key: "click-2").ExpectProblemAsync(HttpStatusCode.Conflict, "application.exists");
    }

    [Fact]
    public async Task Repeated_submissions_without_a_key_are_one_application_and_the_others_are_told()
    {
        var offer = await matching.OfferAsync();
        var replicas = await ReplicasAsync();
        for (var round = 0; round < 10; round++) // the first rounds warm the replicas up, so that later ones really meet
        {
            var volunteer = Caller.Person();
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => matching.SubmitAsync(volunteer, offer.MissionId, host: replicas[index % 2])));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            {
                await Task.FromResult(refused).ExpectProblemAsync(HttpStatusCode.Conflict, "application.exists");
            }
        }
    }

    private async Task UntilAcceptedAsync(Offer offer, JsonNode application, WebApplicationFactory<Program> replica)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await matching.StepAsync(offer.Manager, application, "acceptance", new { whenFull = "wait" }, replica);
                // 412: an answer that was lost with its connection had been committed.
                return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed
                    || (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict ? false
                        : throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"));
            },
            "the application was answered", TimeSpan.FromMinutes(4));
    }

    /// <summary>Ends some database session that does something, every two seconds: whereupon Npgsql gives all its connections up.</summary>
    private async Task<int> WhileConnectionsBreakAsync(Func<Task> work)
    {
        var (broken, working) = (0, work());
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(matching.Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (!working.IsCompleted)
        {
            await using var command = new NpgsqlCommand(
                """
                SELECT count(pg_terminate_backend(pid)) FROM (
                  SELECT pid FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' ORDER BY random() LIMIT 1) AS victims
                """,
                connection);
            broken += (int)(long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await working;
        return broken;
    }

    /// <summary>As a client does: a twin under way is waited for.</summary>
    private static async Task<string> UntilAnsweredAsync(Func<Task<HttpResponseMessage>> send) => await Eventually.GetAsync(
        async () =>
        {
            using var response = await send();
            return response.StatusCode == HttpStatusCode.Created ? $"{response.Headers.Location} {response.Headers.ETag} {await response.Content.ReadAsStringAsync()}" : null;
        },
        "the application was answered");

    private async Task<(int Places, int Taken)> PlacesAsync(Offer offer)
    {
        var allocation = await matching.LookAsync(db => db.Allocations.SingleAsync(places => places.MissionId == offer.MissionId));
        return (allocation.Places, allocation.Taken);
    }

    private async Task<WebApplicationFactory<Program>[]> ReplicasAsync() => [await matching.StartHostAsync(), await matching.StartHostAsync()];
}
