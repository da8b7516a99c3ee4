using System.Diagnostics;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Benchmarks.Searching;
using Benevolat.Index.Matching;
using Benevolat.Index.Matching.Asking;

namespace Benevolat.Benchmarks.Matching;

/// <summary>One way to ask, or the plain reading of the columns, with what it took: milliseconds a question, one list for each repeat.</summary>
internal sealed record Way(string Name, Action<int> Ask, int Times)
{
    public List<List<double>> Laps { get; } = [];

    public double P50(int repeat) => Percentiles.Median(Laps[repeat]);

    public double P99(int repeat) => Percentiles.Of(Laps[repeat], 99);

    public double Mean(int repeat) => Laps[repeat].Average();

    public double P50() => Percentiles.Median(Laps.Select((_, repeat) => P50(repeat)));
}

/// <summary>What was measured with one number of missions.</summary>
internal sealed record MatchingResult(
    int Missions, int Rows, long Bytes, long Scanned, TimeSpan Build, double Idle, Way Scan, Way Plain, Way Everything, Way Filter, Way Ground, Way Whole, Way OtherWay)
{
    public IEnumerable<Way> Ways => [Scan, Plain, Everything, Filter, Ground, Whole, OtherWay];
}

/// <summary>Measures one volunteer against so many missions, by all ways in turns, so that what else the machine does meets all of them.</summary>
internal static class MatchingMeasurement
{
    private const int Count = 50, Rounds = 12;
    private const double RadiusKm = 30;

    public static async Task<MatchingResult> RunAsync(MatchingOptions options, MatchingCorpus corpus, int size, CancellationToken stop)
    {
        Progress.Say($"{size:N0} missions");
        var matcher = new MissionMatcher();
        var clock = Stopwatch.StartNew();
        matcher.Build(Enumerable.Range(0, size).Select(corpus.Mission));
        var built = clock.Elapsed;
        var (missions, scan) = (matcher.Current, new ColumnScan(matcher.Current));
        var everybody = new VolunteerMatcher();
        everybody.Build(Enumerable.Range(0, 100_000).Select(number => corpus.Volunteer(number, RadiusKm)));
        var volunteers = everybody.Current;

        MatchVolunteer[] near = [.. Enumerable.Range(0, options.Volunteers).Select(number => corpus.Volunteer(number, RadiusKm))];
        MatchVolunteer[] everywhere = [.. near.Select(volunteer => volunteer with { RadiusKm = double.PositiveInfinity })];
        var ask = new MatchAsk { Now = MatchingCorpus.Now, Count = Count };
        var result = new MatchingResult(
            size, missions.Layers[0].Segment.Rows, missions.Bytes, scan.Bytes, built, await Quiet.WaitAsync(options.Patience, stop),
            new Way("the columns read, nothing else", _ => scan.Read(), 1),
            new Way("every row by the plain rule", number => Ask(everywhere[number], MatchMeans.Plain), 1),
            new Way("every row, every column", number => Ask(everywhere[number], MatchMeans.WithoutGround), 1),
            new Way("30 km, every row, distance first", number => Ask(near[number], MatchMeans.WithoutGround), 2),
            new Way("30 km, only the ground within reach", number => Ask(near[number], MatchMeans.Everything), 20),
            new Way("the same with facts and reasons of all 50", number => missions.Best(near[number], ask), 20),
            new Way("the other way: one mission, 100,000 volunteers", number => volunteers.Best(corpus.Mission(number), ask), 20));
        Measure(result, options, near.Length, stop);
        return result;

        void Ask(MatchVolunteer volunteer, MatchMeans means)
        {
            var top = Scratch.Mine.Top;
            top.Start(Count, missions.Layers);
            missions.Question(volunteer, ask with { Means = means }).Scan(missions.Layers, top);
        }
    }

    private static void Measure(MatchingResult result, MatchingOptions options, int volunteers, CancellationToken stop)
    {
        foreach (var way in result.Ways)
        {
            for (var (clock, number) = (Stopwatch.StartNew(), 0); clock.ElapsedMilliseconds < 700; number = (number + 1) % volunteers) { way.Ask(number); }
        }

        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            foreach (var way in result.Ways) { way.Laps.Add([]); }
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var way in result.Ways)
                {
                    stop.ThrowIfCancellationRequested();
                    // At least 5 ms a turn: the first question of a turn finds the processor's caches full of what the others read.
                    for (var (clock, asked) = (Stopwatch.StartNew(), 0); asked < way.Times || clock.Elapsed.TotalMilliseconds < 5; asked++)
                    {
                        var started = Stopwatch.GetTimestamp();
                        way.Ask(((round * way.Times) + (repeat * Rounds * way.Times) + asked) % volunteers);
                        way.Laps[repeat].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                }
            }
        }
    }
}
