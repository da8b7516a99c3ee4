using Benevolat.Benchmarks.Measuring;

namespace Benevolat.Benchmarks.Searching;

/// <summary>What was measured with one number of missions.</summary>
/// <param name="Idle">The share of the processors that others left idle when measuring began.</param>
/// <param name="Understood">Of how many questions our index corrected or dropped a word.</param>
internal sealed record SearchResult(
    int Missions, IReadOnlyList<Contestant> Contestants, double Idle, int Understood, Under? Updates, IReadOnlyList<UpdateCost> UpdateCosts)
{
    public Contestant? Ours(bool withFacets = true) => Contestants.FirstOrDefault(contestant => contestant.Engine is Engines.OurIndex && contestant.WithFacets == withFacets);

    public IEnumerable<Contestant> Postgres(bool withFacets = true) =>
        Contestants.Where(contestant => contestant.Engine is Engines.Postgres.PostgresEngine && contestant.WithFacets == withFacets);
}

/// <summary>The updates that went on, and our index alone beside them.</summary>
internal sealed record Under(int Changes, int Merges, double ApplyP50, double ApplyWorst, double CpuShare, BackToBack Alone);

/// <summary>What a batch of changes takes, in milliseconds for one change.</summary>
internal sealed record UpdateCost(string Engine, double Milliseconds);
