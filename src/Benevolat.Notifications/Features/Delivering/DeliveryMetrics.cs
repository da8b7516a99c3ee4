using System.Diagnostics;
using System.Diagnostics.Metrics;
using Benevolat.Notifications.Domain;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>What operators see of deliveries: meter and traces <c>Benevolat.Notifications</c>. No tag names a person.</summary>
public sealed class DeliveryMetrics
{
    public const string Name = "Benevolat.Notifications";

    private static readonly ActivitySource Source = new(Name);
    private readonly Counter<long> _sent;
    private readonly Counter<long> _parked;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _lag;
    private long _pendingNow;
    private long _parkedNow;
    private long _unaddressedNow;

    public DeliveryMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _sent = meter.CreateCounter<long>("notifications.deliveries.sent", "{delivery}", "Messages that a mail server took.");
        _parked = meter.CreateCounter<long>("notifications.deliveries.parked", "{delivery}", "Messages set aside for an operator.");
        _duration = meter.CreateHistogram<double>("notifications.delivery.duration", "s", "Writing and handing over one message.");
        _lag = meter.CreateHistogram<double>("notifications.delivery.lag", "s", "From what happened to the mail server's yes.");
        meter.CreateObservableGauge("notifications.deliveries.pending", () => Interlocked.Read(ref _pendingNow), "{delivery}", "Messages that wait to be sent.");
        meter.CreateObservableGauge("notifications.deliveries.waiting_for_operator", () => Interlocked.Read(ref _parkedNow), "{delivery}", "Messages that are parked.");
        meter.CreateObservableGauge("notifications.notices.unaddressed", () => Interlocked.Read(ref _unaddressedNow), "{notice}", "Events that nobody could be told of yet.");
    }

    /// <summary>A span in the trace of the event that asked for the message.</summary>
    public Activity? Start(Delivery delivery, string? traceParent)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ActivityContext.TryParse(traceParent, null, out var cause);
        var span = Source.StartActivity($"{delivery.Channel.ToKebab()} {delivery.Kind.ToKebab()}", ActivityKind.Client, cause);
        return span?.SetTag("benevolat.delivery", delivery.Id).SetTag("benevolat.notification.kind", delivery.Kind.ToKebab());
    }

    public void Done(Delivery delivery, Activity? span, TimeSpan duration, TimeSpan lag)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        TagList tags = new() { { "kind", delivery.Kind.ToKebab() }, { "channel", delivery.Channel.ToKebab() } };
        span?.SetTag("benevolat.delivery.state", delivery.State.ToKebab());
        if (delivery.State is DeliveryState.Sent)
        {
            _sent.Add(1, tags);
            _lag.Record(lag.TotalSeconds, tags);
            _duration.Record(duration.TotalSeconds, tags);
            return;
        }

        span?.SetStatus(ActivityStatusCode.Error, delivery.LastError);
        if (delivery.State is DeliveryState.Parked) { _parked.Add(1, tags); }
    }

    public void Backlog(long pending, long parked, long unaddressed)
    {
        Interlocked.Exchange(ref _pendingNow, pending);
        Interlocked.Exchange(ref _parkedNow, parked);
        Interlocked.Exchange(ref _unaddressedNow, unaddressed);
    }
}
