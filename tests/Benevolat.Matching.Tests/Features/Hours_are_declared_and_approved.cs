using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

/// <summary>On a service of its own, because its clock is moved.</summary>
public sealed class Hours_are_declared_and_approved(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task By_either_side_until_the_organisation_approves()
    {
        var shift = matching.Shift(inHours: 24, hours: 3);
        var offer = await matching.OfferWithAsync(shift);
        var (volunteer, mine) = await matching.SignedUpAsync(offer, shift);
        await matching.ChangeAsync(volunteer, mine, "hours", new { minutes = 60 }).ExpectProblemAsync(HttpStatusCode.Conflict, "participation.not-begun");
        matching.Clock.MoveTo(shift.EndsAt);
        await matching.ChangeAsync(volunteer, mine, "cancellation").ExpectProblemAsync(HttpStatusCode.Conflict, "participation.begun");
        await matching.ChangeAsync(volunteer, mine, "hours", new { minutes = 0 }).ExpectInvalidAsync("minutes");
        await matching.ChangeAsync(volunteer, mine, "hours", new { }).ExpectInvalidAsync("minutes");
        await matching.ChangeAsync(volunteer, mine, "approval", new { minutes = 1441 }).ExpectInvalidAsync("minutes");

        var declared = await matching.ChangeAsync(volunteer, mine, "hours", new { minutes = 200 }).ReadJsonAsync();
        Assert.Equal(("present", 200, "volunteer"), (declared.State(), (int)declared["minutes"]!, (string?)declared["minutesBy"]));
        await matching.ChangeAsync(volunteer, declared, "approval").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.ChangeAsync(offer.Manager, mine, "hours", new { minutes = 190 }).ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        var approved = await matching.ChangeAsync(offer.Manager, declared, "approval").ReadJsonAsync();
        Assert.Equal(("approved", 200), (approved.State(), (int)approved["minutes"]!));
        Assert.Empty(approved.Actions());
        Assert.Equal(200, (await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Approved)).Minutes);
        await matching.ChangeAsync(volunteer, approved, "hours", new { minutes = 500 }).ExpectProblemAsync(HttpStatusCode.Conflict, "participation.transition");
    }

    [Fact]
    public async Task Two_managers_who_approve_at_once_approve_once()
    {
        var shift = matching.Shift(inHours: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (_, mine) = await matching.SignedUpAsync(offer, shift);
        matching.Clock.Advance(TimeSpan.FromHours(3));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => matching.ChangeAsync(offer.Manager, mine, "approval", new { minutes = 55 })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Days_on_a_mission_without_shifts_are_recorded_once_each()
    {
        var offer = await matching.OfferAsync();
        var (volunteer, application) = await matching.AcceptedAsync(offer);
        matching.Clock.Advance(TimeSpan.FromDays(2));
        var today = Benevolat.Matching.Domain.ParisTime.DayOf(matching.Clock.GetUtcNow());
        var path = $"/api/v1/applications/{application.Id()}/participations";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => matching.As(volunteer).PostJsonAsync(path, new { on = today, minutes = 120 })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        await matching.As(volunteer).PostJsonAsync(path, new { on = today, minutes = 60 }).ExpectProblemAsync(HttpStatusCode.Conflict, "participation.exists");
        await matching.As(volunteer).PostJsonAsync(path, new { on = today.AddDays(1), minutes = 60 }).ExpectProblemAsync(HttpStatusCode.Conflict, "participation.day");
        await matching.As(volunteer).PostJsonAsync(path, new { on = today.AddDays(-9), minutes = 60 }).ExpectProblemAsync(HttpStatusCode.Conflict, "participation.day");
        await matching.As(Caller.Person()).PostJsonAsync(path, new { on = today, minutes = 60 }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var byManager = await matching.As(offer.Manager).PostJsonAsync(path, new { on = today.AddDays(-1), minutes = 45 }, idempotencyKey: "one").ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(("present", "organisation"), (byManager.State(), (string?)byManager["minutesBy"]));
        Assert.Equal("approved", (await matching.ChangeAsync(offer.Manager, byManager, "approval").ReadJsonAsync()).State());

        var (_, withShifts) = await matching.AcceptedAsync(await matching.OfferWithAsync(matching.Shift(5)));
        await matching.As(Caller.Person((Guid)withShifts["volunteerId"]!)).PostJsonAsync($"/api/v1/applications/{withShifts.Id()}/participations", new { on = today, minutes = 60 })
            .ExpectProblemAsync(HttpStatusCode.Conflict, "participation.has-shifts");
    }

    [Theory]
    [InlineData("completion", "completed")]
    [InlineData("no-show", "no-show")]
    public async Task An_application_ends_as_the_organisation_says_and_shifts_to_come_are_free_again(string step, string state)
    {
        var shift = matching.Shift(inHours: 72, places: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (volunteer, application) = await matching.AcceptedAsync(offer);
        await matching.SignUpAsync(volunteer, offer, shift).ExpectAsync(HttpStatusCode.Created);
        await matching.StepAsync(volunteer, application, step).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.As(offer.Manager).PostJsonAsync($"/api/v1/applications/{application.Id()}/{step}", null).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        var ended = await matching.StepAsync(offer.Manager, application, step).ReadJsonAsync();
        Assert.Equal(state, ended.State());
        await matching.StepAsync(offer.Manager, ended, step).ExpectProblemAsync(HttpStatusCode.Conflict, "application.transition");
        Assert.Equal(1, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
    }
}
