using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Cli.Tests;

public sealed class A_person_gets_a_token : IAsyncLifetime
{
    private StubApi _api = null!;
    private string _challenge = "";

    public async ValueTask InitializeAsync()
    {
        _api = await StubApi.StartAsync();
        _api.Answer = AnswerAsync;
    }

    [Fact]
    public async Task By_session_code_and_verifier_and_it_is_all_that_is_written()
    {
        var ran = await RunAsync("right");
        Assert.Equal((0, "the-token\n", ""), (ran.Code, ran.Out.ReplaceLineEndings("\n"), ran.Error));
        Assert.Contains("volunteer@demo.benevolat.test", _api.Requests.First().Body);
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_the_servers_words()
    {
        var ran = await RunAsync("wrong");
        Assert.Equal((CommandLine.Failed, ""), (ran.Code, ran.Out));
        Assert.Contains("Connexion refusée. Adresse ou mot de passe inconnu. (401)", ran.Error);
        Assert.DoesNotContain("wrong", ran.Error);
    }

    [Fact]
    public async Task Without_a_password_it_says_where_it_is_expected() => Assert.Contains("entrée standard", (await RunAsync("")).Error);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private Task<Ran> RunAsync(string password) =>
        Ran.WithInputAsync(password, "token", "--email", "volunteer@demo.benevolat.test", "--password-stdin", "--url", _api.Address);

    private Task AnswerAsync(HttpContext http, Received request) => http.Request.Path.Value switch
    {
        "/api/v1/accounts/session" => OpenSession(http, request),
        "/connect/authorize" => Authorize(http),
        "/connect/token" => RedeemAsync(http, QueryHelpers.ParseQuery(request.Body)),
        _ => throw new InvalidOperationException(request.Path),
    };

    private static Task OpenSession(HttpContext http, Received request)
    {
        if (!request.Body.Contains("\"right\"", StringComparison.Ordinal)) { return StubApi.ProblemAsync(http, 401, "Adresse ou mot de passe inconnu."); }
        http.Response.Cookies.Append("session", "open", new CookieOptions { HttpOnly = true });
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        Assert.Equal("open", http.Request.Cookies["session"]);
        Assert.Equal(("benevolat-cli", "S256", "code"), ((string?)query["client_id"], (string?)query["code_challenge_method"], (string?)query["response_type"]));
        _challenge = query["code_challenge"]!;
        http.Response.Redirect($"{query["redirect_uri"]}?code=the-code&state={query["state"]}");
        return Task.CompletedTask;
    }

    private Task RedeemAsync(HttpContext http, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        Assert.Equal(("the-code", "http://127.0.0.1/callback"), ((string?)form["code"], (string?)form["redirect_uri"]));
        Assert.Equal(_challenge, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes((string)form["code_verifier"]!))));
        return http.Response.WriteAsJsonAsync(new { access_token = "the-token", token_type = "Bearer" });
    }
}
