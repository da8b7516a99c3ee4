using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Benevolat.Identity.Data;
using Benevolat.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Benevolat.Identity.Tests.Features;

/// <summary>One browser or tool, with its cookies, and the steps that people take with it.</summary>
internal sealed class Visitor(IdentityService service, WebApplicationFactory<IdentityDb>? host = null, string language = "fr")
{
    public const string Password = "cheval-agrafe-nuage";
    public const string Callback = "http://localhost:8080/signin/callback";
    public const string AllScopes = "openid profile email roles offline_access missions volunteers matching notifications";
    private readonly string _verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public HttpClient Http { get; } = host is null ? service.As(null, language) : service.As(host, null, language);

    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(_verifier)));

    public static string NewEmail() => $"p{Guid.NewGuid():N}@exemple.test";

    public Task<HttpResponseMessage> SignUpAsync(string email, string firstName = "Camille") =>
        Http.PostJsonAsync("/api/v1/accounts", new { email, password = Password, firstName, language = "fr" });

    public Task<HttpResponseMessage> SignInAsync(string email, string password = Password) =>
        Http.PostJsonAsync("/api/v1/accounts/session", new { email, password });

    /// <summary>An account that was confirmed by the link in the mail.</summary>
    public async Task<Guid> BecomeAsync(string email, string firstName = "Camille")
    {
        await SignUpAsync(email, firstName).ExpectAsync(HttpStatusCode.Accepted);
        var (accountId, token) = await LinkAsync(email, "Confirmez");
        await Http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId, token }).ExpectAsync(HttpStatusCode.NoContent);
        return accountId;
    }

    public async Task<(Guid AccountId, string Token)> LinkAsync(string email, string subject)
    {
        var mail = await service.Mail.Mails.WaitForAsync(email, subject, stop: TestContext.Current.CancellationToken);
        var query = QueryHelpers.ParseQuery(mail.Links[0].Query);
        return (Guid.Parse(query["accountId"]!), query["token"]!);
    }

    public string AuthorizePath(string scope = AllScopes, string client = "benevolat-web", string redirect = Callback, string method = "S256", string more = "") =>
        QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = client,
            ["redirect_uri"] = redirect,
            ["scope"] = scope,
            ["state"] = "abc",
            ["code_challenge"] = method == "S256" ? Challenge : _verifier,
            ["code_challenge_method"] = method,
        }) + more;

    /// <summary>Asks for a code and gives back where the browser is sent.</summary>
    public async Task<Uri> AuthorizeAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.Redirect);
        return answer.Headers.Location!;
    }

    public async Task<JsonNode> TokensAsync(string scope = AllScopes, string client = "benevolat-web", string redirect = Callback)
    {
        var back = await AuthorizeAsync(AuthorizePath(scope, client, redirect));
        return await RedeemAsync(QueryHelpers.ParseQuery(back.Query)["code"]!, client, redirect).ReadJsonAsync();
    }

    public Task<HttpResponseMessage> RedeemAsync(string code, string client = "benevolat-web", string redirect = Callback, string? verifier = null) => TokenAsync(new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = client,
        ["code"] = code,
        ["redirect_uri"] = redirect,
        ["code_verifier"] = verifier ?? _verifier,
    });

    public Task<HttpResponseMessage> RefreshAsync(JsonNode tokens, string client = "benevolat-web") =>
        TokenAsync(new() { ["grant_type"] = "refresh_token", ["client_id"] = client, ["refresh_token"] = (string)tokens["refresh_token"]! });

    public Task<HttpResponseMessage> TokenAsync(Dictionary<string, string> form)
    {
        if (form.GetValueOrDefault("client_id") == "benevolat-web") { form["client_secret"] = IdentityService.WebSecret; }
        return Http.PostAsync(new Uri("/connect/token", UriKind.Relative), new FormUrlEncodedContent(form));
    }

    public async Task<HttpResponseMessage> MeAsync(JsonNode tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/accounts/me");
        request.Headers.Authorization = new("Bearer", (string)tokens["access_token"]!);
        return await Http.SendAsync(request);
    }

    public static JsonWebToken AccessToken(JsonNode tokens) => new((string)tokens["access_token"]!);

    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative)).ExpectAsync(expected);
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in the page's only form and sends it, hidden fields included, as a browser without scripts would.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = page.Forms.Single();
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(
            [.. hidden, .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
