namespace Benevolat.Matching.Domain.Shifts;

/// <summary>How long a place that came free is held for the first in line.</summary>
/// <param name="Hours">A day unless configured otherwise.</param>
public sealed record OfferTerms(double Hours)
{
    /// <summary>Whoever says yes still has to get there.</summary>
    private static readonly TimeSpan BeforeTheShift = TimeSpan.FromHours(2);

    /// <summary>Of a place of the mission itself.</summary>
    public DateTimeOffset ExpiresAt(DateTimeOffset now) => now.AddHours(Hours);

    /// <summary>Of a place of a shift. Null when it is too late to ask anybody: the place is then simply free.</summary>
    public DateTimeOffset? ExpiresAt(DateTimeOffset now, DateTimeOffset startsAt)
    {
        var (whole, last) = (ExpiresAt(now), startsAt - BeforeTheShift);
        if (last <= now) { return null; }
        return whole < last ? whole : last;
    }
}
