using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Bad_input_gets_an_answer(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Theory, MemberData(nameof(WrongInput.Organisations), MemberType = typeof(WrongInput))]
    public async Task Of_an_organisation_the_field_is_named(string field, string value, string named)
    {
        var body = Organisation();
        body[field] = JsonNode.Parse(value);
        await service.As(_owner).PostJsonAsync($"{Api}/organisations", body).ExpectInvalidAsync(named.Split(','));
    }

    [Theory, MemberData(nameof(WrongInput.Missions), MemberType = typeof(WrongInput))]
    public async Task Of_a_mission_the_field_is_named(string field, string value, string named)
    {
        var body = Mission();
        body[field] = JsonNode.Parse(value);
        // The shape is judged before the organisation is looked for: any id will do.
        await service.As(_owner).PostJsonAsync($"{Api}/organisations/{Guid.CreateVersion7()}/missions", body).ExpectInvalidAsync(named.Split(','));
        await service.As(_owner).PutJsonAsync($"{Api}/missions/{Guid.CreateVersion7()}", body, "\"1\"").ExpectInvalidAsync(named.Split(','));
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once_in_the_readers_language()
    {
        await service.As(_owner).PostJsonAsync($"{Api}/organisations", new { }).ExpectInvalidAsync("name", "purpose", "address");
        var french = await service.As(_owner).PostJsonAsync($"{Api}/organisations/{Guid.CreateVersion7()}/missions", new { }).ExpectInvalidAsync("title", "description", "domain", "kind", "places");
        Assert.Contains("vide", (string?)french["errors"]!["title"]![0], StringComparison.Ordinal);
        var english = await service.As(_owner, "en").PostJsonAsync($"{Api}/organisations", new { rna = "1" }).ExpectInvalidAsync("name", "purpose", "address", "rna");
        Assert.StartsWith("An RNA", (string?)english["errors"]!["rna"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": ", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"name\":\"\\ud800\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("name=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_json_is_refused_everywhere(string body, string type, HttpStatusCode status)
    {
        var (organisation, mission) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (HttpMethod, string, Caller)[] doors =
        [
            (HttpMethod.Post, "organisations", _owner), (HttpMethod.Post, $"organisations/{organisation}/missions", _owner), (HttpMethod.Put, $"missions/{mission}", _owner),
            (HttpMethod.Post, $"missions/{mission}/closure", _owner), (HttpMethod.Put, $"organisations/{organisation}/members/{mission}", _owner),
            (HttpMethod.Post, $"organisations/{organisation}/suspension", Caller.Moderator()), (HttpMethod.Put, "networks/me/missions/x", Caller.Network()),
        ];
        foreach (var (method, path, caller) in doors)
        {
            using var request = new HttpRequestMessage(method, $"{Api}/{path}") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) };
            using var client = service.As(caller);
            using var response = await client.SendAsync(request);
            Assert.True(status == response.StatusCode, $"{method} {path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("near=45.76", "near")]
    [InlineData("near=95,4", "near")]
    [InlineData("near=a,b", "near")]
    [InlineData("near=NaN,4", "near")]
    [InlineData("radiusKm=5", "radiusKm")]
    [InlineData("near=45,4&radiusKm=-1", "radiusKm")]
    [InlineData("near=45,4&radiusKm=0", "radiusKm")]
    [InlineData("near=45,4&radiusKm=20001", "radiusKm")]
    [InlineData("near=45,4&radiusKm=1e9", "radiusKm")]
    [InlineData("explain=why", "explain")]
    [InlineData("ville=Lyon", "ville")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,50,3,40", "bbox")]
    [InlineData("department=Rh%C3%B4ne", "department")]
    [InlineData("domain=cuisine", "domain")]
    [InlineData("domain=sante&domain=cuisine", "domain")]
    [InlineData("kind=x&remote=y", "kind,remote")]
    [InlineData("activity=", "activity")]
    [InlineData("hours=lun-8", "hours")]
    [InlineData("from=2027-12-01&to=2027-01-01", "to")]
    [InlineData("from=1900-01-01", "from")]
    [InlineData("sort=best", "sort")]
    [InlineData("sort=distance", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("groupOf=0", "groupOf")]
    [InlineData("maxHoursPerWeek=0", "maxHoursPerWeek")]
    [InlineData("radiusKm=far", "radiusKm")]
    [InlineData("limit=ten", "limit")]
    [InlineData("from=tomorrow", "from")]
    [InlineData("openToMinors=perhaps", "openToMinors")]
    [InlineData("organisation=x", "organisation")]
    [InlineData("q=a%07b", "q")]
    [InlineData("cursor=%2B%2B", "cursor")]
    public async Task A_wrong_search_names_its_filter(string query, string named) =>
        await service.As(null).GetAsync(new Uri($"{Api}/missions?{query}", UriKind.Relative)).ExpectInvalidAsync(named.Split(','));

    [Theory]
    [InlineData("missions/none")]
    [InlineData("organisations/none")]
    [InlineData("missions/0192d000-0000-7000-8000-000000000000")]
    [InlineData("organisations/0192d000-0000-7000-8000-000000000000")]
    [InlineData("missions/0192d000-0000-7000-8000-000000000000/similar")]
    public async Task What_does_not_exist_is_not_found(string path) =>
        await service.As(_owner).GetAsync(new Uri($"{Api}/{path}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

    [Fact]
    public async Task Too_much_is_refused()
    {
        var body = Mission();
        body["welcome"] = new string('a', 2 * 1024 * 1024);
        using var response = await service.As(_owner).PostJsonAsync($"{Api}/organisations/{Guid.CreateVersion7()}/missions", body);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Who_may_not_call_is_told_so()
    {
        var person = service.As(_owner);
        await person.GetAsync(new Uri($"{Api}/moderation/organisations", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await person.GetAsync(new Uri($"{Api}/moderation/missions", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(null).PostJsonAsync($"{Api}/organisations", Organisation()).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        await service.As(Caller.Network()).PostJsonAsync($"{Api}/organisations", Organisation()).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(Caller.Moderator()).GetAsync(new Uri($"{Api}/moderation/missions?state=lost", UriKind.Relative)).ExpectInvalidAsync("state");
    }
}
