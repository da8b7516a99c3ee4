using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;

namespace Benevolat.Gateway.Tests.Features;

public sealed class Answers_are_safe_for_browsers(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/?status=302", 302)]
    [InlineData("/?status=500", 500)]
    [InlineData("/?break", 502)]
    [InlineData("/api/v1/missions", 200)]
    [InlineData("/api/v1/missions?status=404", 404)]
    [InlineData("/api/v1/nowhere", 404)]
    [InlineData("/api/v1/ops/queues", 401)]
    [InlineData("/health/ready", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/gateway/error.css", 200)]
    public async Task Every_answer_has_the_headers_and_no_service_weakens_them(string path, int status)
    {
        using var response = await fixture.Gateway.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var directive in (string[])["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'", "base-uri 'self'"])
        {
            Assert.Contains(directive, policy.Split("; "));
        }

        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Browsers_are_told_to_stay_on_https_only_where_they_are()
    {
        var behind = await fixture.StartAsync(("ForwardedHeaders:KnownProxies", "127.0.0.0/8"));
        using (var secure = await behind.GetAsync("/", null, ("X-Forwarded-Proto", "https")))
        {
            Assert.Equal("max-age=31536000", secure.Headers.GetValues("Strict-Transport-Security").Single());
            Assert.Equal("https", (await Task.FromResult(secure).ReadAsync<Echo>()).Headers["X-Forwarded-Proto"]);
        }

        using var spoofed = await fixture.Gateway.GetAsync("/", null, ("X-Forwarded-Proto", "https"));
        Assert.False(spoofed.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Services_hear_about_the_caller_from_the_gateway_alone()
    {
        var headers = (await fixture.Gateway.GetAsync("/api/v1/missions", null,
            ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "for=203.0.113.9"), ("X-Real-IP", "203.0.113.9"), ("X-Original-URL", "/api/v1/ops/queues")).ReadAsync<Echo>()).Headers;
        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"].Replace("::ffff:", "").Replace("::1", "127.0.0.1"));
        Assert.Equal(fixture.Gateway.Address.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal(fixture.Gateway.Address.Authority, headers["Host"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        foreach (var header in (string[])["X-Forwarded-Prefix", "Forwarded", "X-Real-IP", "X-Original-URL"]) { Assert.DoesNotContain(header, headers.Keys); }
    }

    [Fact]
    public async Task Other_sites_may_not_read_the_API_unless_configured()
    {
        using var response = await fixture.Gateway.GetAsync("/api/v1/missions", null, ("Origin", "https://ville.example"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_configured_site_may_call_the_API_and_nothing_else()
    {
        var gateway = await fixture.StartAsync(("Cors:Origins:0", "https://ville.example"));
        using (var read = await gateway.GetAsync("/api/v1/missions", null, ("Origin", "https://ville.example")))
        {
            Assert.Equal("https://ville.example", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Contains("ETag", read.Headers.GetValues("Access-Control-Expose-Headers").Single());
            Assert.False(read.Headers.Contains("Access-Control-Allow-Credentials"));
        }

        using (var preflight = await gateway.SendAsync(HttpMethod.Options, "/api/v1/missions/7", null, null,
            ("Origin", "https://ville.example"), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "authorization,if-match")))
        {
            Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
            Assert.Contains("PUT", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single());
        }

        foreach (var (path, origin) in ((string, string)[])[("/api/v1/missions", "https://other.example"), ("/account/sign-in", "https://ville.example"), ("/", "https://ville.example")])
        {
            using var refused = await gateway.GetAsync(path, null, ("Origin", origin));
            Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("application/json", "br")]
    [InlineData("text/css", "br")]
    [InlineData("text/html", "")]
    public async Task Data_travels_compressed_and_pages_with_their_secrets_do_not(string type, string encoding)
    {
        using var response = await fixture.Gateway.GetAsync($"/?bytes=20000&type={type}", null, ("Accept-Encoding", "br, gzip"));
        Assert.Equal(encoding, string.Join(',', response.Content.Headers.ContentEncoding));
    }
}
