using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

/// <summary>On a service of its own, because its clock is moved.</summary>
public sealed class A_place_that_comes_free_is_offered(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task To_the_first_in_line_then_to_the_next_and_at_last_to_everybody()
    {
        await matching.StartHostAsync(); // two clocks, and each thing happens once
        var shift = matching.Shift(inHours: 120, places: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (holder, held) = await matching.SignedUpAsync(offer, shift);
        var line = new List<Caller>();
        for (var count = 0; count < 4; count++)
        {
            line.Add(await matching.VolunteerAsync(offer));
            var waiting = await matching.SignUpAsync(line[count], offer, shift, wait: true).ReadJsonAsync(HttpStatusCode.Accepted);
            Assert.Equal(count + 1, (int)waiting["position"]!);
            Assert.Null(waiting["offer"]);
        }

        await matching.ChangeAsync(holder, held, "cancellation").ExpectAsync(HttpStatusCode.OK);
        var first = await OfferedAsync(line[0]);
        Assert.Equal(TimeSpan.FromHours(24), first.ExpiresAt - first.At);
        Assert.Equal(0, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
        await matching.SignUpAsync(holder, offer, shift).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.full");
        await AnswerAsync(line[1], first.OfferId, "acceptance").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        // The first doesn't answer.
        matching.Clock.Advance(TimeSpan.FromHours(24.1));
        Assert.False((await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.OfferId == first.OfferId)).Declined);
        var second = await OfferedAsync(line[1]);
        await AnswerAsync(line[0], first.OfferId, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "offer.lapsed");

        // The second says no, the third yes.
        await AnswerAsync(line[1], second.OfferId, "refusal").ExpectAsync(HttpStatusCode.NoContent);
        Assert.True((await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.OfferId == second.OfferId)).Declined);
        var third = await OfferedAsync(line[2]);
        Assert.Equal(third.OfferId, (Guid)(await matching.SeeAsync(line[2], offer, shift))["waiting"]!["offer"]!["id"]!);
        var taken = await AnswerAsync(line[2], third.OfferId, "acceptance").ReadJsonAsync();
        Assert.Equal("planned", taken.State());
        await AnswerAsync(line[2], third.OfferId, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "offer.lapsed");
        Assert.Equal(1, (int)(await matching.SeeAsync(line[3], offer, shift))["waiting"]!["position"]!);

        // The fourth is asked two hours before the shift at the latest, and then it is anybody's.
        matching.Clock.MoveTo(shift.StartsAt.AddHours(-3));
        await matching.ChangeAsync(line[2], taken, "cancellation").ExpectAsync(HttpStatusCode.OK);
        var fourth = await OfferedAsync(line[3]);
        Assert.Equal(shift.StartsAt.AddHours(-2), fourth.ExpiresAt);
        matching.Clock.MoveTo(shift.StartsAt.AddHours(-1.9));
        await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.OfferId == fourth.OfferId);
        Assert.Equal(1, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
        await matching.SignUpAsync(line[0], offer, shift).ExpectAsync(HttpStatusCode.Created);

        Assert.Equal([line[0], line[1], line[2], line[3]], matching.Bus.Heard<PlaceOffered>().Where(heard => heard.ShiftId == shift.ShiftId).Select(heard => line.Single(caller => caller.AccountId == heard.VolunteerId)));
        Assert.Equal(3, matching.Bus.Heard<PlaceOfferLapsed>().Count(heard => heard.ShiftId == shift.ShiftId));
    }

    [Fact]
    public async Task Who_waits_no_more_leaves_the_line_and_what_was_held_for_them_goes_on()
    {
        var shift = matching.Shift(inHours: 120, places: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (holder, held) = await matching.SignedUpAsync(offer, shift);
        var line = new[] { await matching.VolunteerAsync(offer), await matching.VolunteerAsync(offer), await matching.VolunteerAsync(offer) };
        foreach (var caller in line) { await matching.SignUpAsync(caller, offer, shift, wait: true).ExpectAsync(HttpStatusCode.Accepted); }

        await LeaveAsync(line[0]).ExpectAsync(HttpStatusCode.NoContent);
        await LeaveAsync(line[0]).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        Assert.Equal(1, (int)(await matching.SeeAsync(line[1], offer, shift))["waiting"]!["position"]!);

        await matching.ChangeAsync(holder, held, "cancellation").ExpectAsync(HttpStatusCode.OK);
        var offered = await OfferedAsync(line[1]);
        await LeaveAsync(line[1]).ExpectAsync(HttpStatusCode.NoContent);
        Assert.True((await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.OfferId == offered.OfferId)).Declined);
        await AnswerAsync(line[2], (await OfferedAsync(line[2])).OfferId, "acceptance").ExpectAsync(HttpStatusCode.OK);

        Task<HttpResponseMessage> LeaveAsync(Caller caller) =>
            matching.As(caller).DeleteAsync(new Uri($"/api/v1/missions/{offer.MissionId}/shifts/{shift.ShiftId}/waiting", UriKind.Relative));
    }

    [Fact]
    public async Task Who_is_expected_elsewhere_at_that_time_is_passed_over_and_keeps_their_place_in_line()
    {
        var (shift, elsewhere) = (matching.Shift(inHours: 120, places: 1), matching.Shift(inHours: 121));
        var (offer, other) = (await matching.OfferWithAsync(shift), await matching.OfferWithAsync(elsewhere));
        var (holder, held) = await matching.SignedUpAsync(offer, shift);
        var (busy, free) = (await matching.VolunteerAsync(offer), await matching.VolunteerAsync(offer));
        foreach (var caller in (Caller[])[busy, free]) { await matching.SignUpAsync(caller, offer, shift, wait: true).ExpectAsync(HttpStatusCode.Accepted); }
        await matching.AcceptedAsync(other, busy);
        await matching.SignUpAsync(busy, other, elsewhere).ExpectAsync(HttpStatusCode.Created);

        await matching.ChangeAsync(holder, held, "cancellation").ExpectAsync(HttpStatusCode.OK);
        await OfferedAsync(free);
        var waiting = (await matching.SeeAsync(busy, offer, shift))["waiting"]!;
        Assert.Equal(1, (int)waiting["position"]!);
        Assert.Null(waiting["offer"]);
    }

    [Fact]
    public async Task Who_leaves_the_mission_leaves_the_line_and_gives_back_what_was_held()
    {
        var shift = matching.Shift(inHours: 120, places: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (holder, held) = await matching.SignedUpAsync(offer, shift);
        var (first, application) = await matching.AcceptedAsync(offer);
        var second = await matching.VolunteerAsync(offer);
        foreach (var caller in (Caller[])[first, second]) { await matching.SignUpAsync(caller, offer, shift, wait: true).ExpectAsync(HttpStatusCode.Accepted); }
        await matching.ChangeAsync(holder, held, "cancellation").ExpectAsync(HttpStatusCode.OK);
        await OfferedAsync(first);

        await matching.StepAsync(first, application, "withdrawal", new { reason = "not-available" }).ExpectAsync(HttpStatusCode.OK);
        await OfferedAsync(second);
        Assert.Equal(0, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
    }

    [Fact]
    public async Task An_offer_at_the_time_of_another_shift_is_refused_until_that_is_cancelled()
    {
        var (shift, parallel) = (matching.Shift(inHours: 120, places: 1), matching.Shift(inHours: 121));
        var offer = await matching.OfferWithAsync(shift, parallel);
        var (holder, held) = await matching.SignedUpAsync(offer, shift);
        var waiting = await matching.VolunteerAsync(offer);
        await matching.SignUpAsync(waiting, offer, shift, wait: true).ExpectAsync(HttpStatusCode.Accepted);
        await matching.ChangeAsync(holder, held, "cancellation").ExpectAsync(HttpStatusCode.OK);
        var offered = await OfferedAsync(waiting);
        var other = await matching.SignUpAsync(waiting, offer, parallel).ReadJsonAsync(HttpStatusCode.Created);
        await AnswerAsync(waiting, offered.OfferId, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "shift.clash");
        await matching.ChangeAsync(waiting, other, "cancellation").ExpectAsync(HttpStatusCode.OK);
        await AnswerAsync(waiting, offered.OfferId, "acceptance").ExpectAsync(HttpStatusCode.OK);
    }

    private Task<PlaceOffered> OfferedAsync(Caller volunteer) => matching.Bus.HearAsync<PlaceOffered>(heard => heard.VolunteerId == volunteer.AccountId);

    private Task<HttpResponseMessage> AnswerAsync(Caller volunteer, Guid offerId, string answer) =>
        matching.As(volunteer).PostJsonAsync($"/api/v1/shift-offers/{offerId}/{answer}", null);
}
