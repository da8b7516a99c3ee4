using System.Diagnostics.Metrics;
using Benevolat.Messaging.Outbox;

namespace Benevolat.Messaging;

/// <summary>The meter <c>Benevolat.Messaging</c>. Alert at an age above a minute, or at anything parked.</summary>
internal sealed class MessagingMetrics : IDisposable
{
    /// <summary>Of the meter and of the activity source.</summary>
    public const string Name = "Benevolat.Messaging";

    private readonly Meter _meter;
    private readonly Counter<long> _published;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _redriven;
    private readonly Histogram<double> _lag;

    public MessagingMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _published = _meter.CreateCounter<long>("outbox.published", "{event}", "Events that the broker confirmed.");
        _failed = _meter.CreateCounter<long>("outbox.failed", "{event}", "Publications that failed and will be tried again.");
        _duplicates = _meter.CreateCounter<long>("inbox.duplicates", "{event}", "Deliveries of events that had taken effect before.");
        _redriven = _meter.CreateCounter<long>("error_queue.redriven", "{event}", "Messages that operators sent back to work.");
        _lag = _meter.CreateHistogram<double>("outbox.lag", "s", "From writing an event to the broker's confirmation.");
        _meter.CreateObservableGauge("outbox.pending", () => Backlog.Pending, "{event}", "Events waiting to leave.");
        _meter.CreateObservableGauge("outbox.oldest_age", () => Backlog.OldestAge?.TotalSeconds ?? 0, "s", "Age of the oldest of them.");
        _meter.CreateObservableGauge("outbox.parked", () => Backlog.Parked, "{event}", "Events that wait for an operator.");
    }

    /// <summary>As last counted; gauges must not query when they are read.</summary>
    public Backlog Backlog { get; set; } = Backlog.None;

    public void Published(string type, TimeSpan lag)
    {
        var tag = KeyValuePair.Create("event", (object?)type);
        _published.Add(1, tag);
        _lag.Record(lag.TotalSeconds, tag);
    }

    public void Failed(string type) => _failed.Add(1, KeyValuePair.Create("event", (object?)type));

    public void Duplicate(string queue) => _duplicates.Add(1, KeyValuePair.Create("queue", (object?)queue));

    public void Redriven(string queue, int count) => _redriven.Add(count, KeyValuePair.Create("queue", (object?)queue));

    public void Dispose() => _meter.Dispose();
}
