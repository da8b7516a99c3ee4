using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
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

        var answer = await RecommendedAsync(volunteer, good, lesser);
        var best = answer.Items()[0];
        Assert.Equal(
            ("Aider aux devoirs", "Les Devoirs du Mercredi", "Villeurbanne", 5, "education", "regular"),
            ((string?)best["mission"]!["title"], (string?)best["mission"]!["organisationName"], (string?)best["mission"]!["commune"],
                (int)best["mission"]!["placesLeft"]!, (string?)best["mission"]!["domain"], (string?)best["mission"]!["kind"]));
        Assert.InRange((double)best["mission"]!["distanceKm"]!, 2, 5);

        var reasons = best["reasons"]!.AsArray();
        Assert.Equal((double)best["score"]!, reasons.Sum(reason => (double)reason!["contribution"]!), precision: 4);
        Assert.Equal("Vous êtes libre le mercredi après-midi, comme cette mission.", Sentence(best, "hours"));
        Assert.Equal("You are free on Wednesday afternoons, like this mission.", Sentence((await AskAsync(volunteer, "en")).Items()[0], "hours"));
        Assert.Equal(
            ["causes", "distance", "feedback", "hours", "kind", "pathway", "responsiveness", "skills"], reasons.Select(reason => (string?)reason!["part"]).Order(StringComparer.Ordinal));
        Assert.Equal(reasons.OrderByDescending(reason => (double)reason!["contribution"]!), reasons);
        Assert.All(reasons, reason => Assert.InRange((double)reason!["contribution"]!, 0.0001, (double)reason["most"]!));
        Assert.Equal("Si vous savez faire cela aussi, dites-le : Pédagogie.", (string?)best["improvements"]!.AsArray().Single(advice => (string?)advice!["part"] == "skills")!["sentence"]);
        Assert.Equal(1, (int)answer["weightsVersion"]!);
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

        await RecommendedAsync(volunteer, open);
        var missed = await Eventually.GetAsync(
            async () =>
            {
                var all = (await AskAsync(volunteer))["nearMisses"]!.AsArray()
                    .Select(miss => ((string?)miss!["missing"]![0]!["constraint"], (string?)miss["missing"]![0]!["sentence"])).ToList();
                return all.Exists(miss => miss.Item1 == "hours") ? all : null;
            },
            "what fails one condition is told");
        Assert.Contains(("hours", "Elle a lieu le lundi matin, quand vous n'êtes pas libre."), missed);
        Assert.Contains(missed, miss => miss.Item1 == "remote");
    }

    [Fact]
    public async Task Who_would_work_from_home_finds_what_is_far_away()
    {
        var volunteer = await SomebodyInAsync(22.0, profile => profile with { Remote = true });
        var remote = await MissionInAsync(23.0, facts => facts with { Remote = RemoteWork.Full });
        var answer = await Eventually.GetAsync( // with those of other tests: what is done from home is near everybody
            async () => await AskAsync(volunteer) is { } answer && answer.Items().Any(item => item["mission"]!.Id() == remote.MissionId) ? answer : null, "it is recommended");
        Assert.All(answer.Items(), item => Assert.Equal((null, null), ((double?)item["mission"]!["distanceKm"], (string?)item["mission"]!["commune"])));
    }

    [Fact]
    public async Task Without_a_profile_nothing_is_recommended_and_the_limit_is_kept()
    {
        Assert.Empty((await AskAsync(Caller.Person())).Items());

        var volunteer = await SomebodyInAsync(32.0);
        for (var count = 0; count < 3; count++) { await MissionInAsync(32.0); }
        await Eventually.TrueAsync(async () => (await AskAsync(volunteer)).Items().Count == 3, "all three are recommended");
        var two = await matching.As(volunteer).GetAsync("/api/v1/volunteers/me/recommendations?limit=2", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await Task.FromResult(two).ReadJsonAsync()).Items().Count);
    }

    [Fact]
    public async Task An_older_profile_changes_nothing()
    {
        var volunteer = await SomebodyInAsync(42.0, profile => profile with { Version = 4 });
        await matching.Bus.PublishAsync(Facts.Profile(volunteer.AccountId, version: 3) with { Hours = ["mon-9"], Visible = false });
        var mission = await MissionInAsync(42.0);
        await RecommendedAsync(volunteer, mission);
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

        var candidate = Assert.Single(await CandidatesAsync(offer, 1));
        Assert.Equal(visible.AccountId, (Guid)candidate["volunteerId"]!);
        Assert.Equal(["volunteerId", "distanceKm", "score", "reasons", "invited"], candidate.AsObject().Select(member => member.Key));
        Assert.Equal("Libre le mercredi après-midi, comme votre mission.", Sentence(candidate, "hours"));

        await matching.TellAsync(Facts.Profile(visible.AccountId, version: 2) with { Longitude = 52.0, Visible = false });
        Assert.Empty((await matching.As(offer.Manager).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/candidates")).Items()); // at once, whatever the index knows

        await SomebodyInAsync(52.0);
        await CandidatesAsync(offer, 1);
        await matching.PauseAsync(offer.MissionId);
        Assert.Empty(await CandidatesAsync(offer, 0));
    }

    [Fact]
    public async Task A_candidate_is_invited_once_and_stays_anonymous()
    {
        var offer = await MissionInAsync(62.0);
        var volunteer = await SomebodyInAsync(62.0);
        var path = $"/api/v1/missions/{offer.MissionId}/candidates/{volunteer.AccountId}/invitation";
        await CandidatesAsync(offer, 1);
        await matching.As(offer.Manager).PostJsonAsync($"/api/v1/missions/{offer.MissionId}/candidates/{Guid.CreateVersion7()}/invitation", null)
            .ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await matching.As(volunteer).PostJsonAsync(path, null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        await matching.As(offer.Manager).PostJsonAsync(path, null).ExpectAsync(HttpStatusCode.Created);
        var told = await matching.Bus.HearAsync<VolunteerInvited>(heard => heard.VolunteerId == volunteer.AccountId);
        Assert.Equal((offer.MissionId, offer.OrganisationId), (told.MissionId, told.OrganisationId));
        await matching.As(offer.Manager).PostJsonAsync(path, null).ExpectProblemAsync(HttpStatusCode.Conflict, "invitation.exists");
        Assert.True((bool)Assert.Single(await CandidatesAsync(offer, 1))["invited"]!);
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_missions_from_a_place_hours_and_causes()
    {
        var mission = await MissionInAsync(72.0);
        const string path = "/api/v1/recommendations?near=45.764,72.0&radiusKm=20&hours=wed-14&hours=wed-15&domain=education";
        await Eventually.TrueAsync(async () => (await matching.As(null).GetJsonAsync(path)).Items().Count == 1, "the mission is recommended");
        var item = (await matching.As(null).GetJsonAsync(path)).Items()[0];
        Assert.Equal(mission.MissionId, item["mission"]!.Id());
        Assert.Equal("La cause vous tient à cœur : l'éducation.", Sentence(item, "causes"));
        Assert.Equal("Dites ce que vous savez faire.", (string?)item["improvements"]!.AsArray().Single(advice => (string?)advice!["part"] == "skills")!["sentence"]);

        Assert.Empty((await matching.As(null).GetJsonAsync(path.Replace("wed-14&hours=wed-15", "mon-3", StringComparison.Ordinal))).Items());
        foreach (var (bad, field) in (ValueTuple<string, string>[])[("hours=wed-14", "near"), ("near=here", "near"), ("near=1,2&hours=x", "hours"), ("near=1,2&domain=x", "domain"), ("near=1,2&radiusKm=0", "radiusKm")])
        {
            await matching.As(null).GetAsync($"/api/v1/recommendations?{bad}", TestContext.Current.CancellationToken).ExpectInvalidAsync(field);
        }
    }

    [Fact]
    public async Task What_is_shown_is_counted_and_no_organisation_floods_the_list()
    {
        var volunteer = await SomebodyInAsync(82.0);
        var large = await MissionInAsync(82.0);
        for (var count = 0; count < 4; count++)
        {
            await matching.PublishAsync(Guid.CreateVersion7(), Facts.Mission(large.OrganisationId) with { Addresses = [Facts.Villeurbanne with { Longitude = 82.04 }] });
        }

        var small = await MissionInAsync(82.0, facts => facts with { Domain = MissionDomain.Sport });
        await Eventually.TrueAsync(async () => (await AskAsync(volunteer)).Items().Count == 6, "all six are recommended");
        var organisations = (await AskAsync(volunteer)).Items().Select(item => (Guid)item["mission"]!["organisationId"]!).ToList();
        Assert.Equal(small.OrganisationId, organisations.Take(3).Single(organisation => organisation != large.OrganisationId));

        await Eventually.TrueAsync(
            async () => (long)(await matching.As(large.Manager).GetJsonAsync($"/api/v1/organisations/{large.OrganisationId}/exposure"))["shown"]! >= 10, "the exposure is counted");
        await matching.As(volunteer).GetAsync($"/api/v1/organisations/{large.OrganisationId}/exposure", TestContext.Current.CancellationToken)
            .ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var whole = await matching.As(Caller.Operator()).GetJsonAsync("/api/v1/ops/matching/exposure");
        Assert.InRange((double)whole["gini"]!, 0.0001, 1);
    }

    [Fact]
    public async Task News_of_the_day_are_told_every_morning_each_once()
    {
        await matching.StartHostAsync();
        var volunteer = await SomebodyInAsync(92.0);
        await MissionInAsync(92.0); // published in the past: no news
        var news = new List<Guid>();
        for (var count = 0; count < 12; count++) { news.Add(await PublishNowAsync()); }
        await Eventually.TrueAsync(async () => (await AskAsync(volunteer, limit: 20)).Items().Count == 13, "all are in the index");
        Assert.DoesNotContain(matching.Bus.Heard<MatchesFound>(), heard => heard.VolunteerId == volunteer.AccountId);

        matching.Clock.Advance(TimeSpan.FromDays(1));
        var first = await matching.Bus.HearAsync<MatchesFound>(heard => heard.VolunteerId == volunteer.AccountId);
        Assert.Equal((1, 12, 10), (first.Version, first.Total, first.MissionIds.Count));
        Assert.Subset(news.ToHashSet(), first.MissionIds.ToHashSet());

        var another = await PublishNowAsync();
        await matching.PublishAsync(news[0], Near(92.0), version: 9, at: matching.Clock.GetUtcNow()); // opened again: told already
        await Eventually.TrueAsync(async () => (await AskAsync(volunteer, limit: 20)).Items().Count == 14, "all are in the index");
        matching.Clock.Advance(TimeSpan.FromDays(1));
        var second = await matching.Bus.HearAsync<MatchesFound>(heard => heard.VolunteerId == volunteer.AccountId && heard.Version > 1);
        Assert.Equal([another], second.MissionIds);

        matching.Clock.Advance(TimeSpan.FromDays(1));
        await matching.UntilAsync(async db => await db.Volunteers.FindAsync(volunteer.AccountId) is { MatchesRound: 3 }, "the third round is over");
        Assert.Equal(2, matching.Bus.Heard<MatchesFound>().Count(heard => heard.VolunteerId == volunteer.AccountId));

        async Task<Guid> PublishNowAsync()
        {
            var id = Guid.CreateVersion7();
            await matching.PublishAsync(id, Near(92.0), at: matching.Clock.GetUtcNow());
            return id;
        }
    }

    [Fact]
    public async Task An_operator_may_have_the_index_built_anew()
    {
        var volunteer = await SomebodyInAsync(102.0);
        var mission = await MissionInAsync(102.0);
        await RecommendedAsync(volunteer, mission);
        await matching.As(Caller.Operator()).PostJsonAsync("/api/v1/ops/matching/rebuild", null).ExpectAsync(HttpStatusCode.Accepted);
        await matching.As(volunteer).PostJsonAsync("/api/v1/ops/matching/rebuild", null).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await Eventually.StaysAsync(async () => (await AskAsync(volunteer)).Items().Count == 1, "it is recommended all the while", TimeSpan.FromSeconds(1));
    }

    private async Task<IReadOnlyList<JsonNode>> CandidatesAsync(Offer offer, int count) => await Eventually.GetAsync(
        async () => (await matching.As(offer.Manager).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/candidates")).Items() is { } items && items.Count == count ? items : null,
        $"there are {count} candidates");

    private Task<JsonNode> AskAsync(Caller volunteer, string language = "fr", int limit = 10) =>
        matching.As(volunteer, language).GetJsonAsync($"/api/v1/volunteers/me/recommendations?limit={limit}");

    /// <summary>The index follows within a second.</summary>
    private async Task<JsonNode> RecommendedAsync(Caller volunteer, params Offer[] missions) => await Eventually.GetAsync(
        async () => await AskAsync(volunteer) is { } answer && answer.Items().Select(item => item["mission"]!.Id()).SequenceEqual(missions.Select(mission => mission.MissionId)) ? answer : null,
        "exactly these are recommended");

    private static MissionFacts Near(double longitude) => Facts.Mission() with { Addresses = [Facts.Villeurbanne with { Longitude = longitude + 0.04 }] };

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
