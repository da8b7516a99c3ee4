using Benevolat.Index.Geography;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>A French commune: where people live and missions take place.</summary>
internal sealed record Commune(string Name, string Department, IReadOnlyList<string> Postcodes, GeoPoint Centre, int Population)
{
    /// <summary>How far from the centre things are, in km: one standard deviation.</summary>
    public double SpreadKm => Math.Clamp(Math.Sqrt(Population / 20_000.0), 0.4, 5);
}
