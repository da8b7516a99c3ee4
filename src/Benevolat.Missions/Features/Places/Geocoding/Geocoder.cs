using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>
/// Finds addresses with the help of a service outside, which may be absent, slow, tired or away: then it says so at once,
/// and whoever asked goes on without. Nothing that is saved ever waits for it.
/// </summary>
internal sealed class Geocoder : IDisposable
{
    private readonly IHttpClientFactory _clients;
    private readonly IOptions<GeocodingOptions> _options;
    private readonly TimeProvider _clock;
    private readonly MemoryCache _known;
    private readonly TokenBucketRateLimiter _limiter;
    private long _restUntil;

    public Geocoder(IHttpClientFactory clients, IOptions<GeocodingOptions> options, TimeProvider clock)
    {
        (_clients, _options, _clock) = (clients, options, clock);
        _known = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.CacheEntries });
        var permits = options.Value.RequestsPerSecond;
        _limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = permits,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0, // who types has sent the next letter before a place in a queue comes up
        });
    }

    public async Task<GeocoderAnswer> FindAsync(AddressQuestion question, CancellationToken stop)
    {
        if (_options.Value.BaseUrl is null) { return new(GeocoderState.Absent, []); }
        var now = _clock.GetUtcNow();
        if (_known.TryGetValue(question, out Remembered? known) && known!.Until > now) { return new(GeocoderState.Answered, known.Found); }
        if (now.UtcTicks < Interlocked.Read(ref _restUntil)) { return new(GeocoderState.Busy, []); }

        using var permit = _limiter.AttemptAcquire();
        return permit.IsAcquired ? await AskAsync(question, stop) : new(GeocoderState.Busy, []);
    }

    public void Dispose()
    {
        _known.Dispose();
        _limiter.Dispose();
    }

    private async Task<GeocoderAnswer> AskAsync(AddressQuestion question, CancellationToken stop)
    {
        var service = new Geoplateforme(_clients.CreateClient(GeocodingExtensions.Client), _options, _clock);
        var (found, rest) = await service.SearchAsync(question, stop);
        if (found is null)
        {
            if (rest > TimeSpan.Zero) { Interlocked.Exchange(ref _restUntil, (_clock.GetUtcNow() + rest).UtcTicks); }
            return new(rest > TimeSpan.Zero ? GeocoderState.Busy : GeocoderState.Away, []);
        }

        var life = _options.Value.CacheFor;
        var remembered = new Remembered(found, _clock.GetUtcNow() + life);
        _known.Set(question, remembered, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = life });
        return new(GeocoderState.Answered, found);
    }

    private sealed record Remembered(IReadOnlyList<FoundAddress> Found, DateTimeOffset Until);
}

/// <summary>What came of asking.</summary>
/// <param name="Found">Empty unless it answered.</param>
internal sealed record GeocoderAnswer(GeocoderState State, IReadOnlyList<FoundAddress> Found);

internal enum GeocoderState { Answered, Absent, Busy, Away }
