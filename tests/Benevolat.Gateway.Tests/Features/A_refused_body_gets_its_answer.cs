using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevolat.Gateway.Tests.Features;

/// <summary>Clients that send chunks don't look for an answer before they have sent everything.</summary>
public sealed class A_refused_body_gets_its_answer(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("/account/sign-in", 1)]
    [InlineData("/api/v1/missions", 1)]
    [InlineData("/api/v1/networks/me/imports", 10)]
    [InlineData("/missions/7", 1)]
    public async Task Who_sends_on_after_a_refusal_meets_no_broken_connection(string path, int limit)
    {
        await using var phone = await ChunkedSender.PostAsync(fixture.Gateway.Address, path);
        for (var sent = 0; sent <= limit; sent++) { await phone.SendAsync(Megabyte); }
        Assert.StartsWith("HTTP/1.1 413", await phone.ReadUntilAsync("http.too-large"), StringComparison.Ordinal);

        for (var more = 0; more < 5; more++) { await phone.SendAsync(Megabyte); }
        await phone.EndAsync();
        await phone.GetAsync("/api/v1/missions");
        await phone.ReadUntilAsync("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Who_never_stops_sending_is_cut_off()
    {
        await using var flood = await ChunkedSender.PostAsync(fixture.Gateway.Address, "/api/v1/missions");
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (long sent = 0; sent < BodyLimit.Dropped + (50 * Megabyte); sent += Megabyte) { await flood.SendAsync(Megabyte); }
        });
    }

    [Fact]
    public async Task Who_stops_sending_half_way_is_not_waited_for()
    {
        await using var silent = await ChunkedSender.PostAsync(fixture.Gateway.Address, "/api/v1/missions");
        await silent.SendAsync(2 * Megabyte);
        await silent.ReadUntilAsync("http.too-large");
        await Assert.ThrowsAnyAsync<IOException>(() => silent.ReadUntilAsync("more"));
    }

    [Fact]
    public async Task A_smaller_limit_of_a_service_is_told_too()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddProblems();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Megabyte);
        await using var strict = builder.Build();
        strict.UseProblems();
        strict.UseBodyLimit();
        strict.Run(http => http.Request.Body.CopyToAsync(Stream.Null));
        await strict.StartAsync(TestContext.Current.CancellationToken);
        var gateway = await fixture.StartAsync(("services:missions:http:0", strict.Urls.Single()));

        await using var network = await ChunkedSender.PostAsync(gateway.Address, "/api/v1/networks/me/imports");
        for (var sent = 0; sent < 9; sent++) { await network.SendAsync(Megabyte); }
        await network.EndAsync();
        Assert.StartsWith("HTTP/1.1 413", await network.ReadUntilAsync("http.too-large"), StringComparison.Ordinal);

        using var announced = new ByteArrayContent(new byte[9 * Megabyte]);
        await gateway.SendAsync(HttpMethod.Post, "/api/v1/networks/me/imports", null, announced).ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
    }
}
