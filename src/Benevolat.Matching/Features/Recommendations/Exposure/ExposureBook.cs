using System.Collections.Concurrent;

namespace Benevolat.Matching.Features.Recommendations.Exposure;

/// <summary>
/// How often each organisation's missions were proposed, by all replicas, over the last <see cref="Days"/> days: the fair ranking gives room to those
/// that were shown least. What this replica showed is kept here until the clock writes it down.
/// </summary>
public sealed class ExposureBook
{
    public const int Days = 30;

    /// <summary>Who was on the first page was seen; further down hardly.</summary>
    public const int FirstPage = 10;

    private ConcurrentDictionary<Guid, (long Shown, long First)> _pending = new();
    private volatile IReadOnlyDictionary<Guid, long> _counts = new Dictionary<Guid, long>();

    public IReadOnlyDictionary<Guid, long> Counts => _counts;

    /// <param name="organisations">In the order shown, once for each mission.</param>
    public void Shown(IEnumerable<Guid> organisations)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        var place = 0;
        foreach (var organisation in organisations)
        {
            var first = place++ < FirstPage ? 1 : 0;
            _pending.AddOrUpdate(organisation, _ => (1, first), (_, before) => (before.Shown + 1, before.First + first));
        }
    }

    /// <summary>What is to be written down; from now on it is the caller's.</summary>
    internal IReadOnlyDictionary<Guid, (long Shown, long First)> Take() => Interlocked.Exchange(ref _pending, new());

    internal void Learn(IReadOnlyDictionary<Guid, long> counts) => _counts = counts;
}
