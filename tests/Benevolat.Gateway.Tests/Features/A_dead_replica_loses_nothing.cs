using System.Net;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;

namespace Benevolat.Gateway.Tests.Features;

public sealed class A_dead_replica_loses_nothing : IAsyncLifetime
{
    private StubService _one = null!;
    private StubService _other = null!;
    private TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _one = await StubService.StartAsync("one");
        _other = await StubService.StartAsync("other");
        _gateway = await TestGateway.StartAsync([
            ("services:missions:http:0", _one.Address),
            ("services:missions:http:1", _other.Address),
            ("TimeLimits:Probe", "00:00:01"),
            ("RateLimits:Anonymous:Permits", "1000000")]);
    }

    [Fact]
    public async Task Both_replicas_work()
    {
        await ManyAsync(50, () => GetAsync());
        Assert.All([_one, _other], replica => Assert.True(replica.Received.Count > 5));
    }

    [Fact]
    public async Task No_read_is_lost_when_one_dies_under_load()
    {
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 10).Select(_ => ReadUntilAsync(enough.Token)).ToArray();
        await Eventually.TrueAsync(() => Task.FromResult(_one.Received.Count > 100), "the load has begun");
        await _one.KillAsync();
        var already = _other.Received.Count;
        await Eventually.TrueAsync(() => Task.FromResult(_other.Received.Count > already + 300), "the other replica carries on");
        await enough.CancelAsync();
        Assert.True((await Task.WhenAll(readers)).Sum() > 300);
    }

    [Fact]
    public async Task A_change_that_never_left_goes_to_the_other_replica_once()
    {
        await _one.KillAsync();
        await ManyAsync(20, () => _gateway.SendAsync(HttpMethod.Post, "/api/v1/organisations", null, new ByteArrayContent(new byte[5_000])));
        Assert.Equal(20, _other.Received.Count);
    }

    [Fact]
    public async Task A_change_that_was_sent_is_never_repeated()
    {
        for (var time = 0; time < 10; time++) { await _gateway.SendAsync(HttpMethod.Post, "/api/v1/organisations?break").ExpectAsync(HttpStatusCode.BadGateway); }
        Assert.Equal(10, _one.Received.Count + _other.Received.Count);
    }

    [Fact]
    public async Task A_replica_that_comes_back_is_used_again()
    {
        var address = _one.Address;
        await _one.KillAsync();
        await ManyAsync(10, () => GetAsync());
        await using var again = await StubService.StartAsync("again", address);
        await Eventually.TrueAsync(async () =>
        {
            await GetAsync();
            return !again.Received.IsEmpty;
        }, "the replica gets requests again");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    private Task<HttpResponseMessage> GetAsync() => _gateway.GetAsync("/api/v1/missions?delay=2");

    private async Task<int> ReadUntilAsync(CancellationToken enough)
    {
        var count = 0;
        for (; !enough.IsCancellationRequested; count++) { await GetAsync().ReadAsync<Echo>(); }
        return count;
    }

    private static Task<Echo[]> ManyAsync(int count, Func<Task<HttpResponseMessage>> send) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => send().ReadAsync<Echo>()));
}
