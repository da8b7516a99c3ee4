using System.Diagnostics.Metrics;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>What operators watch of search: meter <c>Benevolat.Discovery</c>.</summary>
internal sealed class DiscoveryMetrics
{
    public const string Name = "Benevolat.Discovery";

    private readonly Counter<long> _changes;
    private readonly Histogram<double> _follow;
    private readonly Histogram<double> _search;

    public DiscoveryMetrics(IMeterFactory meters, SearchIndex index)
    {
        var meter = meters.Create(Name);
        _changes = meter.CreateCounter<long>("discovery.index.changes", "{mission}", "Missions taken into the index again");
        _follow = meter.CreateHistogram<double>("discovery.index.follow.duration", "s", "From reading changes to their being found");
        _search = meter.CreateHistogram<double>("discovery.search.duration", "s", "Time in the index of one search");
        meter.CreateObservableGauge("discovery.index.missions", () => index.Current.Count, "{mission}", "Missions that can be found");
        meter.CreateObservableGauge("discovery.index.size", () => index.Current.Bytes, "By", "Memory of the index");
    }

    public void Followed(int missions, TimeSpan time)
    {
        _changes.Add(missions);
        _follow.Record(time.TotalSeconds);
    }

    public void Searched(TimeSpan time) => _search.Record(time.TotalSeconds);
}
