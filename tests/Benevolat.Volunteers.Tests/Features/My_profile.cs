using System.Net;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Volunteers.Tests.Features;

public sealed class My_profile(VolunteersService volunteers) : IClassFixture<VolunteersService>
{
    [Fact]
    public async Task Is_absent_then_written_then_read_as_written()
    {
        using var me = volunteers.As(Caller.Person());
        await me.GetAsync(VolunteersService.Me).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        using var created = await me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille()).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);

        var profile = await me.GetAsync(VolunteersService.Me).ReadJsonAsync();
        Assert.Equal("Camille", (string?)profile["firstName"]);
        Assert.Equal("69123", (string?)profile["place"]!["communeCode"]);
        Assert.Equal([4.85, 45.76], profile["place"]!["coordinates"]!.AsArray().Select(number => (double)number!));
        Assert.Equal(["education", "vivre-ensemble"], profile["causes"]!.AsArray().Select(cause => (string)cause!));
        Assert.True((bool)profile["visibleToOrganisations"]!);
        Assert.Equal(2.5m, (decimal)profile["hoursPerWeek"]!);
        Assert.Empty(profile["hours"]!.AsArray());
    }

    [Fact]
    public async Task What_one_would_like_to_learn_and_other_wishes_are_kept_and_told_and_may_be_absent()
    {
        var caller = Caller.Person();
        using var me = volunteers.As(caller);
        var camille = VolunteersService.Camille();
        (camille["skillsToLearn"], camille["onlyOpenToMinors"], camille["needsAccessibility"]) = (new[] { "Comptabilité" }, true, true);
        await me.PutJsonAsync(VolunteersService.Me, camille).ExpectAsync(HttpStatusCode.Created);
        var profile = await me.GetAsync(VolunteersService.Me).ReadJsonAsync();
        Assert.Equal("Comptabilité", (string?)Assert.Single(profile["skillsToLearn"]!.AsArray()));
        Assert.Equal((true, true), ((bool)profile["onlyOpenToMinors"]!, (bool)profile["needsAccessibility"]!));
        var told = await volunteers.Bus.HearAsync<VolunteerProfileChanged>(change => change.VolunteerId == caller.AccountId);
        Assert.Equal((true, true, "Comptabilité"), (told.OnlyOpenToMinors, told.NeedsAccessibility, Assert.Single(told.SkillsToLearn!)));

        await me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille(), ifMatch: "\"1\"").ExpectAsync(HttpStatusCode.OK);
        told = await volunteers.Bus.HearAsync<VolunteerProfileChanged>(change => change.VolunteerId == caller.AccountId && change.Version == 2);
        Assert.Equal((false, false), (told.OnlyOpenToMinors, told.NeedsAccessibility));
        Assert.Empty(told.SkillsToLearn!);
    }

    [Fact]
    public async Task Changes_only_for_who_has_seen_the_current_version()
    {
        using var me = volunteers.As(await volunteers.PersonWithProfileAsync());
        var changed = VolunteersService.Camille();
        changed["place"] = null;
        changed["remote"] = true;
        await me.PutJsonAsync(VolunteersService.Me, changed).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await me.PutJsonAsync(VolunteersService.Me, changed, ifMatch: "\"1\"").ExpectAsync(HttpStatusCode.OK);
        await me.PutJsonAsync(VolunteersService.Me, changed, ifMatch: "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        Assert.Null((await me.GetAsync(VolunteersService.Me).ReadJsonAsync())["place"]);
    }

    [Fact]
    public async Task A_first_write_that_expects_a_profile_or_a_second_that_expects_none_is_412()
    {
        using var me = volunteers.As(Caller.Person());
        await me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille(), ifMatch: "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        me.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", "*");
        await me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille()).ExpectAsync(HttpStatusCode.Created);
        await me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille()).ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task Two_first_writes_at_once_make_one_profile()
    {
        var caller = Caller.Person();
        using var me = volunteers.As(caller);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => me.PutJsonAsync(VolunteersService.Me, VolunteersService.Camille())));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict or HttpStatusCode.PreconditionRequired));
    }

    [Fact]
    public async Task Availability_replaces_the_week_and_needs_a_profile_and_its_version()
    {
        using var stranger = volunteers.As(Caller.Person());
        await stranger.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-14" } }, ifMatch: "\"1\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        using var me = volunteers.As(await volunteers.PersonWithProfileAsync());
        await me.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-14" } }).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        var profile = await me.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-14", "mon-9", "wed-14" } }, ifMatch: "\"1\"").ReadJsonAsync();
        Assert.Equal(["mon-09", "wed-14"], profile["hours"]!.AsArray().Select(hour => (string)hour!));
        await me.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-15" } }, ifMatch: "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task What_others_learn_is_coarse_and_nameless()
    {
        var caller = Caller.Person();
        using var me = volunteers.As(caller);
        var camille = VolunteersService.Camille();
        camille["firstName"] = "Prénomunique";
        await me.PutJsonAsync(VolunteersService.Me, camille).ExpectAsync(HttpStatusCode.Created);
        await me.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-14" } }, ifMatch: "\"1\"").ExpectAsync(HttpStatusCode.OK);

        var told = await volunteers.Bus.HearAsync<VolunteerProfileChanged>(change => change.VolunteerId == caller.AccountId && change.Version == 2);
        Assert.Equal(("69123", 4.85, 45.76), (told.CommuneCode, told.Longitude, told.Latitude));
        Assert.Equal(["wed-14"], told.Hours);
        Assert.Equal([MissionDomain.Education, MissionDomain.VivreEnsemble], told.Causes);
        Assert.True(told.Visible);
        Assert.All(volunteers.Bus.Everything, message => Assert.DoesNotContain("Prénomunique", message.Json.Replace("\\u00E9", "é", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_without_a_token_gets_in()
    {
        using var visitor = volunteers.As(null);
        await visitor.GetAsync(VolunteersService.Me).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        using var network = volunteers.As(Caller.Network());
        await network.GetAsync(VolunteersService.Me).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }
}
