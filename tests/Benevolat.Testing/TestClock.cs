namespace Benevolat.Testing;

/// <summary>The system's clock moved by an offset: timers run in real time, while "now" is where the test wants it.</summary>
public sealed class TestClock : TimeProvider
{
    private long _offset;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Makes it about <paramref name="instant"/> now.</summary>
    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref _offset, (instant - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
}
