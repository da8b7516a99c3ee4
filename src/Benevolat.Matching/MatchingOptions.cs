using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching;

/// <summary>Settings under <c>Matching</c>.</summary>
public sealed class MatchingOptions
{
    /// <summary>The promise of an answer, in working days.</summary>
    public int AnswerWithinWorkingDays { get; set; } = 3;

    /// <summary>When a working day begins and ends, Europe/Paris.</summary>
    public TimeOnly WorkingDayBegins { get; set; } = WorkingTime.Usual.Begins;
    public TimeOnly WorkingDayEnds { get; set; } = WorkingTime.Usual.Ends;

    /// <summary>Days off beside weekends and national holidays: bridges, local feasts.</summary>
    public IList<DateOnly> DaysOff { get; } = [];

    /// <summary>Shares of the promised working time after which somebody is reminded, and so on; see <see cref="AnswerPromise"/>.</summary>
    public double RemindAt { get; set; } = 0.5;
    public double HandOverAt { get; set; } = 1.25;
    public double AlternativesAt { get; set; } = 1.5;
    public double ExpireAt { get; set; } = 3;

    /// <summary>How long a place that came free, of a mission or a shift, is held for the first in line.</summary>
    public double OfferHours { get; set; } = 24;

    /// <exception cref="InvalidOperationException">Nobody could answer in no time.</exception>
    public OfferTerms ToOfferTerms() => OfferHours > 0 ? new(OfferHours) : throw new InvalidOperationException("Matching:OfferHours must be positive.");

    /// <exception cref="InvalidOperationException">Settings that no promise can be made of.</exception>
    public AnswerPromise ToPromise()
    {
        if (AnswerWithinWorkingDays is < 1 or > 60) { throw new InvalidOperationException("Matching:AnswerWithinWorkingDays takes 1 to 60."); }
        if (WorkingDayEnds <= WorkingDayBegins) { throw new InvalidOperationException("Matching:WorkingDayEnds must be later than Matching:WorkingDayBegins."); }
        if (!(RemindAt > 0 && RemindAt < 1 && HandOverAt >= 1 && AlternativesAt >= HandOverAt && ExpireAt >= AlternativesAt))
        {
            throw new InvalidOperationException("Matching: 0 < RemindAt < 1 <= HandOverAt <= AlternativesAt <= ExpireAt is needed.");
        }

        return new(AnswerWithinWorkingDays)
        {
            Time = new(WorkingDayBegins, WorkingDayEnds, DaysOff.ToHashSet()),
            RemindAt = RemindAt,
            HandOverAt = HandOverAt,
            AlternativesAt = AlternativesAt,
            ExpireAt = ExpireAt,
        };
    }
}
