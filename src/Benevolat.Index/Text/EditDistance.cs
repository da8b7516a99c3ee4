namespace Benevolat.Index.Text;

/// <summary>How far a word was typed from another: letters put in, left out, exchanged, or swapped with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>How many edits a typo of a word of this length may be.</summary>
    public static int Allowed(int length) => length >= 8 ? 2 : length >= 4 ? 1 : 0;

    /// <summary>
    /// Those of a sorted list within a distance of a word, with it. A row of the table is kept per letter, so that words with a
    /// common beginning share its rows, and a beginning that is too far already skips all that share it.
    /// </summary>
    /// <param name="sorted">Number of the word at a place of the ordinal order.</param>
    public static List<(int Number, int Distance)> Near(string word, int allowed, int count, Func<int, int> sorted, Func<int, string> wordOf)
    {
        var found = new List<(int, int)>();
        var rows = new int[word.Length + allowed + 2][];
        for (var i = 0; i < rows.Length; i++) { rows[i] = new int[word.Length + 1]; }
        for (var column = 0; column <= word.Length; column++) { rows[0][column] = column; }

        var known = "";      // the letters that the rows stand for
        var place = 0;
        while (place < count)
        {
            var number = sorted(place);
            var candidate = wordOf(number);
            var shared = CommonLength(known, candidate);
            var length = Math.Min(candidate.Length, word.Length + allowed);
            var depth = Math.Min(shared, length);
            var dead = -1;
            while (depth < length)
            {
                depth++;
                if (Fill(rows, word, candidate, depth) > allowed)
                {
                    dead = depth;
                    break;
                }
            }

            known = candidate[..depth];
            if (dead > 0)
            {
                place = FirstWithout(candidate[..dead], place, count, sorted, wordOf);
                continue;
            }

            if (candidate.Length == length && rows[length][word.Length] <= allowed) { found.Add((number, rows[length][word.Length])); }
            place++;
        }

        return found;
    }

    /// <summary>Fills the row of the candidate's letter at this depth (from 1) and gives its smallest value.</summary>
    private static int Fill(int[][] rows, string word, string candidate, int depth)
    {
        var (above, row, letter) = (rows[depth - 1], rows[depth], candidate[depth - 1]);
        var smallest = row[0] = depth;
        for (var column = 1; column <= word.Length; column++)
        {
            var cost = Math.Min(Math.Min(above[column], row[column - 1]) + 1, above[column - 1] + (word[column - 1] == letter ? 0 : 1));
            if (depth > 1 && column > 1 && letter == word[column - 2] && candidate[depth - 2] == word[column - 1])
            {
                cost = Math.Min(cost, rows[depth - 2][column - 2] + 1);
            }

            row[column] = cost;
            smallest = Math.Min(smallest, cost);
        }

        // A swap may still mend what the row before left one better.
        return depth > 1 ? Math.Min(smallest, above.Min() + 1) : smallest;
    }

    /// <summary>The first place whose word no longer has this beginning.</summary>
    private static int FirstWithout(string beginning, int from, int count, Func<int, int> sorted, Func<int, string> wordOf)
    {
        var (low, high) = (from + 1, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (wordOf(sorted(middle)).StartsWith(beginning, StringComparison.Ordinal)) { low = middle + 1; }
            else { high = middle; }
        }

        return low;
    }

    private static int CommonLength(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        for (var i = 0; i < length; i++)
        {
            if (one[i] != other[i]) { return i; }
        }

        return length;
    }
}
