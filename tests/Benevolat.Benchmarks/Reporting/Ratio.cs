using System.Globalization;

namespace Benevolat.Benchmarks.Reporting;

/// <summary>A measured ratio and the goal that it is held against.</summary>
/// <param name="What">What is divided by what.</param>
/// <param name="Values">One per repeat; the median counts.</param>
internal sealed record Ratio(string What, IReadOnlyList<double> Values, double Limit, bool AtMost)
{
    public static Ratio NotMore(string what, double limit, params IEnumerable<double> values) => new(what, [.. values], limit, AtMost: true);

    public static Ratio NotLess(string what, double limit, params IEnumerable<double> values) => new(what, [.. values], limit, AtMost: false);

    public double Value => Measuring.Percentiles.Median(Values);

    public bool IsMet => AtMost ? Value <= Limit : Value >= Limit;

    public static IReadOnlyList<string> Headers { get; } = ["goal", "required", "measured", "repeats", "verdict"];

    public IReadOnlyList<string> Row =>
        [What, $"{(AtMost ? "≤" : "≥")} {Text(Limit)}", Text(Value), string.Join(" · ", Values.Select(Text)), IsMet ? "met" : "**missed**"];

    /// <summary>Small ratios read better as fractions: 1/112.</summary>
    private static string Text(double value) =>
        value is > 0 and < 0.1 ? $"1/{(1 / value).ToString("0", CultureInfo.InvariantCulture)}"
        : value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
