namespace Benevolat.Matching.Domain.Participations;

/// <summary>
/// When a device that may have been offline really saw a code. Its clock may be wrong by any amount, but by the same amount when it saw the
/// code and when it sent it: what the server's clock says now minus what the device said while sending is how far off it is.
/// </summary>
public static class CheckInTime
{
    /// <summary>How late a device may come back from where there is no network.</summary>
    private static readonly TimeSpan LatestSync = TimeSpan.FromDays(14);

    /// <summary>Rounding, and the time a request is on its way.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>The moment by the server's clock. Refuses what lies ahead and what is too long ago.</summary>
    public static DateTimeOffset Correct(DateTimeOffset at, DateTimeOffset sentAt, DateTimeOffset now)
    {
        var ago = sentAt - at;
        CheckInRules.Future.Require(ago >= -Tolerance);
        CheckInRules.TooOld.Require(ago <= LatestSync);
        var corrected = ago < TimeSpan.Zero ? now : now - ago;
        return corrected.ToUniversalTime().AddTicks(-(corrected.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
