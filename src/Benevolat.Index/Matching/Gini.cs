namespace Benevolat.Index.Matching;

/// <summary>How unequally something is shared: 0 when all have the same, towards 1 when one has everything.</summary>
public static class Gini
{
    /// <param name="shares">Not negative; those who have nothing included.</param>
    public static double Of(IEnumerable<double> shares)
    {
        double[] sorted = [.. shares.Order()];
        var (sum, weighted) = (0.0, 0.0);
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            sum += sorted[rank];
            weighted += (rank + 1) * sorted[rank];
        }

        return sum <= 0 ? 0 : (2 * weighted / (sorted.Length * sum)) - ((sorted.Length + 1.0) / sorted.Length);
    }
}
