using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class The_life_of_a_shift(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Everybody_sees_the_shifts_and_who_was_accepted_takes_a_place()
    {
        var (later, soon) = (matching.Shift(inHours: 90, places: 4), matching.Shift(inHours: 72, places: 2));
        var offer = await matching.OfferWithAsync(later, soon);
        var shifts = (await matching.ReadAsync(null, $"missions/{offer.MissionId}/shifts")).Items();
        Assert.Equal([soon.ShiftId, later.ShiftId], shifts.Select(shift => shift.Id()));
        Assert.All(shifts, shift => Assert.True(shift["mine"] is null && shift["waiting"] is null && shift["swap"] is null));

        var (volunteer, application) = await matching.AcceptedAsync(offer);
        using var created = await matching.SignUpAsync(volunteer, offer, soon).ExpectAsync(HttpStatusCode.Created);
        var mine = await Task.FromResult(created).ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/participations/{mine.Id()}", created.Headers.Location?.OriginalString);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);
        Assert.Equal(("planned", soon.ShiftId, application.Id()), (mine.State(), (Guid)mine["shiftId"]!, (Guid)mine["applicationId"]!));
        Assert.Equal(["offer-swap", "cancel"], mine.Actions());
        Assert.Equal(1, (int)(await matching.SeeAsync(null, offer, soon))["left"]!);
        Assert.Equal(mine.ToJsonString(), (await matching.SeeAsync(volunteer, offer, soon))["mine"]!.ToJsonString());
        var told = await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id());
        Assert.Equal((1, ParticipationState.Planned, soon.StartsAt, soon.EndsAt), (told.Version, told.State, told.StartsAt!.Value, told.EndsAt!.Value));

        await matching.SignUpAsync(volunteer, offer, soon).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.exists");
        var cancelled = await matching.ChangeAsync(volunteer, mine, "cancellation").ReadJsonAsync();
        Assert.Equal(("cancelled", 2), (cancelled.State(), (long)cancelled["version"]!));
        Assert.Empty(cancelled.Actions());
        Assert.Equal(2, (int)(await matching.SeeAsync(null, offer, soon))["left"]!);
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Cancelled);
        await matching.ChangeAsync(volunteer, cancelled, "cancellation").ExpectProblemAsync(HttpStatusCode.Conflict, "participation.transition");
        await matching.SignUpAsync(volunteer, offer, soon).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_is_not_possible_says_why()
    {
        var (shift, parallel, after, begun) = (
            matching.Shift(inHours: 48, places: 1), matching.Shift(inHours: 49), matching.Shift(inHours: 50), matching.Shift(inHours: -1));
        var offer = await matching.OfferWithAsync(shift, parallel, after, begun);
        var stranger = Caller.Person();
        await matching.SignUpAsync(stranger, offer, shift).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.not-accepted");
        await matching.AppliedAsync(stranger, offer.MissionId);
        await matching.SignUpAsync(stranger, offer, shift).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.not-accepted");

        var (volunteer, _) = await matching.SignedUpAsync(offer, shift);
        var problem = await matching.SignUpAsync(volunteer, offer, parallel).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.clash");
        Assert.Contains("« Aider aux devoirs »", (string?)problem["title"], StringComparison.Ordinal);
        await matching.SignUpAsync(volunteer, offer, after).ExpectAsync(HttpStatusCode.Created);
        await matching.SignUpAsync(volunteer, offer, begun).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.over");
        await matching.SignUpAsync(volunteer, offer, matching.Shift(inHours: 5)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        var late = await matching.VolunteerAsync(offer);
        Assert.Contains("0 sur 1", (string?)(await matching.SignUpAsync(late, offer, shift).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.full"))["title"], StringComparison.Ordinal);
        await matching.CloseAsync(offer.MissionId, ClosingReason.Done);
        await matching.SignUpAsync(late, offer, parallel).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.over");
    }

    [Fact]
    public async Task A_change_names_the_version_it_saw_and_strangers_see_nothing()
    {
        var shift = matching.Shift(inHours: 48);
        var offer = await matching.OfferWithAsync(shift);
        var (volunteer, mine) = await matching.SignedUpAsync(offer, shift);
        var path = $"/api/v1/participations/{mine.Id()}";
        await matching.As(volunteer).PostJsonAsync($"{path}/cancellation", null).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await matching.As(volunteer).PostJsonAsync($"{path}/cancellation", null, "\"7\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");

        var welcomer = Caller.Person();
        await matching.JoinAsync(offer.OrganisationId, welcomer, MemberRole.Welcomer, version: 2);
        Assert.Empty((await matching.ReadAsync(welcomer, $"participations/{mine.Id()}")).Actions());
        await matching.ChangeAsync(welcomer, mine, "cancellation").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.ChangeAsync(volunteer, mine, "no-show").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.ChangeAsync(offer.Manager, mine, "no-show").ExpectProblemAsync(HttpStatusCode.Conflict, "participation.not-begun");
        foreach (var step in (string[])["cancellation", "approval", "no-show", "swap"])
        {
            await matching.ChangeAsync(Caller.Person(), mine, step, new { }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        await matching.As(Caller.Person()).GetAsync(new Uri($"/api/v1/missions/{offer.MissionId}/participations", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await matching.ChangeAsync(offer.Manager, mine, "cancellation").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_edited_mission_moves_grows_and_drops_its_shifts_and_who_was_expected_hears_of_it()
    {
        var (kept, dropped, full) = (matching.Shift(inHours: 48), matching.Shift(inHours: 60), matching.Shift(inHours: 72, places: 1));
        var offer = await matching.OfferWithAsync(kept, dropped, full);
        var (_, moved) = await matching.SignedUpAsync(offer, kept);
        var (_, gone) = await matching.SignedUpAsync(offer, dropped);
        await matching.SignedUpAsync(offer, full);
        var waiting = await matching.VolunteerAsync(offer);
        Assert.Equal(1, (int)(await matching.SignUpAsync(waiting, offer, full, wait: true).ReadJsonAsync(HttpStatusCode.Accepted))["position"]!);

        var later = kept with { StartsAt = kept.StartsAt.AddHours(1), EndsAt = kept.EndsAt.AddHours(1) };
        await matching.ChangeAsync(offer, version: 2, later, full with { Places = 3 });
        var rescheduled = await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == moved.Id() && heard.Version == 2);
        Assert.Equal((ParticipationState.Planned, later.StartsAt), (rescheduled.State, rescheduled.StartsAt!.Value));
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == gone.Id() && heard.State == ParticipationState.Cancelled);
        var offered = await matching.Bus.HearAsync<PlaceOffered>(heard => heard.VolunteerId == waiting.AccountId);
        Assert.Equal(full.ShiftId, offered.ShiftId);
        var seen = await matching.SeeAsync(waiting, offer, full);
        Assert.Equal((3, 1), ((int)seen["places"]!, (int)seen["left"]!));
        Assert.Equal(offered.OfferId, (Guid)seen["waiting"]!["offer"]!["id"]!);
        Assert.DoesNotContain((await matching.ReadAsync(null, $"missions/{offer.MissionId}/shifts")).Items(), item => item.Id() == dropped.ShiftId);
    }

    [Fact]
    public async Task A_group_takes_its_places_together_and_is_not_shared_out_by_proposals()
    {
        var shift = matching.Shift(inHours: 48, places: 4);
        var offer = await matching.OfferWithAsync(shift);
        var (group, alone) = (Caller.Person(), await matching.VolunteerAsync(offer));
        var asked = await matching.As(group).PostJsonAsync($"/api/v1/missions/{offer.MissionId}/applications", new { message = "La classe", places = 3, groupName = "4e B" })
            .ReadJsonAsync(HttpStatusCode.Created);
        await matching.StepAsync(offer.Manager, asked, "acceptance").ExpectAsync(HttpStatusCode.OK);
        var plan = await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/shift-proposals");
        Assert.Equal([alone.AccountId], plan["assignments"]!.AsArray().Select(item => (Guid)item!["volunteerId"]!));

        var mine = await matching.SignUpAsync(group, offer, shift).ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(1, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
        await matching.SignUpAsync(alone, offer, shift).ExpectAsync(HttpStatusCode.Created);
        await matching.ChangeAsync(group, mine, "cancellation").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(3, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
    }

    [Fact]
    public async Task A_mission_that_does_not_take_place_expects_nobody()
    {
        var shift = matching.Shift(inHours: 48);
        var offer = await matching.OfferWithAsync(shift);
        var (_, mine) = await matching.SignedUpAsync(offer, shift);
        await matching.CloseAsync(offer.MissionId, ClosingReason.Cancelled);
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Cancelled);
    }

    [Fact]
    public async Task Both_sides_find_the_days_page_by_page()
    {
        var shifts = Enumerable.Range(0, 3).Select(day => matching.Shift(inHours: 48 + (24 * day))).ToArray();
        var offer = await matching.OfferWithAsync(shifts);
        var volunteer = await matching.VolunteerAsync(offer);
        var signedUp = new List<Guid>();
        foreach (var shift in shifts) { signedUp.Add((await matching.SignUpAsync(volunteer, offer, shift).ReadJsonAsync(HttpStatusCode.Created)).Id()); }

        foreach (var (caller, path) in ((Caller, string)[])[(volunteer, "volunteers/me/participations"), (offer.Manager, $"missions/{offer.MissionId}/participations")])
        {
            var first = await matching.ReadAsync(caller, $"{path}?limit=2");
            Assert.Equal(signedUp[..2], first.Items().Select(item => item.Id()));
            var second = await matching.ReadAsync(caller, $"{path}?limit=2&cursor={Uri.EscapeDataString((string)first["next"]!)}");
            Assert.Equal(signedUp[2..], second.Items().Select(item => item.Id()));
            Assert.Null(second["next"]);
        }

        var day = (string)(await matching.ReadAsync(volunteer, $"participations/{signedUp[1]}"))["on"]!;
        Assert.Equal([signedUp[1]], (await matching.ReadAsync(volunteer, $"volunteers/me/participations?from={day}&to={day}")).Items().Select(item => item.Id()));
        Assert.Equal([signedUp[2]], (await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/participations?shift={shifts[2].ShiftId}&state=planned")).Items().Select(item => item.Id()));
        Assert.Empty((await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/participations?state=no-show&state=present")).Items());
        await matching.As(offer.Manager).GetAsync(new Uri($"/api/v1/missions/{offer.MissionId}/participations?state=bored", UriKind.Relative)).ExpectInvalidAsync("state");
        await matching.As(volunteer).GetAsync(new Uri("/api/v1/volunteers/me/participations?since=2026-01-01", UriKind.Relative)).ExpectInvalidAsync("since");
    }
}
