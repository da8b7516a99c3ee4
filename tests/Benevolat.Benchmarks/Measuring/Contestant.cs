using System.Diagnostics;
using Benevolat.Benchmarks.Engines;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>An engine asked in one way: for a page with facets, or for a page only.</summary>
internal sealed class Contestant(ISearchEngine engine, bool withFacets, Footprint footprint)
{
    private readonly List<double> _milliseconds = [];
    private TimeSpan _cpu;

    public ISearchEngine Engine => engine;

    public bool WithFacets => withFacets;

    public Footprint Footprint => footprint;

    /// <summary>One per repeat.</summary>
    public List<Lap> Laps { get; } = [];

    /// <summary>How many missions fit each question, before any change.</summary>
    public List<int> Totals { get; } = [];

    /// <summary>Until everything is compiled and cached: all questions, and two seconds at least.</summary>
    public void WarmUp(IReadOnlyList<MissionQuery> questions)
    {
        var clock = Stopwatch.StartNew();
        foreach (var question in questions)
        {
            var answer = engine.Search(Mine(question));
            Totals.Add(answer.Total ?? answer.Ids.Count);
        }

        while (clock.Elapsed < TimeSpan.FromSeconds(2)) { foreach (var question in questions) { engine.Search(Mine(question)); } }
    }

    public void Ask(MissionQuery question)
    {
        question = Mine(question);
        var (here, elsewhere) = (CpuTime.OfThisThread(), engine.CpuElsewhere);
        var started = Stopwatch.GetTimestamp();
        engine.Search(question);
        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        _cpu += CpuTime.OfThisThread() - here + (engine.CpuElsewhere - elsewhere);
    }

    /// <summary>Closes a repeat.</summary>
    public void EndLap()
    {
        Laps.Add(new Lap(Percentiles.Of(_milliseconds, 50), Percentiles.Of(_milliseconds, 99), _cpu.TotalMilliseconds / _milliseconds.Count));
        _milliseconds.Clear();
        _cpu = TimeSpan.Zero;
    }

    private MissionQuery Mine(MissionQuery question) => question.WithFacets == withFacets ? question : question with { WithFacets = withFacets };
}

/// <summary>One repeat, in milliseconds: CPU is the mean.</summary>
internal sealed record Lap(double P50, double P99, double Cpu);
