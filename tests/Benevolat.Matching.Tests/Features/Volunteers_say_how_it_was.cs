using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class Volunteers_say_how_it_was(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Once_and_again_and_nobody_else_reads_it()
    {
        var offer = await matching.OfferAsync();
        var (volunteer, application) = await matching.AcceptedAsync(offer);
        var path = $"/api/v1/applications/{application.Id()}/feedback";
        await matching.As(volunteer).GetAsync(new Uri(path, UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await matching.As(volunteer).PutJsonAsync(path, new { }).ExpectInvalidAsync("happened");
        await matching.As(volunteer).PutJsonAsync(path, new { happened = true, comment = new string('a', 1001) }).ExpectInvalidAsync("comment");
        await matching.As(volunteer).PutJsonAsync(path, new { happened = true }, "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await matching.As(offer.Manager).PutJsonAsync(path, new { happened = true }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        using var first = await matching.As(volunteer).PutJsonAsync(path, new { happened = true, asDescribed = "partly", comeBack = "maybe", comment = " Très bruyant " });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (first.StatusCode, first.Headers.ETag?.Tag));
        var told = await matching.Bus.HearAsync<FeedbackGiven>(heard => heard.ApplicationId == application.Id());
        Assert.Equal((1, true, AsDescribed.Partly, ComeBack.Maybe), (told.Version, told.Happened, told.AsDescribed, told.ComeBack));
        Assert.DoesNotContain(matching.Bus.Everything, heard => heard.Json.Contains("bruyant", StringComparison.Ordinal));

        await matching.As(volunteer).PutJsonAsync(path, new { happened = false }).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await matching.As(volunteer).PutJsonAsync(path, new { happened = false }, "\"1\"").ExpectAsync(HttpStatusCode.OK);
        var read = await matching.ReadAsync(volunteer, $"applications/{application.Id()}/feedback");
        Assert.Equal((false, null, 2), ((bool)read["happened"]!, (string?)read["comment"], (long)read["version"]!));
        await matching.As(offer.Manager).GetAsync(new Uri(path, UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task After_their_first_day_and_not_before()
    {
        var offer = await matching.OfferAsync();
        var volunteer = Caller.Person();
        var asked = await matching.AppliedAsync(volunteer, offer.MissionId);
        await matching.As(volunteer).PutJsonAsync($"/api/v1/applications/{asked.Id()}/feedback", new { happened = true }).ExpectProblemAsync(HttpStatusCode.Conflict, "feedback.too-early");

        var shift = matching.Shift(inHours: 24);
        var dated = await matching.OfferWithAsync(shift);
        var (early, application) = await matching.AcceptedAsync(dated);
        await matching.SignUpAsync(early, dated, shift).ExpectAsync(HttpStatusCode.Created);
        await matching.As(early).PutJsonAsync($"/api/v1/applications/{application.Id()}/feedback", new { happened = true }).ExpectProblemAsync(HttpStatusCode.Conflict, "feedback.too-early");
    }

    [Fact]
    public async Task The_organisation_reads_figures_and_from_three_answers_on_the_comments()
    {
        var offer = await matching.OfferAsync();
        await SayAsync(offer, "yes", "yes", "Super équipe");
        await SayAsync(offer, "no", "no", "Pas comme annoncé");
        var two = await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/feedback");
        Assert.Equal((2, 0), ((int)two["count"]!, two["comments"]!.AsArray().Count));
        await SayAsync(offer, "yes", "maybe", null);

        var three = await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/feedback");
        Assert.Equal("""{"yes":2,"partly":0,"no":1}""", three["asDescribed"]!.ToJsonString());
        Assert.Equal("""{"yes":1,"maybe":1,"no":1}""", three["comeBack"]!.ToJsonString());
        Assert.Equal(["Pas comme annoncé", "Super équipe"], three["comments"]!.AsArray().Select(comment => (string?)comment!["text"]));
        Assert.All(three["comments"]!.AsArray(), comment => Assert.Equal(["text", "on"], comment!.AsObject().Select(member => member.Key)));
        await matching.As(Caller.Person()).GetAsync(new Uri($"/api/v1/missions/{offer.MissionId}/feedback", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    private async Task<JsonNode> SayAsync(Offer offer, string asDescribed, string comeBack, string? comment)
    {
        var (volunteer, application) = await matching.AcceptedAsync(offer);
        return await matching.As(volunteer).PutJsonAsync($"/api/v1/applications/{application.Id()}/feedback", new { happened = true, asDescribed, comeBack, comment })
            .ReadJsonAsync(HttpStatusCode.Created);
    }
}
