using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class Two_sides_write_to_each_other(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task A_thread_from_the_first_word_to_shared_contacts()
    {
        var (offer, volunteer) = (await matching.OfferAsync(), Caller.Person());
        var application = await matching.SubmitAsync(volunteer, offer.MissionId, message: "Bonjour, mon numéro : 06 12 34 56 78.").ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal("Bonjour, mon numéro : 06 12 34 56 78.", (string?)application["message"]);
        Assert.Equal("Bonjour, mon numéro : •••.", (string?)(await ReadAsync(offer.Manager, application))["message"]);

        var answer = await WriteAsync(offer.Manager, application, "Merci ! Écrivez à contact@devoirs.exemple.fr").ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(("organisation", true, false), ((string?)answer["from"], (bool)answer["mine"]!, (bool)answer["masked"]!));
        var told = await matching.Bus.HearAsync<ApplicationMessagePosted>(heard => heard.ApplicationId == application.Id());
        Assert.Equal((false, 2, answer.Id()), (told.FromVolunteer, told.Version, told.MessageId));
        var discussed = await ReadAsync(volunteer, application);
        Assert.Equal(("in-discussion", "volunteer", "kept", true), (
            discussed.State(), (string?)discussed["turn"], (string?)discussed["promise"]!["step"], (bool)discussed["promise"]!["keptInTime"]!));

        await WriteAsync(volunteer, application, "Volontiers, je suis sur t.me/lea").ExpectAsync(HttpStatusCode.Created);
        Assert.Equal("organisation", (string?)(await ReadAsync(volunteer, application))["turn"]);
        Assert.Equal(
            ["Bonjour, mon numéro : 06 12 34 56 78.", "Merci ! Écrivez à •••", "Volontiers, je suis sur t.me/lea"], await TextsAsync(volunteer, application));
        Assert.Equal(
            ["Bonjour, mon numéro : •••.", "Merci ! Écrivez à contact@devoirs.exemple.fr", "Volontiers, je suis sur •••"], await TextsAsync(offer.Manager, application));

        await matching.StepAsync(offer.Manager, await ReadAsync(offer.Manager, application), "acceptance", new { message = "À mercredi !" }).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("Merci ! Écrivez à contact@devoirs.exemple.fr", (await TextsAsync(volunteer, application))[1]);
        Assert.Equal("À mercredi !", (string?)(await ReadAsync(volunteer, application))["answerMessage"]);
        await WriteAsync(volunteer, application, "À mercredi.").ExpectAsync(HttpStatusCode.Created);

        await matching.Bus.HearAsync<ApplicationMessagePosted>(heard => heard.ApplicationId == application.Id() && heard.FromVolunteer);
        Assert.DoesNotContain(matching.Bus.Everything, heard => heard.Json.Contains("mercredi", StringComparison.OrdinalIgnoreCase) && heard.Json.Contains(application.Id().ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_read_and_write_nothing_and_nobody_writes_when_it_is_over()
    {
        var (offer, volunteer, stranger) = (await matching.OfferAsync(), Caller.Person(), Caller.Person());
        var application = await matching.AppliedAsync(volunteer, offer.MissionId);
        await WriteAsync(stranger, application, "Bonjour").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await matching.As(stranger).GetAsync($"/api/v1/applications/{application.Id()}/messages", TestContext.Current.CancellationToken).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await WriteAsync(volunteer, application, "   ").ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        await WriteAsync(volunteer, application, new string('x', 2_001)).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        await matching.StepAsync(volunteer, application, "withdrawal", new { reason = "other" }).ExpectAsync(HttpStatusCode.OK);
        await WriteAsync(offer.Manager, application, "Dommage").ExpectProblemAsync(HttpStatusCode.Conflict, "application.transition");
    }

    [Fact]
    public async Task A_message_sent_twice_with_one_key_stands_once_and_pages_go_on_where_they_ended()
    {
        var (offer, volunteer) = (await matching.OfferAsync(), Caller.Person());
        var application = await matching.AppliedAsync(volunteer, offer.MissionId);
        for (var twice = 0; twice < 2; twice++) { await WriteAsync(volunteer, application, "1", key: "k").ExpectAsync(HttpStatusCode.Created); }
        for (var count = 2; count <= 5; count++) { await WriteAsync(volunteer, application, $"{count}").ExpectAsync(HttpStatusCode.Created); }

        var (texts, path) = (new List<string>(), $"/api/v1/applications/{application.Id()}/messages?limit=2");
        for (string? next = path; next is not null;)
        {
            var page = await matching.As(offer.Manager).GetJsonAsync(next);
            texts.AddRange(page.Items().Select(item => (string)item["text"]!));
            next = (string?)page["next"] is { } cursor ? $"{path}&cursor={Uri.EscapeDataString(cursor)}" : null;
        }

        Assert.Equal(["Bonjour, je suis libre le mercredi.", "1", "2", "3", "4", "5"], texts);
    }

    private Task<HttpResponseMessage> WriteAsync(Caller caller, JsonNode application, string text, string? key = null) =>
        matching.As(caller).PostJsonAsync($"/api/v1/applications/{application.Id()}/messages", new { text }, idempotencyKey: key);

    private Task<JsonNode> ReadAsync(Caller caller, JsonNode application) => matching.As(caller).GetJsonAsync($"/api/v1/applications/{application.Id()}");

    private async Task<List<string>> TextsAsync(Caller caller, JsonNode application) =>
        [.. (await matching.As(caller).GetJsonAsync($"/api/v1/applications/{application.Id()}/messages")).Items().Select(item => (string)item["text"]!)];
}
