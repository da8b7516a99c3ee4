using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

public sealed class The_life_of_an_application(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    private static readonly AnswerPromise Promise = new(3);

    [Fact]
    public async Task From_the_first_word_to_a_place_and_back()
    {
        var welcomer = Guid.CreateVersion7();
        var offer = await matching.OfferAsync(places: 5, but: facts => facts with { WelcomerId = welcomer });
        var volunteer = Caller.Person();

        using var created = await matching.SubmitAsync(volunteer, offer.MissionId, message: "  Je connais bien les collégiens.  ").ExpectAsync(HttpStatusCode.Created);
        var submitted = await Task.FromResult(created).ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/applications/{submitted.Id()}", created.Headers.Location?.OriginalString);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);
        Assert.Equal("submitted", submitted.State());
        Assert.Equal("Je connais bien les collégiens.", (string?)submitted["message"]);
        Assert.Equal("Aider aux devoirs", (string?)submitted["missionTitle"]);
        Assert.Equal("Les Devoirs du Mercredi", (string?)submitted["organisationName"]);
        Assert.Equal(volunteer.AccountId, (Guid)submitted["volunteerId"]!);
        Assert.Equal(Promise.AnswerBy((DateTimeOffset)submitted["submittedAt"]!), (DateTimeOffset)submitted["answerBy"]!);
        var told = await matching.Bus.HearAsync<ApplicationSubmitted>(heard => heard.ApplicationId == submitted.Id());
        Assert.Equal((1, offer.MissionId, offer.OrganisationId, volunteer.AccountId), (told.Version, told.MissionId, told.OrganisationId, told.VolunteerId));

        var acknowledged = await matching.StepAsync(offer.Manager, submitted, "acknowledgement").ReadJsonAsync();
        Assert.Equal("acknowledged", acknowledged.State());
        Assert.Equal(2, (await matching.Bus.HearAsync<ApplicationAcknowledged>(heard => heard.ApplicationId == submitted.Id())).Version);

        var accepted = await matching.StepAsync(offer.Manager, acknowledged, "acceptance").ReadJsonAsync();
        Assert.Equal(("accepted", welcomer, 3), (accepted.State(), (Guid)accepted["welcomerId"]!, (long)accepted["version"]!));
        Assert.Equal(welcomer, (await matching.Bus.HearAsync<ApplicationAccepted>(heard => heard.ApplicationId == submitted.Id())).WelcomerId);
        var taken = await matching.Bus.HearAsync<PlacesChanged>(heard => heard.MissionId == offer.MissionId && heard.Taken == 1);
        Assert.Equal((5, 4), (taken.Places, taken.Left));

        var withdrawn = await matching.StepAsync(volunteer, accepted, "withdrawal", new { reason = "not-available" }).ReadJsonAsync();
        Assert.Equal(("withdrawn", "not-available"), (withdrawn.State(), (string?)withdrawn["reason"]));
        Assert.Equal(WithdrawalReason.NotAvailable, (await matching.Bus.HearAsync<ApplicationWithdrawn>(heard => heard.ApplicationId == submitted.Id())).Reason);
        var freed = await matching.Bus.HearAsync<PlacesChanged>(heard => heard.MissionId == offer.MissionId && heard.Version > taken.Version);
        Assert.Equal((0, 5), (freed.Taken, freed.Left));

        Assert.DoesNotContain(matching.Bus.Everything, heard => heard.Json.Contains("coll", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_sides_read_the_same_with_its_etag()
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var submitted = await matching.AppliedAsync(volunteer, offer.MissionId);
        foreach (var reader in (Caller[])[volunteer, offer.Manager])
        {
            using var response = await matching.As(reader).GetAsync($"/api/v1/applications/{submitted.Id()}", TestContext.Current.CancellationToken);
            Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
            var read = await Task.FromResult(response).ReadJsonAsync();
            read["actions"] = submitted["actions"]!.DeepClone(); // what one may do is the only difference between them
            Assert.Equal(submitted.ToJsonString(), read.ToJsonString());
        }
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_the_organisation_wrote_and_one_may_apply_again()
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var submitted = await matching.AppliedAsync(volunteer, offer.MissionId);
        var declined = await matching.StepAsync(offer.Manager, submitted, "refusal", new { reason = "requirements-not-fulfilled", message = "Il faut le permis." }).ReadJsonAsync();
        Assert.Equal(("declined", "requirements-not-fulfilled", "Il faut le permis."), (declined.State(), (string?)declined["reason"], (string?)declined["answerMessage"]));
        Assert.Equal(DeclineReason.RequirementsNotFulfilled, (await matching.Bus.HearAsync<ApplicationDeclined>(heard => heard.ApplicationId == submitted.Id())).Reason);

        await matching.StepAsync(offer.Manager, declined, "acceptance").ExpectProblemAsync(HttpStatusCode.Conflict, "application.transition");
        await matching.AppliedAsync(volunteer, offer.MissionId);
    }

    [Fact]
    public async Task A_withdrawal_before_the_answer_changes_no_places()
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var submitted = await matching.AppliedAsync(volunteer, offer.MissionId);
        await matching.StepAsync(volunteer, submitted, "withdrawal", new { reason = "found-another" }).ReadJsonAsync();
        await matching.Bus.HearAsync<ApplicationWithdrawn>(heard => heard.ApplicationId == submitted.Id());
        Assert.Equal(1, await matching.LookAsync(db => db.Allocations.Where(places => places.MissionId == offer.MissionId).Select(places => places.Version).SingleAsync()));
    }

    [Fact]
    public async Task The_volunteer_finds_all_their_applications_the_newest_first_page_by_page()
    {
        var volunteer = Caller.Person();
        var sent = new List<Guid>();
        for (var count = 0; count < 5; count++) { sent.Add((await matching.AppliedAsync(volunteer, (await matching.OfferAsync()).MissionId)).Id()); }
        await matching.AppliedAsync(Caller.Person(), (await matching.OfferAsync()).MissionId);

        Assert.Equal(sent.AsEnumerable().Reverse(), await ReadAllAsync(volunteer, "/api/v1/volunteers/me/applications?limit=2", pages: 3));
    }

    [Fact]
    public async Task The_organisation_finds_the_most_urgent_first_and_filters_by_state()
    {
        var offer = await matching.OfferAsync();
        var sent = new List<Guid>();
        for (var count = 0; count < 5; count++) { sent.Add((await matching.AppliedAsync(Caller.Person(), offer.MissionId)).Id()); }

        var path = $"/api/v1/organisations/{offer.OrganisationId}/applications";
        Assert.Equal(sent, await ReadAllAsync(offer.Manager, $"{path}?limit=2", pages: 3));

        var first = await matching.As(offer.Manager).GetAsync($"/api/v1/applications/{sent[0]}", TestContext.Current.CancellationToken);
        await matching.StepAsync(offer.Manager, await Task.FromResult(first).ReadJsonAsync(), "acknowledgement").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal([sent[0]], await ReadAllAsync(offer.Manager, $"{path}?state=acknowledged&state=in-discussion", pages: 1));
        Assert.Equal(sent[1..], await ReadAllAsync(offer.Manager, $"{path}?state=submitted", pages: 1));
    }

    private async Task<List<Guid>> ReadAllAsync(Caller caller, string path, int pages)
    {
        var found = new List<Guid>();
        for (var (next, left) = (path, pages); ; left--)
        {
            using var response = await matching.As(caller).GetAsync(next, TestContext.Current.CancellationToken);
            var page = await Task.FromResult(response).ReadJsonAsync();
            found.AddRange(page.Items().Select(item => item.Id()));
            if ((string?)page["next"] is not { } cursor)
            {
                Assert.Equal(1, left);
                return found;
            }

            Assert.Contains("rel=\"next\"", response.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
            next = $"{path}&cursor={Uri.EscapeDataString(cursor)}";
        }
    }
}
