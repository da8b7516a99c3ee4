namespace Benevolat.ServiceDefaults.Data;

/// <summary>PostgreSQL keeps microseconds, .NET counts ten times finer: what is answered now must equal what is read back later.</summary>
public static class StoredTime
{
    /// <summary>Now, as the database will remember it.</summary>
    public static DateTimeOffset GetStoredNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
