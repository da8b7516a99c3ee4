using System.Net;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Http;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class The_registry_over_http(RegistryService service) : IClassFixture<RegistryService>
{
    [Fact]
    public async Task Associations_come_first_and_an_outage_is_an_empty_list()
    {
        var found = await GetAsync("q=le%20gout").ReadJsonAsync();
        Assert.True((bool)found["available"]!);
        Assert.Equal(
            """{"name":"LE GOUT DES AUTRES","siren":"356000000","siret":"35600000000048","rna":"W691234567","isAssociation":true,"commune":"LYON 3","communeCode":"69383","postcode":"69003"}""",
            found["items"]![0]!.ToJsonString());
        Assert.Equal(2, found["items"]!.AsArray().Count);

        service.Stub.Answer = http => StubRegistry.Json(http, "Oups", StatusCodes.Status500InternalServerError);
        var away = await GetAsync("q=autre%20chose").ReadJsonAsync();
        Assert.Equal((false, 0), ((bool)away["available"]!, away["items"]!.AsArray().Count));

        var asked = service.Stub.Asked.Count;
        await service.As(Caller.Person()).PostJsonAsync($"{Api}/organisations", Organisation()).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal(asked, service.Stub.Asked.Count);
    }

    [Fact]
    public async Task Asking_needs_an_account_and_three_letters()
    {
        await GetAsync("").ExpectInvalidAsync("q");
        await GetAsync("q=ab").ExpectInvalidAsync("q");
        await GetAsync("q=abc&nom=x").ExpectInvalidAsync("nom");
        await service.As(null).GetAsync(new Uri($"{Api}/organisations/registry?q=abc", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    private Task<HttpResponseMessage> GetAsync(string query) => service.As(Caller.Person()).GetAsync(new Uri($"{Api}/organisations/registry?{query}", UriKind.Relative));
}

/// <summary>A Missions service that knows a register.</summary>
public sealed class RegistryService() : ServiceFixture<Program>("missionsdb")
{
    public StubRegistry Stub { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Stub = await StubRegistry.StartAsync();
        Settings["Registry:BaseUrl"] = Stub.Address.AbsoluteUri;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
