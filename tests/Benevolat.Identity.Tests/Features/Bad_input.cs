using System.Net;
using System.Text;
using Benevolat.Testing;

namespace Benevolat.Identity.Tests.Features;

public sealed class Bad_input(IdentityService service) : IClassFixture<IdentityService>
{
    private static readonly string Long = new('x', 300);

    [Fact]
    public async Task Every_field_that_is_wrong_is_named()
    {
        using var http = service.As(null);
        await http.PostJsonAsync("/api/v1/accounts", new { }).ExpectInvalidAsync("email", "password", "firstName", "language");
        await http.PostJsonAsync("/api/v1/accounts", new { email = "pas une adresse", password = "court", firstName = Long, language = "de", isAtLeast16 = false, acceptsTerms = false })
            .ExpectInvalidAsync("email", "password", "firstName", "language", "isAtLeast16", "acceptsTerms");
        await http.PostJsonAsync("/api/v1/accounts", new { email = 12, password = "x", firstName = "y", language = "fr" }).ExpectInvalidAsync("email");
        await http.PostJsonAsync("/api/v1/accounts", new { email = "a\0b@exemple.test" }).ExpectInvalidAsync("email");
        await http.PostJsonAsync("/api/v1/accounts", new { emial = "a@exemple.test" }).ExpectInvalidAsync("emial");
        await http.PostJsonAsync("/api/v1/accounts/session", new { email = $"{Long}@exemple.test", password = Long }).ExpectInvalidAsync("email", "password");
        await http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId = "pas un id", token = "x" }).ExpectInvalidAsync("accountId");
        await http.PostJsonAsync("/api/v1/accounts/confirmation", new { }).ExpectInvalidAsync("accountId", "token");
        await http.PostJsonAsync("/api/v1/accounts/password-reset", new { }).ExpectInvalidAsync("accountId", "token", "password");
        await http.PostJsonAsync("/api/v1/accounts/password-reset-request", new { email = "a@exemple.test\r\nBcc: b@exemple.test" }).ExpectInvalidAsync("email");
        await http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId = Guid.NewGuid(), token = "n'importe quoi" })
            .ExpectProblemAsync(HttpStatusCode.Conflict, "account.link");
    }

    [Fact]
    public async Task Broken_bodies_and_missing_tokens_are_refused()
    {
        using var http = service.As(null);
        await http.PostAsync(new Uri("/api/v1/accounts", UriKind.Relative), new StringContent("{ \"email\": ", Encoding.UTF8, "application/json"))
            .ExpectProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");
        await http.PostAsync(new Uri("/api/v1/accounts", UriKind.Relative), new FormUrlEncodedContent([new("email", "a@exemple.test")]))
            .ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
        await http.GetAsync(new Uri("/api/v1/accounts/me", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        using var stranger = service.As(Testing.Tokens.Caller.Person()); // signed by a key that is not ours
        await stranger.GetAsync(new Uri("/api/v1/accounts/me", UriKind.Relative)).ExpectAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("https://mechant.test/")]
    [InlineData("//mechant.test")]
    [InlineData("/\\mechant.test")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        var visitor = new Visitor(service);
        foreach (var path in new[] { "/account/sign-in", "/account/sign-up", "/account/sign-out", "/account/confirm" })
        {
            var page = await visitor.PageAsync($"{path}?returnUrl={Uri.EscapeDataString(returnUrl)}", HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("h1"));
        }

        var signIn = await visitor.PageAsync("/account/sign-in");
        signIn.QuerySelector("input[name=returnUrl]")!.SetAttribute("value", returnUrl);
        await visitor.SubmitAsync(signIn, ("email", "a@exemple.test"), ("password", "peu importe")).ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_token_endpoint_answers_in_the_words_of_OAuth_whatever_it_gets()
    {
        var visitor = new Visitor(service);
        foreach (var form in new Dictionary<string, string>[]
        {
            [],
            new() { ["grant_type"] = "password", ["client_id"] = "benevolat-web" },
            new() { ["grant_type"] = "client_credentials", ["client_id"] = "a\u0001b", ["client_secret"] = "x" },
            new() { ["grant_type"] = "refresh_token", ["client_id"] = "benevolat-web", ["refresh_token"] = "n'importe quoi" },
            new() { ["grant_type"] = "authorization_code", ["client_id"] = "benevolat-web", ["code"] = "x", ["redirect_uri"] = "x", ["code_verifier"] = "x" },
        })
        {
            using var answer = await visitor.TokenAsync(form);
            Assert.InRange((int)answer.StatusCode, 400, 401);
            Assert.Contains("\"error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        visitor.Http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("a%00b:c")));
        using var basic = await visitor.TokenAsync(new() { ["grant_type"] = "client_credentials" });
        Assert.InRange((int)basic.StatusCode, 400, 401);
        await visitor.TokenAsync(new() { ["client_id"] = "a\0b" }).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");
        using var fields = await visitor.Http.PostAsync(new Uri("/connect/token", UriKind.Relative),
            new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(number => KeyValuePair.Create($"f{number}", "x"))));
        Assert.Equal(HttpStatusCode.BadRequest, fields.StatusCode);
    }

    [Fact]
    public async Task A_bad_authorization_request_shows_a_page_and_sends_nobody_anywhere()
    {
        var visitor = new Visitor(service);
        foreach (var path in new[]
        {
            visitor.AuthorizePath(redirect: "https://mechant.test/"),
            visitor.AuthorizePath(client: "inconnu"),
            "/connect/authorize",
            "/connect/logout?post_logout_redirect_uri=https%3A%2F%2Fmechant.test%2F",
        })
        {
            var page = await visitor.PageAsync(path, HttpStatusCode.BadRequest);
            Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
            Assert.NotNull(page.QuerySelector("main h1"));
        }
    }

    [Fact]
    public async Task Forms_without_their_token_or_with_control_characters_are_refused_with_a_page()
    {
        var visitor = new Visitor(service);
        using var bare = await visitor.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), new FormUrlEncodedContent([new("email", "a@exemple.test")]));
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (bare.StatusCode, bare.Content.Headers.ContentType?.MediaType));
        using var unclean = await visitor.SubmitAsync(await visitor.PageAsync("/account/sign-up"), ("email", "a\0@exemple.test"), ("firstName", "a\0"), ("password", "x\0"), ("language", "fr\0"));
        Assert.Equal(HttpStatusCode.BadRequest, unclean.StatusCode);
        using var link = await visitor.SubmitAsync(await visitor.PageAsync($"/account/confirm?accountId=rien&token={Long}"));
        Assert.Equal(HttpStatusCode.BadRequest, link.StatusCode);
    }
}
