using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class Recommendations_give_their_reasons(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task The_best_comes_first_with_the_facts_behind_it_in_the_readers_language()
    {
        var volunteer = await SomebodyInAsync(2.0);
        var good = await MissionInAsync(2.0);
        var lesser = await MissionInAsync(2.0, facts => facts with { Domain = MissionDomain.Sport, Kind = MissionKind.OneOff });

        var answer = await RecommendedAsync(volunteer);
        Assert.Equal([good.MissionId, lesser.MissionId], answer.Items().Select(item => item["mission"]!.Id()));
        var best = answer.Items()[0];
        Assert.Equal(
            ("Aider aux devoirs", "Les Devoirs du Mercredi", "Villeurbanne", 5, "education", "regular"),
            ((string?)best["mission"]!["title"], (string?)best["mission"]!["organisationName"], (string?)best["mission"]!["commune"],
                (int)best["mission"]!["placesLeft"]!, (string?)best["mission"]!["domain"], (string?)best["mission"]!["kind"]));
        Assert.InRange((double)best["mission"]!["distanceKm"]!, 2, 5);

        var reasons = best["reasons"]!.AsArray();
        Assert.Equal((double)best["score"]!, reasons.Sum(reason => (double)reason!["contribution"]!), precision: 4);
        Assert.Equal("Vous êtes libre le mercredi après-midi, comme cette mission.", Sentence(best, "hours"));
        Assert.Equal("You are free on Wednesday afternoons, like this mission.", Sentence((await RecommendedAsync(volunteer, "en")).Items()[0], "hours"));
        Assert.Equal(["hours", "distance", "causes", "skills", "kind"], reasons.Select(reason => (string?)reason!["part"]));
    }

    [Fact]
    public async Task What_cannot_be_is_not_recommended()
    {
        var volunteer = await SomebodyInAsync(12.0);
        var open = await MissionInAsync(12.0);

        var full = await MissionInAsync(12.0, facts => facts with { Places = 1 });
        await matching.StepAsync(full.Manager, await matching.AppliedAsync(Caller.Person(), full.MissionId), "acceptance").ExpectAsync(HttpStatusCode.OK);
        var closed = await MissionInAsync(12.0);
        await matching.CloseAsync(closed.MissionId, ClosingReason.Expired);
        var paused = await MissionInAsync(12.0);
        await matching.PauseAsync(paused.MissionId);
        var suspended = await MissionInAsync(12.0);
        await matching.SuspendAsync(suspended.OrganisationId);
        var own = await MissionInAsync(12.0);
        await matching.JoinAsync(own.OrganisationId, volunteer, MemberRole.Welcomer, version: 2);
        var applied = await MissionInAsync(12.0);
        await matching.AppliedAsync(volunteer, applied.MissionId);
        await MissionInAsync(12.5); // some 39 km away
        await MissionInAsync(12.5, facts => facts with { Remote = RemoteWork.Full });
        await MissionInAsync(12.0, facts => facts with { Hours = ["mon-9"] });

        Assert.Equal([open.MissionId], (await RecommendedAsync(volunteer)).Items().Select(item => item["mission"]!.Id()));
    }

    [Fact]
    public async Task Who_would_work_from_home_finds_what_is_far_away()
    {
        var volunteer = await SomebodyInAsync(22.0, profile => profile with { Remote = true });
        var remote = await MissionInAsync(23.0, facts => facts with { Remote = RemoteWork.Full });
        var item = Assert.Single((await RecommendedAsync(volunteer)).Items(), item => item["mission"]!.Id() == remote.MissionId);
        Assert.Null(item["mission"]!["distanceKm"]);
        Assert.Null(item["mission"]!["commune"]);
    }

    [Fact]
    public async Task Without_a_profile_nothing_is_recommended_and_the_limit_is_kept()
    {
        Assert.Empty((await RecommendedAsync(Caller.Person())).Items());

        var volunteer = await SomebodyInAsync(32.0);
        for (var count = 0; count < 3; count++) { await MissionInAsync(32.0); }
        var two = await matching.As(volunteer).GetAsync("/api/v1/volunteers/me/recommendations?limit=2", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await Task.FromResult(two).ReadJsonAsync()).Items().Count);
    }

    [Fact]
    public async Task An_older_profile_changes_nothing()
    {
        var volunteer = await SomebodyInAsync(42.0, profile => profile with { Version = 4 });
        await matching.Bus.PublishAsync(Facts.Profile(volunteer.AccountId, version: 3) with { Hours = ["mon-9"], Visible = false });
        var mission = await MissionInAsync(42.0);
        Assert.Equal([mission.MissionId], (await RecommendedAsync(volunteer)).Items().Select(item => item["mission"]!.Id()));
    }

    [Fact]
    public async Task Only_who_agreed_is_shown_to_an_organisation_and_without_a_name()
    {
        var offer = await MissionInAsync(52.0);
        var visible = await SomebodyInAsync(52.0);
        await SomebodyInAsync(52.0, profile => profile with { Visible = false });
        var applied = await SomebodyInAsync(52.0);
        await matching.AppliedAsync(applied, offer.MissionId);
        var colleague = await SomebodyInAsync(52.0);
        await matching.JoinAsync(offer.OrganisationId, colleague, MemberRole.Welcomer, version: 2);

        var candidates = await CandidatesAsync(offer);
        var candidate = Assert.Single(candidates);
        Assert.Equal(visible.AccountId, (Guid)candidate["volunteerId"]!);
        Assert.Equal(["volunteerId", "distanceKm", "score", "reasons"], candidate.AsObject().Select(member => member.Key));
        Assert.Equal("Libre le mercredi après-midi, comme votre mission.", Sentence(candidate, "hours"));

        await matching.TellAsync(Facts.Profile(visible.AccountId, version: 2) with { Longitude = 52.0, Visible = false });
        Assert.Empty(await CandidatesAsync(offer));

        await SomebodyInAsync(52.0);
        Assert.Single(await CandidatesAsync(offer));
        await matching.PauseAsync(offer.MissionId);
        Assert.Empty(await CandidatesAsync(offer));
    }

    private async Task<IReadOnlyList<JsonNode>> CandidatesAsync(Offer offer)
    {
        using var response = await matching.As(offer.Manager).GetAsync($"/api/v1/missions/{offer.MissionId}/candidates", TestContext.Current.CancellationToken);
        return (await Task.FromResult(response).ReadJsonAsync()).Items();
    }

    private async Task<JsonNode> RecommendedAsync(Caller volunteer, string language = "fr")
    {
        using var response = await matching.As(volunteer, language).GetAsync("/api/v1/volunteers/me/recommendations", TestContext.Current.CancellationToken);
        return await Task.FromResult(response).ReadJsonAsync();
    }

    private static string? Sentence(JsonNode item, string part) =>
        (string?)item["reasons"]!.AsArray().Single(reason => (string?)reason!["part"] == part)!["sentence"];

    /// <summary>Each test has a longitude of its own, so that none meets the others' missions.</summary>
    private async Task<Caller> SomebodyInAsync(double longitude, Func<VolunteerProfileChanged, VolunteerProfileChanged>? but = null)
    {
        var caller = Caller.Person();
        var profile = Facts.Profile(caller.AccountId) with { Longitude = longitude };
        await matching.TellAsync(but?.Invoke(profile) ?? profile);
        return caller;
    }

    private Task<Offer> MissionInAsync(double longitude, Func<MissionFacts, MissionFacts>? but = null) => matching.OfferAsync(but: facts =>
    {
        var near = facts with { Addresses = [Facts.Villeurbanne with { Longitude = longitude + 0.04 }] };
        return but?.Invoke(near) ?? near;
    });
}
