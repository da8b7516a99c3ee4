using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class The_coach_over_http(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task Members_and_moderators_hear_it_in_their_language_and_nobody_else()
    {
        var organisation = await service.RegisterAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation, Saying("Présence obligatoire."));
        var path = new Uri($"{Api}/missions/{id}/coaching", UriKind.Relative);

        var french = await service.As(_owner).GetAsync(path).ReadJsonAsync();
        Assert.InRange((int)french["score"]!, 20, 80);
        Assert.Equal((int)french["score"]!, french["parts"]!.AsArray().Sum(part => (int)part!["score"]!));
        Assert.Equal(100, french["parts"]!.AsArray().Sum(part => (int)part!["most"]!));
        Assert.Equal("Le titre", (string?)french["parts"]![0]!["label"]);
        var blame = Finding(french, "coach.blame")!;
        Assert.Equal(("advice", "description", "obligatoire"), ((string?)blame["severity"], (string?)blame["field"], (string?)blame["match"]));
        Assert.StartsWith("« obligatoire » met en garde", (string?)blame["sentence"], StringComparison.Ordinal);

        var english = await service.As(Caller.Moderator(), "en").GetAsync(path).ReadJsonAsync();
        Assert.StartsWith("“obligatoire” warns", (string?)Finding(english, "coach.blame")!["sentence"], StringComparison.Ordinal);
        Assert.Equal(french["score"]!.ToJsonString(), english["score"]!.ToJsonString());

        await service.As(Caller.Person()).GetAsync(path).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(null).GetAsync(path).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    [Fact]
    public async Task What_is_unsaved_is_judged_as_what_is_saved()
    {
        var organisation = await service.RegisterAsync(_owner);
        var mission = Saying("Une équipe de bénévoles.");
        mission["title"] = "Servir avec Le Goût des autres";
        var id = await service.DraftAsync(_owner, organisation, mission.DeepClone().AsObject());
        using var client = service.As(_owner);

        var saved = await client.GetAsync(new Uri($"{Api}/missions/{id}/coaching", UriKind.Relative)).ReadJsonAsync();
        var unsaved = await client.PostJsonAsync($"{Api}/missions/coaching?organisation={organisation}", mission).ReadJsonAsync();
        Assert.Equal(saved.ToJsonString(), unsaved.ToJsonString());
        Assert.NotNull(Finding(unsaved, "coach.title-organisation"));

        var byNobody = await client.PostJsonAsync($"{Api}/missions/coaching", mission).ReadJsonAsync();
        Assert.Null(Finding(byNobody, "coach.title-organisation"));
        await service.As(Caller.Person()).PostJsonAsync($"{Api}/missions/coaching?organisation={organisation}", mission).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(null).PostJsonAsync($"{Api}/missions/coaching", mission).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "title": 5, "description": {}, "domain": "cuisine", "kind": null, "places": "two", "hours": ["lun-8", 3], "shifts": [null, {}, { "startsAt": "x" }], "addresses": [{}, 1], "colour": true }""", 0)]
    [InlineData("""{ "title": "\ud800", "\ud800": 1, "description": "a\u0000b", "startsOn": "2027-02-30", "hoursPerWeek": 1e300, "openToMinors": "yes", "welcomerId": "me", "tasks": [null, "", " "] }""", 0)]
    [InlineData("""{ "title": "Servir le café du matin", "addresses": [{ "commune": "Lyon", "street": "3 rue Petit" }] }""", 20)]
    public async Task What_is_missing_or_malformed_counts_as_missing(string body, int score)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await service.As(_owner).PostAsync(new Uri($"{Api}/missions/coaching", UriKind.Relative), content).ReadJsonAsync();
        Assert.Equal(score, (int)answer["score"]!);
        Assert.Equal("blocking", (string?)Finding(answer, "coach.description-missing")!["severity"]);
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"title\": ", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("title=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_object_is_refused(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await service.As(_owner).PostAsync(new Uri($"{Api}/missions/coaching", UriKind.Relative), content);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task However_long_a_text_is_it_gets_an_answer()
    {
        using var client = service.As(_owner);
        foreach (var times in new[] { 1_000, 40_000 })
        {
            var answer = await client.PostJsonAsync($"{Api}/missions/coaching", Saying(string.Concat(Enumerable.Repeat("Présence obligatoire. ", times)))).ReadJsonAsync();
            Assert.NotNull(Finding(answer, "coach.blame"));
        }
    }

    [Fact]
    public async Task The_reference_says_what_may_be_sent()
    {
        var document = await service.As(null).GetAsync(new Uri("/openapi/v1.json", UriKind.Relative)).ReadJsonAsync();
        var body = document["paths"]!["/api/v1/missions/coaching"]!["post"]!["requestBody"]!["content"]!.AsObject();
        Assert.Equal("#/components/schemas/MissionInput", (string?)Assert.Single(body).Value!["schema"]!["$ref"]);
    }

    [Fact]
    public async Task What_blocks_is_not_published_by_its_organisation_but_may_be_by_a_moderator()
    {
        var organisation = await service.RegisterVerifiedAsync(_owner);
        var id = await service.DraftAsync(_owner, organisation, Saying("Appelez le 06 12 34 56 78."));
        using var client = service.As(_owner, "en");

        foreach (var step in new[] { "submission", "publication" })
        {
            var refused = await client.PostJsonAsync($"{Api}/missions/{id}/{step}", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.coach-blocking");
            var finding = Assert.Single(refused["findings"]!.AsArray())!;
            Assert.Equal(("coach.contact-details", "blocking", "description", "06 12 34 56 78"), ((string?)finding["code"], (string?)finding["severity"], (string?)finding["field"], (string?)finding["match"]));
            Assert.StartsWith("Remove “06", (string?)finding["sentence"], StringComparison.Ordinal);
        }

        Assert.Equal("draft", (string?)(await service.ReadMissionAsync(_owner, id))["state"]);
        await service.MoveAsync(Caller.Moderator(), id, "publication");
        await service.MoveAsync(_owner, id, "pause");
        await client.PostJsonAsync($"{Api}/missions/{id}/publication", null, await ETagAsync(client, $"missions/{id}")).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.coach-blocking");

        await client.PutJsonAsync($"{Api}/missions/{id}", Mission(), await ETagAsync(client, $"missions/{id}")).ExpectSuccessAsync();
        await service.MoveAsync(_owner, id, "publication");
    }

    [Fact]
    public async Task A_review_begins_with_nothing_that_blocks()
    {
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner), Mission("Bénévolat"));
        await service.As(_owner).PostJsonAsync($"{Api}/missions/{id}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "mission.coach-blocking");
        await service.As(_owner).PutJsonAsync($"{Api}/missions/{id}", Mission(), "\"1\"").ExpectSuccessAsync();
        await service.MoveAsync(_owner, id, "submission");
    }

    private static JsonObject Saying(string more)
    {
        var mission = Mission();
        mission["description"] = $"{mission["description"]} {more}";
        return mission;
    }

    private static JsonNode? Finding(JsonNode report, string code) => report["findings"]!.AsArray().FirstOrDefault(finding => (string?)finding!["code"] == code);
}
