using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Engines.Postgres;
using Benevolat.Benchmarks.OverHttp;

namespace Benevolat.Benchmarks.Searching;

/// <summary>The verb <c>search</c>, from the corpus to the report.</summary>
internal static class SearchRun
{
    private const int GoalMissed = 1;

    public static async Task<int> RunAsync(SearchOptions options, CancellationToken stop)
    {
        var vocabulary = new Vocabulary(options.Seed);
        var communes = Communes.Load(options.Communes);
        Directory.CreateDirectory(options.Work);
        try
        {
            var results = new List<SearchResult>();
            await using (var server = options.Engines.Any(SearchEngines.NeedsPostgres) ? await PostgresServer.StartAsync(Path.Combine(options.Work, "postgres"), stop) : null)
            {
                foreach (var size in options.Sizes)
                {
                    var corpus = new MissionCorpus(options.Seed, size, vocabulary, communes);
                    var questions = new Questions(corpus, vocabulary, communes).Make(options.Questions, among: options.Sizes[0]);
                    results.Add(await new SearchMeasurement(options, server, corpus, questions).RunAsync(stop));
                }
            }

            // Written before the gateway's part begins: what took a quarter of an hour isn't lost when a server won't start.
            var report = SearchReport.Write(options, communes, results, overHttp: null);
            Progress.Say($"Written: {await report.SaveAsync(options.Out, "search", stop)}");
            if (options.OverHttp > 0)
            {
                report = SearchReport.Write(options, communes, results, await OverHttpAsync(options, vocabulary, communes, stop));
                Progress.Say($"Written: {await report.SaveAsync(options.Out, "search", stop)}");
            }

            Console.Out.WriteLine(report);
            return report.EveryGoalIsMet ? 0 : GoalMissed;
        }
        finally
        {
            Directory.Delete(options.Work, recursive: true);
        }
    }

    private static Task<GatewayResult> OverHttpAsync(SearchOptions options, Vocabulary vocabulary, Communes communes, CancellationToken stop)
    {
        var corpus = new MissionCorpus(options.Seed, options.OverHttp, vocabulary, communes);
        var questions = new Questions(corpus, vocabulary, communes).Make(options.Questions, among: Math.Min(options.Sizes[0], options.OverHttp));
        return GatewayMeasurement.RunAsync(options, corpus, questions, stop);
    }
}
