using System.Net;
using System.Text;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Volunteers.Tests.Features;

public sealed class Bad_profiles(VolunteersService volunteers) : IClassFixture<VolunteersService>
{
    private readonly HttpClient _me = volunteers.As(Caller.Person());

    public static TheoryData<string, object?, string[]> WrongValues => new()
    {
        { "firstName", null, ["firstName"] },
        { "firstName", "  ", ["firstName"] },
        { "firstName", new string('a', 61), ["firstName"] },
        { "firstName", 12, ["firstName"] },
        { "firstName", "Ca\u0001mille", ["firstName"] },
        { "place", null, ["place"] },
        { "place", new { commune = "", communeCode = "6912", postcode = "x", coordinates = new[] { 4.8 } }, ["place.commune", "place.communeCode", "place.postcode", "place.coordinates"] },
        { "place", new { commune = "Lyon", communeCode = "69123", postcode = "69003", coordinates = new[] { 181, 45.7 } }, ["place.coordinates"] },
        { "radiusKm", null, ["radiusKm"] },
        { "radiusKm", 0, ["radiusKm"] },
        { "radiusKm", 201, ["radiusKm"] },
        { "radiusKm", "loin", ["radiusKm"] },
        { "hoursPerWeek", 0, ["hoursPerWeek"] },
        { "hoursPerWeek", 169, ["hoursPerWeek"] },
        { "skills", new[] { "a", " " }, ["skills[1]"] },
        { "skills", new[] { new string('a', 81) }, ["skills[0]"] },
        { "skillsToLearn", new[] { "a", " " }, ["skillsToLearn[1]"] },
        { "skillsToLearn", new[] { new string('a', 81) }, ["skillsToLearn[0]"] },
        { "onlyOpenToMinors", "oui", ["onlyOpenToMinors"] },
        { "needsAccessibility", 1, ["needsAccessibility"] },
        { "causes", new[] { "education", "jardin" }, ["causes[1]"] },
        { "kinds", new[] { "sometimes" }, ["kinds[0]"] },
        { "nickname", "Cam", ["nickname"] },
    };

    [Theory, MemberData(nameof(WrongValues), DisableDiscoveryEnumeration = true)]
    public async Task Name_the_field_that_is_wrong(string field, object? value, string[] named)
    {
        var body = VolunteersService.Camille();
        body[field] = value;
        await _me.PutJsonAsync(VolunteersService.Me, body).ExpectInvalidAsync(named);
    }

    [Theory, InlineData("skills"), InlineData("skillsToLearn")]
    public async Task Too_many_skills_are_refused(string field) =>
        await _me.PutJsonAsync(VolunteersService.Me, new Dictionary<string, object?>(VolunteersService.Camille())
        {
            [field] = Enumerable.Range(0, 51).Select(number => $"skill {number}"),
        }).ExpectInvalidAsync(field);

    [Fact]
    public async Task An_empty_body_names_everything_that_is_missing() =>
        await _me.PutJsonAsync(VolunteersService.Me, new { }).ExpectInvalidAsync("firstName", "place", "radiusKm");

    [Fact]
    public async Task Broken_json_is_unreadable()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");
        await _me.PutAsync(VolunteersService.Me, content).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");
    }

    [Fact]
    public async Task No_body_at_all_is_said_so()
    {
        using var content = new StringContent("", Encoding.UTF8, "application/json");
        await _me.PutAsync(VolunteersService.Me, content).ExpectInvalidAsync("body");
    }

    [Fact]
    public async Task Other_formats_are_415()
    {
        using var content = new StringContent("firstName=Camille", Encoding.UTF8, "application/x-www-form-urlencoded");
        await _me.PutAsync(VolunteersService.Me, content).ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
    }

    [Fact]
    public async Task Hours_are_checked_one_by_one()
    {
        using var me = volunteers.As(await volunteers.PersonWithProfileAsync());
        await me.PutJsonAsync(VolunteersService.Availability, new { hours = new[] { "wed-14", "mer-14", "wed-24" } }, ifMatch: "\"1\"").ExpectInvalidAsync("hours[1]", "hours[2]");
        await me.PutJsonAsync(VolunteersService.Availability, new { }, ifMatch: "\"1\"").ExpectInvalidAsync("hours");
        await me.PutJsonAsync(VolunteersService.Availability, new { hours = Enumerable.Repeat("wed-14", 169) }, ifMatch: "\"1\"").ExpectInvalidAsync("hours");
    }

    [Fact]
    public async Task Are_explained_in_english_to_who_reads_english()
    {
        using var me = volunteers.As(Caller.Person(), "en");
        var problem = await me.PutJsonAsync(VolunteersService.Me, new { }).ExpectInvalidAsync("firstName", "place", "radiusKm");
        Assert.Equal("Give a distance from 1 to 200 km.", (string?)problem["errors"]!["radiusKm"]![0]);
    }
}
