using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>Reads the meter of messaging as an exporter would; services of other tests have meters of their own.</summary>
public sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<(Meter Meter, string Name, double Value)> _seen = new();
    private readonly MeterListener _listener = new();

    public Measured()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MessagingMetrics.Name) { listener.EnableMeasurementEvents(instrument); }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _seen.Enqueue((instrument.Meter, instrument.Name, value)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _seen.Enqueue((instrument.Meter, instrument.Name, value)));
        _listener.Start();
    }

    public double Sum(string instrument, TestService of) => Of(instrument, of).Sum();

    public int Count(string instrument, TestService of) => Of(instrument, of).Count();

    public double Gauge(string instrument, TestService of)
    {
        _listener.RecordObservableInstruments();
        return Of(instrument, of).Last();
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<double> Of(string instrument, TestService of)
    {
        var meter = of.Services.GetRequiredService<IMeterFactory>().Create(MessagingMetrics.Name);
        return _seen.Where(seen => seen.Meter == meter && seen.Name == instrument).Select(seen => seen.Value);
    }
}
