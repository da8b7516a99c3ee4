using System.Diagnostics;
using Benevolat.Benchmarks.Engines;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>An engine asked in one way: for a page with facets, or for a page only.</summary>
internal sealed class Contestant(ISearchEngine engine, bool withFacets, Footprint footprint)
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _cpu = [];
    private TimeSpan _left;
    private int _asked;

    public ISearchEngine Engine => engine;

    public bool WithFacets => withFacets;

    public Footprint Footprint => footprint;

    /// <summary>One per repeat, asked in turns.</summary>
    public List<Lap> Laps { get; } = [];

    /// <summary>One per repeat, asked question by question.</summary>
    public List<Lap> ColdLaps { get; } = [];

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

    public void StartLap(TimeSpan atLeast) => (_asked, _left) = (0, atLeast);

    /// <summary>Has been asked everything, and for long enough.</summary>
    public bool IsDone(IReadOnlyList<MissionQuery> questions) => _asked >= questions.Count && _left <= TimeSpan.Zero;

    public void AskNext(IReadOnlyList<MissionQuery> questions) => _left -= Ask(questions[_asked++ % questions.Count]);

    public TimeSpan Ask(MissionQuery question)
    {
        question = Mine(question);
        var (here, elsewhere) = (CpuTime.OfThisThread(), engine.CpuElsewhere);
        var started = Stopwatch.GetTimestamp();
        engine.Search(question);
        var took = Stopwatch.GetElapsedTime(started);
        _milliseconds.Add(took.TotalMilliseconds);
        _cpu.Add((CpuTime.OfThisThread() - here + (engine.CpuElsewhere - elsewhere)).TotalMilliseconds);
        return took;
    }

    /// <summary>Closes a repeat.</summary>
    public void EndLap(List<Lap> laps)
    {
        laps.Add(new Lap(Percentiles.Of(_milliseconds, 50), Percentiles.Of(_milliseconds, 99), Percentiles.Of(_cpu, 50), Percentiles.Of(_cpu, 99)));
        _milliseconds.Clear();
        _cpu.Clear();
    }

    private MissionQuery Mine(MissionQuery question) => question.WithFacets == withFacets ? question : question with { WithFacets = withFacets };
}

/// <summary>One repeat, in milliseconds: by the clock on the wall, and by the CPU time used, which knows no waiting for a busy machine.</summary>
internal sealed record Lap(double P50, double P99, double CpuP50, double CpuP99);
