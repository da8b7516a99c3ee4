using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class What_is_refused(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    private static readonly object Refusal = new { reason = "other" };

    [Fact]
    public async Task What_belongs_to_others_does_not_exist()
    {
        var offer = await matching.OfferAsync();
        var application = await matching.AppliedAsync(Caller.Person(), offer.MissionId);
        var neighbour = await matching.OfferAsync();
        foreach (var stranger in (Caller[])[Caller.Person(), neighbour.Manager, Caller.Moderator()])
        {
            await GetAsync(stranger, $"/api/v1/applications/{application.Id()}").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await GetAsync(stranger, $"/api/v1/organisations/{offer.OrganisationId}/applications").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await GetAsync(stranger, $"/api/v1/missions/{offer.MissionId}/candidates").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await matching.StepAsync(stranger, application, "acknowledgement").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await matching.StepAsync(stranger, application, "acceptance").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await matching.StepAsync(stranger, application, "refusal", Refusal).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
            await matching.StepAsync(stranger, application, "withdrawal", Refusal).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        Assert.Empty((await GetAsync(neighbour.Manager, "/api/v1/volunteers/me/applications").ReadJsonAsync()).Items());
    }

    [Fact]
    public async Task What_is_unknown_is_not_found()
    {
        await matching.SubmitAsync(Caller.Person(), Guid.CreateVersion7()).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await GetAsync(Caller.Person(), $"/api/v1/applications/{Guid.CreateVersion7()}").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await GetAsync(Caller.Person(), "/api/v1/applications/not-an-id").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Who_sees_an_application_does_not_yet_decide_it()
    {
        var offer = await matching.OfferAsync();
        var (volunteer, welcomer, former) = (Caller.Person(), Caller.Person(), Caller.Person());
        await matching.JoinAsync(offer.OrganisationId, welcomer, MemberRole.Welcomer, version: 2);
        await matching.JoinAsync(offer.OrganisationId, former, MemberRole.Manager, version: 3);
        var application = await matching.AppliedAsync(volunteer, offer.MissionId);

        await GetAsync(welcomer, $"/api/v1/applications/{application.Id()}").ExpectAsync(HttpStatusCode.OK);
        await GetAsync(welcomer, $"/api/v1/organisations/{offer.OrganisationId}/applications").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.StepAsync(welcomer, application, "acceptance").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.StepAsync(volunteer, application, "acceptance").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await matching.StepAsync(offer.Manager, application, "withdrawal", Refusal).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");

        await matching.JoinAsync(offer.OrganisationId, former, role: null, version: 4);
        await GetAsync(former, $"/api/v1/applications/{application.Id()}").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Nobody_applies_to_their_own_organisation_or_where_no_one_is_sought()
    {
        var offer = await matching.OfferAsync();
        await matching.SubmitAsync(offer.Manager, offer.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "application.own-organisation");

        var paused = await matching.OfferAsync();
        await matching.PauseAsync(paused.MissionId);
        await matching.SubmitAsync(Caller.Person(), paused.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");

        var closed = await matching.OfferAsync();
        await matching.CloseAsync(closed.MissionId, ClosingReason.Done);
        await matching.SubmitAsync(Caller.Person(), closed.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");

        await matching.SuspendAsync(offer.OrganisationId);
        await matching.SubmitAsync(Caller.Person(), offer.MissionId).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.not-open");
    }

    [Fact]
    public async Task A_suspended_organisation_gets_no_volunteers_and_who_waited_hears_so()
    {
        var (offer, volunteer) = (await matching.OfferAsync(), Caller.Person());
        await matching.OfferAsync();
        await matching.TellAsync(Facts.Profile(volunteer.AccountId));
        var application = await matching.AppliedAsync(volunteer, offer.MissionId);
        var accepted = await matching.StepAsync(offer.Manager, await matching.AppliedAsync(Caller.Person(), offer.MissionId), "acceptance").ReadJsonAsync();
        await matching.SuspendAsync(offer.OrganisationId);
        await matching.StepAsync(offer.Manager, application, "acceptance").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await GetAsync(offer.Manager, $"/api/v1/missions/{offer.MissionId}/candidates").ExpectProblemAsync(HttpStatusCode.Forbidden, "organisation.suspended");

        var told = await matching.Bus.HearAsync<ApplicationDeclined>(heard => heard.ApplicationId == application.Id());
        Assert.Equal(DeclineReason.MissionTerminated, told.Reason);
        var proposed = await matching.Bus.HearAsync<AlternativesProposed>(heard => heard.ApplicationId == application.Id());
        Assert.Equal(AlternativesCause.MissionEnded, proposed.Cause);
        Assert.NotEmpty(proposed.MissionIds);
        Assert.DoesNotContain(offer.MissionId, proposed.MissionIds);
        Assert.Equal("accepted", (await matching.As(offer.Manager).GetJsonAsync($"/api/v1/applications/{accepted.Id()}")).State());
    }

    [Theory]
    [InlineData("acknowledgement", false)]
    [InlineData("acceptance", false)]
    [InlineData("refusal", false)]
    [InlineData("withdrawal", true)]
    public async Task A_change_names_the_version_it_saw(string step, bool byVolunteer)
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var application = await matching.AppliedAsync(volunteer, offer.MissionId);
        var client = matching.As(byVolunteer ? volunteer : offer.Manager);
        var body = step is "refusal" or "withdrawal" ? Refusal : null;
        var path = $"/api/v1/applications/{application.Id()}/{step}";
        await client.PostJsonAsync(path, body).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await client.PostJsonAsync(path, body, ifMatch: "\"7\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await client.PostJsonAsync(path, body, ifMatch: "nonsense").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task A_second_acknowledgement_says_what_remains_in_both_languages()
    {
        var offer = await matching.OfferAsync();
        var acknowledged = await matching.StepAsync(offer.Manager, await matching.AppliedAsync(Caller.Person(), offer.MissionId), "acknowledgement").ReadJsonAsync();
        var french = await matching.StepAsync(offer.Manager, acknowledged, "acknowledgement").ExpectProblemAsync(HttpStatusCode.Conflict, "application.transition");
        Assert.Equal("Cette candidature est déjà prise en compte : acceptez-la ou refusez-la.", (string?)french["title"]);

        var english = await matching.As(offer.Manager, "en-US").PostJsonAsync($"/api/v1/applications/{acknowledged.Id()}/acknowledgement", null, "\"2\"").ExpectProblemAsync(HttpStatusCode.Conflict, "application.transition");
        Assert.Equal("This application is acknowledged already: accept or decline it.", (string?)english["title"]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/applications/0193a0b0-0000-7000-8000-000000000000")]
    [InlineData("GET", "/api/v1/volunteers/me/applications")]
    [InlineData("GET", "/api/v1/volunteers/me/recommendations")]
    [InlineData("GET", "/api/v1/missions/0193a0b0-0000-7000-8000-000000000000/candidates")]
    [InlineData("POST", "/api/v1/missions/0193a0b0-0000-7000-8000-000000000000/applications")]
    [InlineData("POST", "/api/v1/applications/0193a0b0-0000-7000-8000-000000000000/acceptance")]
    public async Task Only_people_who_signed_in_may_enter(string method, string path)
    {
        var (verb, body) = (new HttpMethod(method), method == "POST" ? new { message = "x" } : null);
        await matching.As(null).SendJsonAsync(verb, path, body).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        await matching.As(Caller.Network()).SendJsonAsync(verb, path, body).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    private Task<HttpResponseMessage> GetAsync(Caller caller, string path) => matching.As(caller).GetAsync(path, TestContext.Current.CancellationToken);
}
