using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Identity.Data;
using Benevolat.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace Benevolat.Identity.Tests.Features;

public sealed class Keys_and_clients(IdentityService service) : IClassFixture<IdentityService>
{
    [Fact]
    public async Task Two_replicas_and_a_restart_honour_each_others_sessions_codes_and_tokens()
    {
        var (here, email) = (new Visitor(service), Visitor.NewEmail());
        await here.BecomeAsync(email);
        await here.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        var tokens = await here.TokensAsync();
        var there = new Visitor(service, await service.StartHostAsync());

        await there.MeAsync(tokens).ExpectAsync(HttpStatusCode.OK);
        var renewed = await there.RefreshAsync(tokens).ReadJsonAsync();
        await here.MeAsync(renewed).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(Visitor.AccessToken(tokens).Kid, Visitor.AccessToken(renewed).Kid);
    }

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_after()
    {
        await service.Services.SeedClientsAsync();
        var signing = Visitor.AccessToken(await NetworkTokenAsync(new Visitor(service))).Kid;

        service.Clock.Advance(TimeSpan.FromDays(84));
        var later = await service.StartHostAsync();
        var published = await PublishedAsync(later);
        Assert.Equal((2, signing), (published.Count, Visitor.AccessToken(await NetworkTokenAsync(new Visitor(service, later))).Kid));

        service.Clock.Advance(TimeSpan.FromDays(7));
        var muchLater = await service.StartHostAsync();
        Assert.Equal(published.Order(), (await PublishedAsync(muchLater)).Order());
        Assert.Equal(published.Single(kid => kid != signing), Visitor.AccessToken(await NetworkTokenAsync(new Visitor(service, muchLater))).Kid);
        service.Clock.Advance(-TimeSpan.FromDays(91));
    }

    [Fact]
    public async Task Private_keys_are_not_readable_in_the_database()
    {
        await using var database = NpgsqlDataSource.Create(service.Database);
        await using var command = database.CreateCommand("SELECT protected_private_key FROM server_keys");
        await using var keys = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await keys.ReadAsync(TestContext.Current.CancellationToken))
        {
            using var rsa = System.Security.Cryptography.RSA.Create();
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => rsa.ImportPkcs8PrivateKey((byte[])keys[0], out _));
        }
    }

    [Fact]
    public async Task Systems_get_the_scopes_of_their_client_and_no_others()
    {
        await service.Services.SeedClientsAsync();
        var visitor = new Visitor(service);

        var network = Visitor.AccessToken(await NetworkTokenAsync(visitor));
        Assert.Equal(("demo-network", "network"), (network.Subject, network.GetClaim("scope").Value));
        Assert.Equal(["missions"], network.Audiences);
        var ops = Visitor.AccessToken(await ClientAsync(visitor, "demo-operator", "demo-operator-secret", "ops").ReadJsonAsync());
        Assert.Equal(["identity", "matching", "missions", "notifications", "volunteers"], ops.Audiences.Order());

        await ClientAsync(visitor, "demo-network", "demo-network-secret", "ops").ExpectAsync(HttpStatusCode.BadRequest);
        await ClientAsync(visitor, "demo-network", "not-its-secret", "network").ExpectAsync(HttpStatusCode.Unauthorized);
        await ClientAsync(visitor, "benevolat-web", IdentityService.WebSecret, "missions").ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Operating_is_refused_to_others_and_granted_to_operators()
    {
        await service.Services.SeedClientsAsync();
        var visitor = new Visitor(service);
        await visitor.SignInAsync("volunteer@demo.benevolat.test", "Demo-Benevolat-2026").ExpectAsync(HttpStatusCode.NoContent);
        var refused = await visitor.AuthorizeAsync(visitor.AuthorizePath("openid ops"));
        Assert.Equal("access_denied", QueryHelpers.ParseQuery(refused.Query)["error"]);
        await visitor.PageAsync(visitor.AuthorizePath("openid network"), HttpStatusCode.BadRequest);

        var keeper = new Visitor(service);
        await keeper.SignInAsync("operator@demo.benevolat.test", "Demo-Benevolat-2026").ExpectAsync(HttpStatusCode.NoContent);
        var token = Visitor.AccessToken(await keeper.TokensAsync("openid ops"));
        Assert.Equal(("operator", "01900000-0000-7000-8000-000000000004"), (token.GetClaim("role").Value, token.Subject));
        Assert.Contains("ops", token.GetClaim("scope").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_the_discovery_document_leads_inside_and_through_the_gateway_to_the_public_origin()
    {
        using var http = service.As(null);
        var inside = await http.GetAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative), TestContext.Current.CancellationToken).ReadJsonAsync();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "mechant.test");
        var outside = await http.GetAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative), TestContext.Current.CancellationToken).ReadJsonAsync();

        Assert.Equal(("http://localhost:8080/", "http://localhost:8080/"), ((string?)inside["issuer"], (string?)outside["issuer"]));
        Assert.Equal(("http://localhost/.well-known/jwks", "http://localhost:8080/.well-known/jwks"), ((string?)inside["jwks_uri"], (string?)outside["jwks_uri"]));
        Assert.Equal("http://localhost:8080/connect/authorize", (string?)inside["authorization_endpoint"]);
        Assert.Equal(["S256"], inside["code_challenge_methods_supported"]!.AsArray().Select(method => (string?)method));
    }

    private static Task<JsonNode> NetworkTokenAsync(Visitor visitor) => ClientAsync(visitor, "demo-network", "demo-network-secret", "network").ReadJsonAsync();

    private static Task<HttpResponseMessage> ClientAsync(Visitor visitor, string id, string secret, string scope) => visitor.Http.PostAsync(
        new Uri("/connect/token", UriKind.Relative),
        new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret, ["scope"] = scope }));

    private async Task<List<string>> PublishedAsync(WebApplicationFactory<IdentityDb> host)
    {
        using var http = service.As(host, null);
        var keys = await http.GetAsync(new Uri("/.well-known/jwks", UriKind.Relative)).ReadJsonAsync();
        return [.. keys["keys"]!.AsArray().Select(key => (string)key!["kid"]!)];
    }
}
