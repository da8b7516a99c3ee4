using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>A person with an account, speaking REST through the gateway with a token from code + PKCE, as a mobile app does.</summary>
public sealed class Someone : IDisposable
{
    private const string Redirect = "http://127.0.0.1/callback";
    private const string Scopes = "openid profile email roles missions volunteers matching notifications";
    public const string Password = "une phrase de passe longue 2026";

    private readonly RunningSystem _system;
    private readonly string _password;

    private Someone(RunningSystem system, string email, string password)
    {
        (_system, Email, _password) = (system, email, password);
        Http = new HttpClient { BaseAddress = system.Site };
    }

    public string Email { get; }

    public HttpClient Http { get; }

    /// <summary>Creates an account, confirms it with the link in the mail, and signs in.</summary>
    public static async Task<Someone> SignUpAsync(RunningSystem system, string firstName)
    {
        var someone = new Someone(system, $"rest.{Guid.NewGuid():N}@journeys.benevolat.test", Password);
        await someone.Http.PostJsonAsync("/api/v1/accounts", new { email = someone.Email, password = Password, firstName, language = "fr" })
            .ExpectAsync(HttpStatusCode.Accepted);

        var mail = await system.System.Mail.Mails.WaitForAsync(someone.Email);
        var link = QueryHelpers.ParseQuery(mail.Links.First(link => link.AbsolutePath.StartsWith("/account/confirm", StringComparison.Ordinal)).Query);
        (await someone.Http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId = link["accountId"].ToString(), token = link["token"].ToString() })).EnsureSuccessStatusCode();
        await someone.SignInAsync();
        return someone;
    }

    /// <summary>Signs in with an account that exists already.</summary>
    public static async Task<Someone> SignInAsync(RunningSystem system, string email, string password)
    {
        var someone = new Someone(system, email, password);
        await someone.SignInAsync();
        return someone;
    }

    /// <summary>A network's or operator's tool, by client credentials.</summary>
    public static async Task<HttpClient> ToolAsync(RunningSystem system, string client, string scope)
    {
        var http = new HttpClient { BaseAddress = system.Site };
        http.DefaultRequestHeaders.Authorization = await TokenAsync(http, new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = $"{client}-secret",
            ["scope"] = scope,
        });
        return http;
    }

    /// <summary>A fresh token: those of Identity live ten minutes.</summary>
    public async Task SignInAsync()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = _system.Site };
        (await browser.PostJsonAsync("/api/v1/accounts/session", new { email = Email, password = _password })).EnsureSuccessStatusCode();

        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var authorize = QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "benevolat-cli",
            ["redirect_uri"] = Redirect,
            ["response_type"] = "code",
            ["scope"] = Scopes,
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
            ["state"] = "s",
        });
        using var redirect = await browser.GetAsync(new Uri(authorize, UriKind.Relative)).ExpectAsync(HttpStatusCode.Found);
        var code = QueryHelpers.ParseQuery(redirect.Headers.Location!.Query)["code"].ToString();
        Http.DefaultRequestHeaders.Authorization = await TokenAsync(Http, new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "benevolat-cli",
            ["redirect_uri"] = Redirect,
            ["code"] = code,
            ["code_verifier"] = verifier,
        });
    }

    public Task<JsonNode> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative)).ReadJsonAsync();

    /// <summary>Reads something, then changes it with the ETag just read.</summary>
    public async Task<JsonNode?> ChangeAsync(string read, HttpMethod method, string path, object? body = null)
    {
        using var current = await Http.GetAsync(new Uri(read, UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        using var answer = await Http.SendJsonAsync(method, path, body, ifMatch: current.Headers.ETag!.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public void Dispose() => Http.Dispose();

    private static async Task<AuthenticationHeaderValue> TokenAsync(HttpClient http, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content).ExpectAsync(HttpStatusCode.OK);
        return new AuthenticationHeaderValue("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!);
    }
}
