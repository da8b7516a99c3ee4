namespace Benevolat.Benchmarks.Measuring;

/// <summary>Percentiles by the nearest rank: always one of the values.</summary>
internal static class Percentiles
{
    /// <param name="percent">0 to 100.</param>
    public static double Of(IEnumerable<double> values, double percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Length) - 1)];
    }

    public static double Median(IEnumerable<double> values) => Of(values, 50);
}
