using System.Net;
using AngleSharp.Html.Parser;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Failures_are_explained(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private const string Nowhere = "http://127.0.0.1:1";

    [Fact]
    public async Task A_service_that_is_down_is_a_503_that_says_when_to_come_back()
    {
        var gateway = await fixture.StartAsync(("services:missions:http:0", Nowhere));
        using var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/organisations");
        Assert.Equal(5, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        await Task.FromResult(response).ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "http.unavailable");
        await gateway.GetAsync("/api/v1/volunteers/me").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_that_was_never_configured_is_a_503_too()
    {
        await using var gateway = await TestGateway.StartAsync([("services:identity:http:0", fixture["identity"].Address)]);
        await gateway.GetAsync("/api/v1/missions").ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "http.unavailable");
    }

    [Fact]
    public async Task Browsers_get_a_page_they_can_read()
    {
        var gateway = await fixture.StartAsync(("services:web:http:0", Nowhere));
        using var response = await gateway.GetAsync("/missions/7", null, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Le site reprend son souffle", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("style, script, [style]"));
        await gateway.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_speaks_English_to_those_who_prefer_it()
    {
        using var response = await fixture.Gateway.GetAsync("/health/x", null, ("Accept", "text/html"), ("Accept-Language", "en-GB"));
        Assert.Contains("Page not found", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_a_change_was_sent_is_a_502() =>
        await fixture.Gateway.SendAsync(HttpMethod.Post, "/api/v1/missions?break").ExpectProblemAsync(HttpStatusCode.BadGateway, "http.unavailable");

    [Fact]
    public async Task A_service_that_stays_silent_is_a_504()
    {
        var gateway = await fixture.StartAsync(("TimeLimits:Answer", "00:00:00.5"));
        await gateway.GetAsync("/api/v1/missions?delay=20000").ExpectProblemAsync(HttpStatusCode.GatewayTimeout, "http.unavailable");
    }

    [Fact]
    public async Task The_services_own_words_are_not_replaced()
    {
        fixture["missions"].Answers["/api/v1/missions/broken"] = http =>
        {
            http.Response.StatusCode = 409;
            http.Response.ContentType = "application/problem+json";
            return http.Response.Body.WriteAsync("""{"code":"mission.not-open"}"""u8.ToArray()).AsTask();
        };
        using var response = await fixture.Gateway.GetAsync("/api/v1/missions/broken", null, ("Accept", "text/html"));
        Assert.Equal("""{"code":"mission.not-open"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/v1/missions", 1_100_000, false)]
    [InlineData("/api/v1/missions", 1_048_577, true)]
    [InlineData("/api/v1/networks/me/imports", 10_600_000, false)]
    [InlineData("/account/sign-in", 2_000_000, true)]
    public async Task A_body_that_is_too_large_is_refused(string path, int bytes, bool unannounced)
    {
        using var content = Body(bytes, unannounced);
        await fixture.Gateway.SendAsync(HttpMethod.Post, path, null, content).ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
    }

    [Theory]
    [InlineData("/api/v1/missions", 1_048_576, true)]
    [InlineData("/api/v1/networks/me/imports", 9_000_000, false)]
    [InlineData("/api/v1/networks/me/imports", 9_000_000, true)]
    public async Task Up_to_the_limit_all_of_it_arrives(string path, int bytes, bool unannounced)
    {
        using var content = Body(bytes, unannounced);
        Assert.Equal(bytes, (await fixture.Gateway.SendAsync(HttpMethod.Post, path, null, content).ReadAsync<Echo>()).BodyLength);
    }

    private static HttpContent Body(int bytes, bool unannounced) =>
        unannounced ? new UnannouncedContent(bytes) : new ByteArrayContent(new byte[bytes]);

    /// <summary>Sent in chunks, without a length in front.</summary>
    private sealed class UnannouncedContent(int bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0; sent < bytes; sent += 10_000) { await stream.WriteAsync(new byte[Math.Min(10_000, bytes - sent)]); }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
