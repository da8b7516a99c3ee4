namespace Benevolat.Benchmarks.Corpus;

/// <summary>Draws numbers with given weights in constant time (Vose's alias method).</summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    public AliasTable(IReadOnlyList<double> weights)
    {
        var scale = weights.Count / weights.Sum();
        _keep = [.. weights.Select(weight => weight * scale)];
        _alias = new int[weights.Count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < _keep.Length; i++) { (_keep[i] < 1 ? small : large).Push(i); }
        while (small.Count > 0 && large.TryPop(out var rich))
        {
            var poor = small.Pop();
            _alias[poor] = rich;
            _keep[rich] -= 1 - _keep[poor];
            (_keep[rich] < 1 ? small : large).Push(rich);
        }

        // What rounding left over is as good as 1.
        foreach (var rest in small.Concat(large)) { _keep[rest] = 1; }
    }

    /// <summary>Zipf's law in Mandelbrot's form: the n-th has a weight of 1 / (n + offset)^exponent.</summary>
    public static AliasTable Zipf(int count, double exponent, double offset = 0) => new([.. Enumerable.Range(1, count).Select(rank => Math.Pow(rank + offset, -exponent))]);

    public int Draw(Randomness random)
    {
        var column = random.Below(_keep.Length);
        return random.NextDouble() < _keep[column] ? column : _alias[column];
    }
}
