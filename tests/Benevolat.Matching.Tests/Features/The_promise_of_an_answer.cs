using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

/// <summary>Months in seconds: the clock is moved, two replicas look at it.</summary>
public sealed class The_promise_of_an_answer(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Before_applying_one_is_told_until_when_and_how_the_organisation_answers()
    {
        var offer = await matching.OfferAsync();
        var promise = await matching.As(null).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/promise");
        Assert.Equal(3, (int)promise["workingDays"]!);
        Assert.Equal(new AnswerPromise(3).AnswerBy(matching.Clock.GetUtcNow()), (DateTimeOffset)promise["answerBy"]!);
        Assert.Equal((0, true), ((int)promise["organisation"]!["asked"]!, (bool)promise["organisation"]!["isNew"]!));
        await matching.As(null).GetAsync($"/api/v1/missions/{Guid.CreateVersion7()}/promise", TestContext.Current.CancellationToken)
            .ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Silence_is_followed_step_by_step_each_once_and_ends_in_alternatives()
    {
        await matching.StartHostAsync();
        const double longitude = 14; // away from other tests' missions, any three of which would do as alternatives
        var (offer, other, volunteer) = (await OfferAsync(), await OfferAsync(), Caller.Person());
        await matching.TellAsync(Facts.Profile(volunteer.AccountId) with { Longitude = longitude });
        var id = (await matching.AppliedAsync(volunteer, offer.MissionId)).Id();
        var times = await ReadAsync(volunteer, id);

        await MoveToAsync(times, "remindAt", "reminded", volunteer);
        await matching.Bus.HearAsync<AnswerDueSoon>(heard => heard.ApplicationId == id);
        await MoveToAsync(times, "answerBy", "overdue", volunteer);
        await matching.Bus.HearAsync<AnswerOverdue>(heard => heard.ApplicationId == id);
        await MoveToAsync(times, "handOverAt", "handed-over", volunteer);
        Assert.Null((await matching.Bus.HearAsync<ApplicationHandedOver>(heard => heard.ApplicationId == id)).NetworkId);
        await MoveToAsync(times, "alternativesAt", "alternatives-proposed", volunteer);
        var proposed = await matching.Bus.HearAsync<AlternativesProposed>(heard => heard.ApplicationId == id);
        Assert.Equal(AlternativesCause.NoAnswer, proposed.Cause);
        Assert.Contains(other.MissionId, proposed.MissionIds);
        Assert.DoesNotContain(offer.MissionId, proposed.MissionIds);

        var waiting = await ReadAsync(volunteer, id);
        Assert.Equal("submitted", waiting.State());
        var alternative = waiting["alternatives"]!.AsArray().Single(one => (Guid)one!["missionId"]! == other.MissionId)!;
        Assert.Equal(("Aider aux devoirs", "Villeurbanne", 5), ((string?)alternative["title"], (string?)alternative["commune"], (int)alternative["placesLeft"]!));
        Assert.Empty((await ReadAsync(offer.Manager, id))["alternatives"]!.AsArray());

        await MoveToAsync(times, "expiresAt", "over", volunteer);
        Assert.Equal("expired", (await ReadAsync(volunteer, id)).State());
        await matching.Bus.HearAsync<ApplicationExpired>(heard => heard.ApplicationId == id);
        await matching.AppliedAsync(volunteer, offer.MissionId); // and one may apply again

        Assert.Single(matching.Bus.Heard<AnswerDueSoon>(), heard => heard.ApplicationId == id);
        Assert.Single(matching.Bus.Heard<AnswerOverdue>(), heard => heard.ApplicationId == id);
        Assert.Single(matching.Bus.Heard<ApplicationHandedOver>(), heard => heard.ApplicationId == id);
        Assert.Single(matching.Bus.Heard<AlternativesProposed>(), heard => heard.ApplicationId == id);
        Assert.Single(matching.Bus.Heard<ApplicationExpired>(), heard => heard.ApplicationId == id);

        Task<Offer> OfferAsync() => matching.OfferAsync(but: facts => facts with { Addresses = [Facts.Villeurbanne with { Longitude = longitude }] });
    }

    [Fact]
    public async Task A_hundred_that_wait_while_two_replicas_sleep_are_each_told_once_when_they_wake()
    {
        await matching.StartHostAsync();
        var offer = await matching.OfferAsync(places: 100);
        var ids = new HashSet<Guid>();
        for (var count = 0; count < 100; count++) { ids.Add((await matching.AppliedAsync(Caller.Person(), offer.MissionId)).Id()); }

        matching.Clock.Advance(TimeSpan.FromDays(60));
        await matching.UntilAsync(db => db.Applications.AllAsync(of => of.MissionId != offer.MissionId || of.State == ApplicationState.Expired), "all are over");
        await Eventually.TrueAsync(() => Task.FromResult(matching.Bus.Heard<ApplicationExpired>().Count(heard => ids.Contains(heard.ApplicationId)) >= 100), "all are told");

        Assert.Equal(100, matching.Bus.Heard<ApplicationExpired>().Count(heard => ids.Contains(heard.ApplicationId)));
        Assert.Equal(100, matching.Bus.Heard<AnswerOverdue>().Count(heard => ids.Contains(heard.ApplicationId)));
        Assert.Equal(100, matching.Bus.Heard<AlternativesProposed>().Count(heard => ids.Contains(heard.ApplicationId)));
        Assert.DoesNotContain(matching.Bus.Heard<AnswerDueSoon>(), heard => ids.Contains(heard.ApplicationId));
    }

    [Fact]
    public async Task Answers_are_counted_and_told()
    {
        var offer = await matching.OfferAsync();
        var applications = new List<JsonNode>();
        for (var count = 0; count < 4; count++) { applications.Add(await matching.AppliedAsync(Caller.Person(), offer.MissionId)); }
        matching.Clock.Advance(TimeSpan.FromHours(6));

        await matching.StepAsync(offer.Manager, applications[0], "acceptance").ExpectAsync(HttpStatusCode.OK);
        await matching.StepAsync(offer.Manager, applications[1], "refusal", new { reason = "other" }).ExpectAsync(HttpStatusCode.OK);
        await matching.As(offer.Manager).PostJsonAsync($"/api/v1/applications/{applications[2].Id()}/messages", new { text = "Venez mercredi ?" })
            .ExpectAsync(HttpStatusCode.Created);
        var told = await matching.Bus.HearAsync<OrganisationResponsivenessChanged>(heard => heard.OrganisationId == offer.OrganisationId && heard.Asked == 3);
        Assert.Equal((3, 6.0), (told.Answered, Math.Round(told.MedianAnswerHours!.Value)));

        matching.Clock.Advance(TimeSpan.FromDays(10));
        var silent = await matching.Bus.HearAsync<OrganisationResponsivenessChanged>(heard => heard.OrganisationId == offer.OrganisationId && heard.Asked == 4);
        Assert.Equal(3, silent.Answered);
        Assert.True(silent.Version > told.Version);
        var promise = await matching.As(null).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/promise");
        Assert.Equal((4, 3, false), ((int)promise["organisation"]!["asked"]!, (int)promise["organisation"]!["answered"]!, (bool)promise["organisation"]!["isNew"]!));
    }

    [Fact]
    public async Task Moderators_and_the_missions_network_look_after_what_nobody_answers()
    {
        var network = Caller.Network();
        var (networkId, stranger) = (Guid.CreateVersion7(), Caller.Network("another-network"));
        await matching.Bus.PublishAsync(new NetworkRegistered(networkId, 1, network.Subject, DateTimeOffset.UnixEpoch));
        await matching.UntilAsync(db => db.Networks.AnyAsync(known => known.Id == networkId), "the network is known");
        var offer = await matching.OfferAsync(but: facts => facts with { NetworkId = networkId });
        var (volunteer, moderator) = (Caller.Person(), Caller.Moderator());
        await matching.TellAsync(Facts.Profile(volunteer.AccountId));
        await matching.OfferAsync();
        var id = (await matching.AppliedAsync(volunteer, offer.MissionId)).Id();
        Assert.Null(await FindAsync(moderator, "/api/v1/overdue-applications", id));

        var times = await ReadAsync(volunteer, id);
        await MoveToAsync(times, "answerBy", "overdue", volunteer);
        await MoveToAsync(times, "handOverAt", "handed-over", volunteer);
        Assert.Equal(networkId, (await matching.Bus.HearAsync<ApplicationHandedOver>(heard => heard.ApplicationId == id)).NetworkId);
        Assert.NotNull(await FindAsync(moderator, "/api/v1/overdue-applications?department=69", id));
        Assert.Null(await FindAsync(moderator, "/api/v1/overdue-applications?department=13", id));
        Assert.NotNull(await FindAsync(network, "/api/v1/networks/me/overdue-applications", id));
        Assert.Null(await FindAsync(stranger, "/api/v1/networks/me/overdue-applications", id));
        await matching.As(stranger).PostJsonAsync($"/api/v1/networks/me/overdue-applications/{id}/reminder", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        var taken = await matching.As(network).PostJsonAsync($"/api/v1/networks/me/overdue-applications/{id}/taking-up", null).ReadJsonAsync();
        Assert.True((bool)taken["takenUpByMe"]!);
        Assert.False((bool)(await FindAsync(moderator, "/api/v1/overdue-applications", id))!["takenUpByMe"]!);
        Assert.DoesNotContain("libre le mercredi", taken.ToJsonString(), StringComparison.Ordinal);

        await matching.As(moderator).PostJsonAsync($"/api/v1/overdue-applications/{id}/reminder", null).ExpectAsync(HttpStatusCode.OK);
        await matching.As(network).PostJsonAsync($"/api/v1/networks/me/overdue-applications/{id}/reminder", null)
            .ExpectProblemAsync(HttpStatusCode.Conflict, "promise.just-reminded");
        await Eventually.TrueAsync(() => Task.FromResult(matching.Bus.Heard<AnswerOverdue>().Count(heard => heard.ApplicationId == id) == 2), "both reminders are told");

        for (var twice = 0; twice < 2; twice++)
        {
            await matching.As(network).PostJsonAsync($"/api/v1/networks/me/overdue-applications/{id}/alternatives", null).ExpectAsync(HttpStatusCode.OK);
        }

        await matching.Bus.HearAsync<AlternativesProposed>(heard => heard.ApplicationId == id);
        await matching.StepAsync(offer.Manager, await ReadAsync(offer.Manager, id), "acceptance").ExpectAsync(HttpStatusCode.OK);
        Assert.Null(await FindAsync(moderator, "/api/v1/overdue-applications", id));
        Assert.Single(matching.Bus.Heard<AlternativesProposed>(), heard => heard.ApplicationId == id);
    }

    private Task<JsonNode> ReadAsync(Caller caller, Guid id) => matching.As(caller).GetJsonAsync($"/api/v1/applications/{id}");

    private async Task MoveToAsync(JsonNode application, string moment, string step, Caller reader)
    {
        matching.Clock.MoveTo((DateTimeOffset)application["promise"]![moment]!);
        await Eventually.TrueAsync(
            async () => (string?)(await ReadAsync(reader, application.Id()))["promise"]!["step"] == step, $"the promise is {step}");
    }

    private async Task<JsonNode?> FindAsync(Caller caller, string path, Guid id) =>
        (await matching.As(caller).GetJsonAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=100")).Items().SingleOrDefault(item => item.Id() == id);
}
