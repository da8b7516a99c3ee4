using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

public sealed class Shifts_are_never_oversold(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Two_hundred_sign_ups_at_once_on_ten_places_and_two_replicas_are_ten_and_a_line_in_order_of_arrival()
    {
        var shift = matching.Shift(inHours: 72, places: 10);
        var offer = await matching.OfferWithAsync(shift);
        var replicas = await ReplicasAsync();
        var volunteers = new List<Caller>();
        for (var count = 0; count < 200; count++) { volunteers.Add(await matching.VolunteerAsync(offer)); }

        var answers = await Task.WhenAll(volunteers.Select((volunteer, index) => matching.SignUpAsync(volunteer, offer, shift, wait: true, host: replicas[index % 2])));

        Assert.Equal((10, 190), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted)));
        var told = new Dictionary<Guid, int>();
        for (var index = 0; index < 200; index++)
        {
            if (answers[index].StatusCode != HttpStatusCode.Accepted) { continue; }
            told[volunteers[index].AccountId] = (int)(await Task.FromResult(answers[index]).ReadJsonAsync(HttpStatusCode.Accepted))["position"]!;
        }

        Assert.Equal(Enumerable.Range(1, 190), told.Values.Order());
        var (row, line, expected) = await matching.LookAsync(async db => (
            await db.Shifts.SingleAsync(row => row.ShiftId == shift.ShiftId),
            await db.ShiftWaits.Where(wait => wait.ShiftId == shift.ShiftId).OrderBy(wait => wait.Number).ToListAsync(),
            await db.Participations.CountAsync(its => its.ShiftId == shift.ShiftId)));
        Assert.Equal((10, 10, 10), (row.Places, row.Taken, expected));
        Assert.Equal(Enumerable.Range(1, 190), line.Select(wait => wait.Number));

        // Everybody's place in line is the one they were told.
        Assert.All(line, wait => Assert.Equal(wait.Number, told[wait.VolunteerId]));
    }

    [Fact]
    public async Task Places_that_come_free_while_others_sign_up_go_to_the_line()
    {
        var shift = matching.Shift(inHours: 72, places: 5);
        var offer = await matching.OfferWithAsync(shift);
        var replicas = await ReplicasAsync();
        var holders = new List<(Caller Volunteer, JsonNode Participation)>();
        for (var count = 0; count < 5; count++) { holders.Add(await matching.SignedUpAsync(offer, shift)); }
        var others = new List<Caller>();
        for (var count = 0; count < 20; count++) { others.Add(await matching.VolunteerAsync(offer)); }

        var leaving = holders.Select((holder, index) => matching.ChangeAsync(holder.Volunteer, holder.Participation, "cancellation", host: replicas[index % 2]));
        var coming = others.Select((other, index) => matching.SignUpAsync(other, offer, shift, wait: true, host: replicas[index % 2]));
        var answers = await Task.WhenAll(leaving.Concat(coming));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        await matching.UntilAsync(
            async db => await db.ShiftWaits.CountAsync(wait => wait.ShiftId == shift.ShiftId && wait.State == ShiftWaitState.Offered)
                + await db.Participations.CountAsync(its => its.ShiftId == shift.ShiftId && its.State == ParticipationState.Planned) == 5,
            "every place is somebody's or held");
        Assert.Equal(5, await matching.LookAsync(db => db.Shifts.Where(row => row.ShiftId == shift.ShiftId).Select(row => row.Taken).SingleAsync()));
    }

    [Fact]
    public async Task One_volunteer_who_signs_up_for_two_shifts_at_the_same_time_gets_one_of_them()
    {
        var replicas = await ReplicasAsync();
        for (var round = 0; round < 8; round++)
        {
            var (one, other) = (matching.Shift(inHours: 48), matching.Shift(inHours: 49));
            var (here, there) = (await matching.OfferWithAsync(one), await matching.OfferWithAsync(other));
            var volunteer = await matching.VolunteerAsync(here);
            await matching.AcceptedAsync(there, volunteer);
            var answers = await Task.WhenAll(
                matching.SignUpAsync(volunteer, here, one, host: replicas[0]), matching.SignUpAsync(volunteer, there, other, host: replicas[1]),
                matching.SignUpAsync(volunteer, here, one, host: replicas[1]), matching.SignUpAsync(volunteer, there, other, host: replicas[0]));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
            Assert.Equal(1, await matching.LookAsync(db => db.Participations.CountAsync(its => its.VolunteerId == volunteer.AccountId)));
        }
    }

    [Fact]
    public async Task Who_steps_back_while_signing_up_ends_without_a_place()
    {
        var replicas = await ReplicasAsync();
        for (var round = 0; round < 10; round++)
        {
            var shift = matching.Shift(inHours: 48, places: 1);
            var offer = await matching.OfferWithAsync(shift);
            var (volunteer, application) = await matching.AcceptedAsync(offer);
            var answers = await Task.WhenAll(
                matching.SignUpAsync(volunteer, offer, shift, host: replicas[0]),
                matching.StepAsync(volunteer, application, "withdrawal", new { reason = "other" }, replicas[1]));
            Assert.Equal(HttpStatusCode.OK, answers[1].StatusCode);
            Assert.Contains(answers[0].StatusCode, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]);
            var left = await matching.LookAsync(async db => (
                await db.Shifts.Where(row => row.ShiftId == shift.ShiftId).Select(row => row.Taken).SingleAsync(),
                await db.Participations.CountAsync(its => its.ShiftId == shift.ShiftId && its.State == ParticipationState.Planned)));
            Assert.Equal((0, 0), left);
        }
    }

    private async Task<WebApplicationFactory<Program>[]> ReplicasAsync() => [await matching.StartHostAsync(), await matching.StartHostAsync()];
}
