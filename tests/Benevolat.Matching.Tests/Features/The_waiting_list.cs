using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

public sealed class The_waiting_list(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    private static readonly object OrWait = new { whenFull = "wait" };

    [Fact]
    public async Task A_place_that_comes_free_is_held_offered_and_taken_in_order()
    {
        var offer = await matching.OfferAsync(places: 1);
        var (lucky, first, second) = (Caller.Person(), Caller.Person(), Caller.Person());
        var applications = await ApplyAsync(offer, lucky, first, second);
        var holder = await matching.StepAsync(offer.Manager, applications[0], "acceptance", OrWait).ReadJsonAsync();
        Assert.Equal("accepted", holder.State());
        var line = await matching.StepAsync(offer.Manager, applications[1], "acceptance", OrWait).ReadJsonAsync();
        Assert.Equal(("acknowledged", 1, "kept"), (line.State(), (int)line["waiting"]!["position"]!, (string?)line["promise"]!["step"]));
        await matching.StepAsync(offer.Manager, applications[2], "acceptance", OrWait).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(2, (int)(await ReadAsync(second, applications[2]))["waiting"]!["position"]!);
        await matching.Bus.HearAsync<ApplicationPutOnWaitingList>(heard => heard.ApplicationId == applications[1].Id());
        await matching.StepAsync(offer.Manager, await ReadAsync(offer.Manager, applications[1]), "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.no-place-left");

        await matching.StepAsync(lucky, holder, "withdrawal", new { reason = "not-available" }).ExpectAsync(HttpStatusCode.OK);
        var offered = await matching.Bus.HearAsync<PlaceOffered>(heard => heard.ApplicationId == applications[1].Id());
        Assert.Equal((1, 1), await PlacesAsync(offer)); // held: nobody else gets it meanwhile
        await matching.SubmitAsync(Caller.Person(), offer.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");

        var shown = await ReadAsync(first, applications[1]);
        Assert.Equal(offered.OfferId, (Guid)shown["waiting"]!["offer"]!["id"]!);
        Assert.Equal(offered.ExpiresAt, (DateTimeOffset)shown["waiting"]!["offer"]!["expiresAt"]!);
        var list = (await matching.As(offer.Manager).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/waiting-list")).Items();
        Assert.Equal([applications[1].Id(), applications[2].Id()], list.Select(item => (Guid)item["applicationId"]!));

        await matching.StepAsync(second, await ReadAsync(second, applications[2]), "offer/acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "offer.none");
        Assert.Equal("accepted", (await matching.StepAsync(first, shown, "offer/acceptance").ReadJsonAsync()).State());
        await matching.Bus.HearAsync<ApplicationAccepted>(heard => heard.ApplicationId == applications[1].Id());
        Assert.Equal((1, 1), await PlacesAsync(offer));
        Assert.Equal(1, (int)(await ReadAsync(second, applications[2]))["waiting"]!["position"]!);
    }

    [Fact]
    public async Task An_offer_that_is_refused_or_not_answered_goes_to_the_next()
    {
        await matching.StartHostAsync();
        var offer = await matching.OfferAsync(places: 1);
        var people = Enumerable.Range(0, 4).Select(_ => Caller.Person()).ToArray();
        var applications = await ApplyAsync(offer, people);
        for (var index = 0; index < 4; index++) { await matching.StepAsync(offer.Manager, applications[index], "acceptance", OrWait).ExpectAsync(HttpStatusCode.OK); }

        await matching.StepAsync(people[0], await ReadAsync(people[0], applications[0]), "withdrawal", new { reason = "other" }).ExpectAsync(HttpStatusCode.OK);
        await matching.Bus.HearAsync<PlaceOffered>(heard => heard.ApplicationId == applications[1].Id());
        Assert.Equal("withdrawn", (await matching.StepAsync(people[1], await ReadAsync(people[1], applications[1]), "offer/refusal").ReadJsonAsync()).State());
        Assert.True((await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.ApplicationId == applications[1].Id())).Declined);
        await matching.Bus.HearAsync<PlaceOffered>(heard => heard.ApplicationId == applications[2].Id());

        matching.Clock.Advance(TimeSpan.FromHours(25));
        Assert.False((await matching.Bus.HearAsync<PlaceOfferLapsed>(heard => heard.ApplicationId == applications[2].Id())).Declined);
        await matching.Bus.HearAsync<PlaceOffered>(heard => heard.ApplicationId == applications[3].Id());
        Assert.Equal(2, (int)(await ReadAsync(people[2], applications[2]))["waiting"]!["position"]!);

        matching.Clock.Advance(TimeSpan.FromHours(25)); // the other one doesn't answer either: the line turns
        await Eventually.TrueAsync(() => Task.FromResult(matching.Bus.Heard<PlaceOffered>().Count(heard => heard.ApplicationId == applications[2].Id()) == 2), "the second offer");
        matching.Clock.Advance(TimeSpan.FromHours(25)); // and who was asked twice in vain is let go
        await matching.Bus.HearAsync<ApplicationWithdrawn>(heard => heard.ApplicationId == applications[2].Id() && heard.Reason == WithdrawalReason.NoResponse);
        await Eventually.TrueAsync(() => Task.FromResult(matching.Bus.Heard<PlaceOffered>().Count(heard => heard.ApplicationId == applications[3].Id()) == 2), "their second offer");
        Assert.Equal((1, 1), await PlacesAsync(offer));
        await matching.StepAsync(people[3], await ReadAsync(people[3], applications[3]), "offer/acceptance").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_places_and_reopening_serve_the_line_and_a_group_does_not_hold_it_up()
    {
        var offer = await matching.OfferAsync(places: 3);
        var (first, group, single) = (Caller.Person(), Caller.Person(), Caller.Person());
        var applications = new List<JsonNode>
        {
            await GroupAsync(first, offer, 2), await GroupAsync(group, offer, 3), await matching.AppliedAsync(single, offer.MissionId), await matching.AppliedAsync(Caller.Person(), offer.MissionId),
        };
        Assert.Equal((2, "La 3e B"), ((int)applications[0]["places"]!, (string?)applications[0]["groupName"]));
        foreach (var application in applications) { await matching.StepAsync(offer.Manager, application, "acceptance", OrWait).ExpectAsync(HttpStatusCode.OK); }
        Assert.Equal((3, 3), await PlacesAsync(offer)); // two and one; the group of three and the last one wait

        await matching.PauseAsync(offer.MissionId);
        await matching.Bus.PublishAsync(new MissionChanged(offer.MissionId, 3, Facts.Mission(offer.OrganisationId, places: 5), DateTimeOffset.UnixEpoch));
        await matching.UntilAsync(db => db.Allocations.AnyAsync(places => places.MissionId == offer.MissionId && places.Places == 5), "there are more places");
        Assert.Equal((5, 3), await PlacesAsync(offer)); // paused: nobody is offered anything

        await matching.PublishAsync(offer.MissionId, Facts.Mission(offer.OrganisationId, places: 5), version: 4);
        await matching.Bus.HearAsync<PlaceOffered>(heard => heard.ApplicationId == applications[3].Id());
        Assert.Equal((5, 4), await PlacesAsync(offer));
        Assert.DoesNotContain(matching.Bus.Heard<PlaceOffered>(), heard => heard.ApplicationId == applications[1].Id());

        await matching.As(Caller.Person()).PostJsonAsync($"/api/v1/missions/{offer.MissionId}/applications", new { message = "Nous venons", places = 2, groupName = "Bureau" })
            .ExpectProblemAsync(HttpStatusCode.Conflict, "mission.too-few-places");
        var problem = await matching.As(Caller.Person()).PostJsonAsync($"/api/v1/missions/{offer.MissionId}/applications", new { message = "Nous venons", places = 2 })
            .ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.NotNull(problem["errors"]!["groupName"]);
    }

    private async Task<JsonNode> GroupAsync(Caller contact, Offer offer, int places) => await matching.As(contact)
        .PostJsonAsync($"/api/v1/missions/{offer.MissionId}/applications", new { message = "Nous venons", places, groupName = "La 3e B" }).ReadJsonAsync(HttpStatusCode.Created);

    private async Task<List<JsonNode>> ApplyAsync(Offer offer, params Caller[] people)
    {
        var applications = new List<JsonNode>();
        foreach (var person in people) { applications.Add(await matching.AppliedAsync(person, offer.MissionId)); }
        return applications;
    }

    private Task<JsonNode> ReadAsync(Caller caller, JsonNode application) => matching.As(caller).GetJsonAsync($"/api/v1/applications/{application.Id()}");

    private async Task<(int Places, int Taken)> PlacesAsync(Offer offer)
    {
        var allocation = await matching.LookAsync(db => db.Allocations.SingleAsync(places => places.MissionId == offer.MissionId));
        return (allocation.Places, allocation.Taken);
    }
}
