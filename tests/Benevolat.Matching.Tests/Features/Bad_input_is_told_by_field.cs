using System.Net;
using System.Text;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class Bad_input_is_told_by_field(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Theory]
    [InlineData("applications", """{}""", "message")]
    [InlineData("applications", """{"message":""}""", "message")]
    [InlineData("applications", """{"message":"   "}""", "message")]
    [InlineData("applications", """{"message":12}""", "message")]
    [InlineData("applications", """{"message":"a\u0000b"}""", "message")]
    [InlineData("applications", """{"message":"ok","mesage":"typo"}""", "mesage")]
    [InlineData("refusal", """{}""", "reason")]
    [InlineData("refusal", """{"reason":"bored"}""", "reason")]
    [InlineData("refusal", """{"reason":0}""", "reason")]
    [InlineData("refusal", """{"reason":"other","message":{}}""", "message")]
    [InlineData("withdrawal", """{}""", "reason")]
    [InlineData("withdrawal", """{"reason":"bored"}""", "reason")]
    public async Task A_bad_body_is_told_by_field(string what, string json, string field) =>
        await PostRawAsync(what, json).ExpectInvalidAsync(field);

    [Theory]
    [InlineData("applications", "")]
    [InlineData("refusal", "\"reason\":\"other\",")]
    public async Task A_text_that_is_too_long_is_told_by_field(string what, string before) =>
        await PostRawAsync(what, $"{{{before}\"message\":\"{new string('a', 2001)}\"}}").ExpectInvalidAsync("message");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    public async Task What_is_no_object_is_a_bad_request(string json)
    {
        using var response = await PostRawAsync("applications", json);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Lists_refuse_what_they_cannot_read()
    {
        var offer = await matching.OfferAsync();
        var path = $"/api/v1/organisations/{offer.OrganisationId}/applications";
        await GetAsync(offer.Manager, $"{path}?state=waiting").ExpectInvalidAsync("state");
        await GetAsync(offer.Manager, $"{path}?limit=0").ExpectInvalidAsync("limit");
        await GetAsync(offer.Manager, $"{path}?limit=101").ExpectInvalidAsync("limit");
        await GetAsync(offer.Manager, $"{path}?limit=many").ExpectInvalidAsync("limit");
        await GetAsync(offer.Manager, $"{path}?cursor=nonsense").ExpectInvalidAsync("cursor");
        await GetAsync(offer.Manager, "/api/v1/volunteers/me/recommendations?limit=101").ExpectInvalidAsync("limit");
    }

    private Task<HttpResponseMessage> GetAsync(Caller caller, string path) => matching.As(caller).GetAsync(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PostRawAsync(string what, string json)
    {
        var path = what == "applications" ? $"/api/v1/missions/{Guid.CreateVersion7()}/applications" : $"/api/v1/applications/{Guid.CreateVersion7()}/{what}";
        return matching.As(Caller.Person()).PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
    }
}
