namespace Benevolat.Index.Tests.Reference;

/// <summary>How many edits lie between two words: a letter more, less or other, or two neighbours swapped, no place edited twice.</summary>
internal static class Edits
{
    public static int Allowed(string word) => word.Length >= 8 ? 2 : word.Length >= 4 ? 1 : 0;

    /// <summary>Optimal string alignment by the whole table.</summary>
    public static int Between(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++) { table[i, j] = Cheapest(table, a, b, i, j); }
        }

        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0) { return i + j; }
        var cost = Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cost, table[i - 2, j - 2] + 1) : cost;
    }
}
