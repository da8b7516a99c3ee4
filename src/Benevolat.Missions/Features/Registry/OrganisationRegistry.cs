using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Benevolat.Missions.Features.Registry;

/// <summary>
/// Finds organisations with the help of the national registers, which may be absent, slow, tired or away: then it says so at once, and
/// whoever asked types by hand. Registration never waits for it, and never depends on what it says.
/// </summary>
internal sealed class OrganisationRegistry : IDisposable
{
    private readonly IHttpClientFactory _clients;
    private readonly IOptions<RegistryOptions> _options;
    private readonly TimeProvider _clock;
    private readonly MemoryCache _known;
    private readonly TokenBucketRateLimiter _limiter;
    private long _restUntil;

    public OrganisationRegistry(IHttpClientFactory clients, IOptions<RegistryOptions> options, TimeProvider clock)
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

    /// <returns>Null when it is absent, busy or away.</returns>
    public async Task<IReadOnlyList<RegistryCandidate>?> FindAsync(string text, CancellationToken stop)
    {
        if (_options.Value.BaseUrl is null) { return null; }

        // Case and gaps don't make another question.
        var question = string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var now = _clock.GetUtcNow();
        if (_known.TryGetValue(question, out Remembered? known) && known!.Until > now) { return known.Found; }
        if (now.UtcTicks < Interlocked.Read(ref _restUntil)) { return null; }

        using var permit = _limiter.AttemptAcquire();
        return permit.IsAcquired ? await AskAsync(question, stop) : null;
    }

    public void Dispose()
    {
        _known.Dispose();
        _limiter.Dispose();
    }

    private async Task<IReadOnlyList<RegistryCandidate>?> AskAsync(string question, CancellationToken stop)
    {
        var service = new RechercheEntreprises(_clients.CreateClient(RegistryExtensions.Client), _options, _clock);
        var (found, rest) = await service.SearchAsync(question, stop);
        if (found is null)
        {
            if (rest > TimeSpan.Zero) { Interlocked.Exchange(ref _restUntil, (_clock.GetUtcNow() + rest).UtcTicks); }
            return null;
        }

        var life = _options.Value.CacheFor;
        _known.Set(question, new Remembered(found, _clock.GetUtcNow() + life), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = life });
        return found;
    }

    private sealed record Remembered(IReadOnlyList<RegistryCandidate> Found, DateTimeOffset Until);
}
