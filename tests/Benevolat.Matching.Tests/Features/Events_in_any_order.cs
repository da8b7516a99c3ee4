using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

public sealed class Events_in_any_order(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    private static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_closure_that_overtakes_its_publication_stays()
    {
        var missionId = Guid.CreateVersion7();
        await matching.CloseAsync(missionId, ClosingReason.Done, version: 5);
        await matching.SubmitAsync(Caller.Person(), missionId).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        await matching.Bus.PublishAsync(new MissionPublished(missionId, 2, Facts.Mission(), Then));
        await matching.UntilAsync(db => db.Missions.AnyAsync(mission => mission.Id == missionId && mission.FactsVersion == 2), "the facts arrived");
        await matching.SubmitAsync(Caller.Person(), missionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");
    }

    [Fact]
    public async Task All_events_of_a_mission_at_once_and_twice_end_as_they_would_one_by_one()
    {
        var (missionId, facts) = (Guid.CreateVersion7(), Facts.Mission());
        await Task.WhenAll(Enumerable.Range(0, 2).SelectMany(_ => (Task[])
        [
            matching.Bus.PublishAsync(new MissionPaused(missionId, 4, Then)),
            matching.Bus.PublishAsync(new MissionChanged(missionId, 3, facts with { Title = "3", Places = 9 }, Then)),
            matching.Bus.PublishAsync(new MissionPublished(missionId, 5, facts with { Title = "5", Places = 7 }, Then)),
            matching.Bus.PublishAsync(new MissionPublished(missionId, 2, facts with { Title = "2", Places = 2 }, Then)),
        ]));
        await matching.UntilAsync(
            db => db.Missions.AnyAsync(mission => mission.Id == missionId && mission.StateVersion == 5 && mission.FactsVersion == 5), "all is known");

        await matching.UntilAsync(
            async db => await db.Missions.AnyAsync(mission => mission.Id == missionId && mission.State == MissionState.Open && mission.Title == "5")
                && await db.Allocations.AnyAsync(places => places.MissionId == missionId && places.Places == 7), "the newest counts");
        await matching.AppliedAsync(Caller.Person(), missionId);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one()
    {
        var offer = await matching.OfferAsync(places: 3);
        var messageId = Guid.CreateVersion7();
        var larger = new MissionChanged(offer.MissionId, 2, Facts.Mission(offer.OrganisationId, places: 4), Then);
        await matching.Bus.PublishAsync(larger, messageId);
        await matching.Bus.PublishAsync(larger, messageId);
        await matching.Bus.HearAsync<PlacesChanged>(heard => heard.MissionId == offer.MissionId && heard.Left == 4);

        await matching.PauseAsync(offer.MissionId, version: 3);
        Assert.Equal((4, 2), await matching.LookAsync(async db =>
        {
            var places = await db.Allocations.SingleAsync(of => of.MissionId == offer.MissionId);
            return (places.Places, (int)places.Version);
        }));
    }

    [Fact]
    public async Task More_places_let_more_people_in()
    {
        var offer = await matching.OfferAsync(places: 1);
        var first = await matching.AppliedAsync(Caller.Person(), offer.MissionId);
        var second = await matching.AppliedAsync(Caller.Person(), offer.MissionId);
        await matching.StepAsync(offer.Manager, first, "acceptance").ExpectAsync(HttpStatusCode.OK);
        await matching.StepAsync(offer.Manager, second, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.no-place-left");

        await matching.Bus.PublishAsync(new MissionChanged(offer.MissionId, 2, Facts.Mission(offer.OrganisationId, places: 2), Then));
        var told = await matching.Bus.HearAsync<PlacesChanged>(heard => heard.MissionId == offer.MissionId && heard.Places == 2);
        Assert.Equal((1, 1), (told.Taken, told.Left));
        await matching.StepAsync(offer.Manager, second, "acceptance").ExpectAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(ClosingReason.Done, false)]
    [InlineData(ClosingReason.Expired, false)]
    [InlineData(ClosingReason.Cancelled, true)]
    [InlineData(ClosingReason.Reported, true)]
    public async Task Who_still_waits_when_a_mission_ends_is_answered_and_who_was_accepted_hears_when_there_is_nothing_to_come_to(ClosingReason reason, bool isNoMore)
    {
        var offer = await matching.OfferAsync();
        var (waiting, going) = (Caller.Person(), Caller.Person());
        var open = await matching.AppliedAsync(waiting, offer.MissionId);
        var accepted = await matching.StepAsync(offer.Manager, await matching.AppliedAsync(going, offer.MissionId), "acceptance").ReadJsonAsync();

        await matching.CloseAsync(offer.MissionId, reason);
        var told = await matching.Bus.HearAsync<ApplicationDeclined>(heard => heard.ApplicationId == open.Id());
        Assert.Equal((DeclineReason.MissionTerminated, 2), (told.Reason, told.Version));
        var declined = await matching.As(waiting).GetAsync($"/api/v1/applications/{open.Id()}", TestContext.Current.CancellationToken);
        Assert.Equal("mission-terminated", (string?)(await Task.FromResult(declined).ReadJsonAsync())["reason"]);
        Assert.Equal(AlternativesCause.MissionEnded, (await matching.Bus.HearAsync<AlternativesProposed>(heard => heard.ApplicationId == open.Id())).Cause);
        var after = await matching.As(going).GetJsonAsync($"/api/v1/applications/{accepted.Id()}");
        Assert.Equal(isNoMore ? "declined" : "accepted", after.State());
        var taken = await matching.LookAsync(db => db.Allocations.Where(places => places.MissionId == offer.MissionId).Select(places => places.Taken).SingleAsync());
        Assert.Equal(isNoMore ? 0 : 1, taken);
    }

    [Fact]
    public async Task Who_still_waits_when_a_mission_is_full_keeps_waiting_for_a_human_answer()
    {
        var offer = await matching.OfferAsync();
        var open = await matching.AppliedAsync(Caller.Person(), offer.MissionId);
        await matching.CloseAsync(offer.MissionId, ClosingReason.Filled);
        Assert.Equal("declined", (await matching.StepAsync(offer.Manager, open, "refusal", new { reason = "no-place-left" }).ReadJsonAsync()).State());
    }

    [Fact]
    public async Task Nobody_who_applies_in_the_moment_of_the_closure_is_left_without_an_answer()
    {
        for (var round = 0; round < 10; round++)
        {
            var offer = await matching.OfferAsync();
            var applying = Enumerable.Range(0, 8).Select(_ => matching.SubmitAsync(Caller.Person(), offer.MissionId)).ToList();
            await matching.CloseAsync(offer.MissionId, ClosingReason.Cancelled);
            var accepted = (await Task.WhenAll(applying)).Count(answer => answer.StatusCode == HttpStatusCode.Created);

            var states = await matching.LookAsync(db => db.Applications.Where(of => of.MissionId == offer.MissionId).Select(of => of.State).ToListAsync());
            Assert.Equal(accepted, states.Count);
            Assert.All(states, state => Assert.Equal(ApplicationState.Declined, state));
        }
    }

    [Fact]
    public async Task Older_news_of_members_and_organisations_change_nothing()
    {
        var offer = await matching.OfferAsync();
        var former = Caller.Person();
        await matching.JoinAsync(offer.OrganisationId, former, role: null, version: 6);
        await matching.Bus.PublishAsync(new OrganisationMembershipChanged(offer.OrganisationId, 5, former.AccountId, MemberRole.Owner));
        await matching.SuspendAsync(offer.OrganisationId, version: 9);
        await matching.Bus.PublishAsync(new OrganisationVerified(offer.OrganisationId, 8, "Les Devoirs", Then));

        await Eventually.StaysAsync(
            async () => await matching.LookAsync(async db => await db.Organisations.AnyAsync(known => known.Id == offer.OrganisationId && known.Suspended)
                && await db.Memberships.AnyAsync(member => member.AccountId == former.AccountId && member.Role == null)),
            "the newest counts", TimeSpan.FromSeconds(1));
    }
}
