using System.Net;
using Benevolat.Contracts.Identity;
using Benevolat.ServiceDefaults.Security;
using Benevolat.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Identity.Tests.Features;

public sealed class From_sign_up_to_sign_out(IdentityService service) : IClassFixture<IdentityService>
{
    [Fact]
    public async Task By_the_pages_somebody_signs_up_confirms_signs_in_and_comes_back_to_the_site()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        var wanted = visitor.AuthorizePath();
        var signUp = await visitor.PageAsync(QueryHelpers.AddQueryString("/account/sign-up", "returnUrl", wanted));
        using (var sent = await visitor.SubmitAsync(signUp, ("email", email), ("firstName", "Camille"), ("password", Visitor.Password),
            ("language", "fr"), ("isAtLeast16", "true"), ("acceptsTerms", "true")).ExpectAsync(HttpStatusCode.Redirect))
        {
            Assert.Equal("/account/check-mail", sent.Headers.Location!.OriginalString);
        }

        var mail = await service.Mail.Mails.WaitForAsync(email, "Confirmez", stop: TestContext.Current.CancellationToken);
        Assert.StartsWith("http://localhost:8080/account/confirm", mail.Links[0].AbsoluteUri, StringComparison.Ordinal);
        var confirm = await visitor.PageAsync(mail.Links[0].PathAndQuery);
        await visitor.SignInAsync(email).ExpectProblemAsync(HttpStatusCode.Conflict, "account.unconfirmed"); // looking is not confirming
        using var confirmed = await visitor.SubmitAsync(confirm).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains(Visitor.Parse(await confirmed.Content.ReadAsStringAsync()).Links, link => link.GetAttribute("href") == wanted);

        var toSignIn = await visitor.AuthorizeAsync(wanted);
        using var signedIn = await visitor.SubmitAsync(await visitor.PageAsync(toSignIn.OriginalString), ("email", email), ("password", Visitor.Password))
            .ExpectAsync(HttpStatusCode.Redirect);
        var back = await visitor.AuthorizeAsync(signedIn.Headers.Location!.OriginalString);
        Assert.StartsWith(Visitor.Callback, back.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("abc", QueryHelpers.ParseQuery(back.Query)["state"]);
    }

    [Fact]
    public async Task The_access_token_says_who_and_for_which_services_and_nothing_personal()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        var id = await visitor.BecomeAsync(email, "Dominique");
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);

        var tokens = await visitor.TokensAsync();

        var access = Visitor.AccessToken(tokens);
        Assert.Equal(("at+jwt", "RS256", id.ToString(), "http://localhost:8080/"), (access.Typ, access.Alg, access.Subject, access.Issuer));
        Assert.Equal(["identity", "matching", "missions", "notifications", "volunteers"], access.Audiences.Order());
        Assert.Equal("benevolat-web", access.GetClaim("client_id").Value);
        Assert.Equal(Visitor.AllScopes.Split(' ').Order(), access.GetClaim("scope").Value.Split(' ').Order());
        Assert.Equal(10, (access.ValidTo - access.IssuedAt).TotalMinutes, precision: 1);
        Assert.Equal(EmailHashes.Of($" {email.ToUpperInvariant()} "), access.GetClaim("email_hash").Value);
        Assert.DoesNotContain(access.Claims, claim => claim.Value.Contains(email, StringComparison.OrdinalIgnoreCase) || claim.Value == "Dominique");

        var identity = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((string)tokens["id_token"]!);
        Assert.Equal((email, "Dominique"), (identity.GetClaim("email").Value, identity.GetClaim("given_name").Value));
        var me = await visitor.MeAsync(tokens).ReadJsonAsync();
        Assert.Equal((id.ToString(), email, "Dominique"), ((string?)me["id"], (string?)me["email"], (string?)me["firstName"]));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_its_theft_ends_the_family()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        var first = await visitor.TokensAsync();

        var second = await visitor.RefreshAsync(first).ReadJsonAsync();
        Assert.NotEqual((string?)first["refresh_token"], (string?)second["refresh_token"]);
        var refused = await visitor.RefreshAsync(first).ReadJsonAsync(HttpStatusCode.BadRequest);

        Assert.Equal("invalid_grant", (string?)refused["error"]);
        await visitor.RefreshAsync(second).ReadJsonAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_code_works_once_and_only_with_the_verifier_of_its_challenge()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        string code = QueryHelpers.ParseQuery((await visitor.AuthorizeAsync(visitor.AuthorizePath())).Query)["code"]!;

        var wrong = await visitor.RedeemAsync(code, verifier: new string('a', 43)).ReadJsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("invalid_grant", (string?)wrong["error"]);
        await visitor.RedeemAsync(code).ExpectAsync(HttpStatusCode.OK);
        await visitor.RedeemAsync(code).ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    public async Task Without_a_proper_challenge_there_is_no_code(string method)
    {
        var visitor = new Visitor(service);
        var path = method == "plain" ? visitor.AuthorizePath(method: "plain") : visitor.AuthorizePath().Replace("code_challenge", "ignored", StringComparison.Ordinal);

        await visitor.PageAsync(path, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_command_line_signs_in_on_any_port_of_the_loopback_address()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);

        var tokens = await visitor.TokensAsync("openid offline_access missions", "benevolat-cli", "http://127.0.0.1:49152/callback");

        Assert.Equal(["identity", "missions"], Visitor.AccessToken(tokens).Audiences.Order());
        await visitor.RefreshAsync(tokens, "benevolat-cli").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_signing_out_the_next_request_asks_for_the_password_again()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        var tokens = await visitor.TokensAsync();
        var end = "/connect/logout?client_id=benevolat-web&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F";

        var asked = await visitor.AuthorizeAsync(end); // without the identity token: any page could have led here
        Assert.StartsWith("/account/sign-out", asked.OriginalString, StringComparison.Ordinal);
        var back = await visitor.AuthorizeAsync(QueryHelpers.AddQueryString(end, "id_token_hint", (string)tokens["id_token"]!));

        Assert.Equal("http://localhost:8080/", back.AbsoluteUri);
        Assert.StartsWith("/account/sign-in", (await visitor.AuthorizeAsync(visitor.AuthorizePath())).OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://mechant.test", "/account/sign-out")]
    [InlineData("http://localhost:8080", "/")]
    public async Task Only_pages_of_our_own_origin_sign_people_out_without_asking(string origin, string leadsTo)
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        visitor.Http.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await visitor.Http.PostAsync(new Uri("/connect/logout", UriKind.Relative), new FormUrlEncodedContent([])).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal(leadsTo, answer.Headers.Location!.OriginalString.Split('?')[0]);
    }

    [Fact]
    public async Task The_others_hear_of_the_account_when_it_is_confirmed_and_only_Notifications_of_the_address()
    {
        var (visitor, email, firstName) = (new Visitor(service), Visitor.NewEmail(), $"Prenom{Guid.NewGuid():N}");

        var id = await visitor.BecomeAsync(email, firstName);

        var contact = await service.Bus.HearAsync<AccountContactChanged>(heard => heard.AccountId == id);
        Assert.Equal((email, firstName, "fr"), (contact.Email, contact.FirstName, contact.Language));
        Assert.Equal(contact.Version, (await service.Bus.HearAsync<AccountRegistered>(heard => heard.AccountId == id)).Version);
        Assert.DoesNotContain(service.Bus.Everything, heard => !heard.Type.StartsWith("identity.account-contact-changed", StringComparison.Ordinal)
            && (heard.Json.Contains(email, StringComparison.OrdinalIgnoreCase) || heard.Json.Contains(firstName, StringComparison.Ordinal)));
        Assert.DoesNotContain(service.Logs, line => line.Contains("@exemple.test", StringComparison.OrdinalIgnoreCase) || line.Contains(firstName, StringComparison.Ordinal)
            || line.Contains(Visitor.Password, StringComparison.Ordinal));
    }
}
