using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Engines;
using Benevolat.Benchmarks.Engines.Postgres;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Searching;

/// <summary>One number of missions: all engines loaded, all asked, all changed.</summary>
internal sealed class SearchMeasurement(SearchOptions options, PostgresServer? server, MissionCorpus corpus, IReadOnlyList<MissionQuery> questions)
{
    private const int BatchOfChanges = 25;
    private const int Batches = 8;
    private const int ColdQuestions = 300;
    private static readonly TimeSpan AloneFor = TimeSpan.FromSeconds(10);

    public async Task<SearchResult> RunAsync(CancellationToken stop)
    {
        await using var table = server is null ? null : new PostgresTable(server.Database);
        var engines = options.Engines.Select(name => SearchEngines.Create(name, table, options.Work)).ToList();
        try
        {
            var contestants = new List<Contestant>();
            foreach (var engine in engines) { contestants.AddRange(await LoadAsync(engine, stop)); }
            return await MeasureAsync(engines, contestants, stop);
        }
        finally
        {
            foreach (var engine in engines) { await engine.DisposeAsync(); }
        }
    }

    private async Task<IEnumerable<Contestant>> LoadAsync(ISearchEngine engine, CancellationToken stop)
    {
        Progress.Say($"{corpus.Count:N0} missions: loading {engine.Name}");
        var footprint = await engine.LoadAsync(corpus, stop);
        Progress.Say($"  in {footprint.Build.TotalSeconds:N1} s, {footprint.Bytes / 1e6:N0} MB");
        return [new Contestant(engine, withFacets: true, footprint), new Contestant(engine, withFacets: false, footprint)];
    }

    private async Task<SearchResult> MeasureAsync(IReadOnlyList<ISearchEngine> engines, List<Contestant> contestants, CancellationToken stop)
    {
        var ours = engines.OfType<OurIndex>().FirstOrDefault();
        Progress.Say("  warming up");
        foreach (var contestant in contestants) { contestant.WarmUp(questions); }
        var understood = ours is null ? 0 : questions.Count(question => ours.Understand(question) is { } made && (made.Dropped.Count > 0 || made.Corrected.Count > 0));
        var idle = await Quiet.WaitAsync(options.Patience, stop);

        Progress.Say($"  {options.Repeats} × {questions.Count} searches by each");
        var under = ours is null ? null : RaceUnderUpdates(ours, contestants);
        if (ours is null) { RunRaces(contestants); }

        Progress.Say("  changes");
        var costs = engines.DistinctBy(engine => engine is PostgresEngine ? typeof(PostgresEngine) : engine.GetType()).Select(CostOfChanges).ToList();
        return new SearchResult(corpus.Count, contestants, idle, understood, under, costs);
    }

    private Under RaceUnderUpdates(OurIndex ours, List<Contestant> contestants)
    {
        var clock = Stopwatch.StartNew();
        var updates = new OngoingUpdates(ours, new MissionChanges(corpus), options.UpdatesPerSecond);
        BackToBack alone;
        using (updates)
        {
            RunRaces(contestants);
            alone = BackToBack.Run(ours, questions, AloneFor);
        }

        return new Under(updates.Changes, updates.Merges, Percentiles.Median(updates.Applied), updates.Applied.Max(), updates.Cpu / clock.Elapsed, alone);
    }

    private void RunRaces(List<Contestant> contestants)
    {
        Race.Run(contestants, questions, options.Repeats);
        Race.RunCold([.. contestants.Where(contestant => contestant.WithFacets)], [.. questions.Take(ColdQuestions)], options.Repeats);
    }

    private UpdateCost CostOfChanges(ISearchEngine engine)
    {
        var changes = new MissionChanges(corpus);
        var milliseconds = new List<double>();
        for (var i = 0; i < Batches; i++)
        {
            var batch = changes.Next(BatchOfChanges);
            var started = Stopwatch.GetTimestamp();
            engine.Update(batch);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / BatchOfChanges);
        }

        return new UpdateCost(engine is PostgresEngine ? "PostgreSQL" : engine.Name, Percentiles.Median(milliseconds));
    }
}
