namespace Benevolat.Index.Tests.Reference;

/// <summary>Instants as PostgreSQL keeps them.</summary>
internal static class Microseconds
{
    /// <summary>Since 1970.</summary>
    public static long Of(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
