using System.Numerics;

namespace Benevolat.Index.Matching;

/// <summary>A set of hours of the week: hour 0 is Monday 00:00, hour 167 is Sunday 23:00, Europe/Paris.</summary>
public readonly record struct WeekMask
{
    public const int HoursInAWeek = 168;

    public static readonly WeekMask Empty;

    private WeekMask(ulong first, ulong second, ulong third) => (First, Second, Third) = (first, second, third);

    public bool IsEmpty => (First | Second | Third) == 0;

    public int Count => BitOperations.PopCount(First) + BitOperations.PopCount(Second) + BitOperations.PopCount(Third);

    /// <summary>Hours 0 to 63…</summary>
    internal ulong First { get; }

    /// <summary>…64 to 127…</summary>
    internal ulong Second { get; }

    /// <summary>…and 128 to 167: 24 bits stay free, and segments put other things there.</summary>
    internal ulong Third { get; }

    /// <exception cref="ArgumentOutOfRangeException">An hour lies outside the week.</exception>
    public static WeekMask Of(params IEnumerable<int> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        Span<ulong> words = stackalloc ulong[3];
        foreach (var hour in hours)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hour);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(hour, HoursInAWeek);
            words[hour >> 6] |= 1UL << hour;
        }

        return new WeekMask(words[0], words[1], words[2]);
    }

    public bool Contains(int hour) => hour is >= 0 and < HoursInAWeek && ((hour >> 6) switch { 0 => First, 1 => Second, _ => Third } >> hour & 1) > 0;

    public IEnumerable<int> Hours()
    {
        for (var hour = 0; hour < HoursInAWeek; hour++)
        {
            if (Contains(hour)) { yield return hour; }
        }
    }

    public static WeekMask operator &(WeekMask one, WeekMask other) => new(one.First & other.First, one.Second & other.Second, one.Third & other.Third);

    public static WeekMask operator |(WeekMask one, WeekMask other) => new(one.First | other.First, one.Second | other.Second, one.Third | other.Third);

    public WeekMask BitwiseAnd(WeekMask other) => this & other;

    public WeekMask BitwiseOr(WeekMask other) => this | other;

    /// <summary>From the words of a segment, which hold more than hours in their last bits.</summary>
    internal static WeekMask OfWords(ulong first, ulong second, ulong third) => new(first, second, third & ((1UL << (HoursInAWeek - 128)) - 1));
}
