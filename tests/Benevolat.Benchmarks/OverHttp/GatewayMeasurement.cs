using System.Globalization;
using System.Text.Json;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Benchmarks.Searching;
using Benevolat.Index.Search;
using Npgsql;

namespace Benevolat.Benchmarks.OverHttp;

/// <summary>One repeat on one side: what the client met, and the CPU that each process took for a request in milliseconds.</summary>
internal sealed record OverHttpLap(LoadResult Load, IReadOnlyDictionary<string, double> Cpu);

/// <param name="Search">One lap a repeat.</param>
internal sealed record GatewayResult(int Missions, IReadOnlyList<OverHttpLap> Search, IReadOnlyList<OverHttpLap> Static);

/// <summary>Searches through the gateway, against the very same bytes served from memory behind the same gateway.</summary>
internal static class GatewayMeasurement
{
    public const int Connections = 32;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Lap = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan IndexPatience = TimeSpan.FromMinutes(5);

    public static async Task<GatewayResult> RunAsync(SearchOptions options, MissionCorpus corpus, IReadOnlyList<MissionQuery> questions, CancellationToken stop)
    {
        await using var system = new MeasuredSystem(options.Work);
        Progress.Say($"Through the gateway: servers and {corpus.Count:N0} missions");
        await system.StartServersAsync(stop);
        await using (var database = new NpgsqlConnection(system.Database + ";Pooling=false"))
        {
            await database.OpenAsync(stop);
            await new MissionSeed(database, corpus).RunAsync(stop);
        }

        await system.StartMissionsAsync(stop);
        string[] targets = [.. questions.Select(Target)];
        var answers = Path.Combine(options.Work, "answers.json");
        await File.WriteAllTextAsync(answers, JsonSerializer.Serialize(await AnswersAsync(system.Gateway, targets, corpus.Count, stop)), stop);
        await system.StartStaticAsync(answers, stop);
        return await MeasureAsync(system, corpus.Count, targets, options, stop);
    }

    /// <summary>The search as a front end asks it.</summary>
    public static string Target(MissionQuery query)
    {
        var text = $"/api/v1/missions?q={Uri.EscapeDataString(query.Text!)}"
            + string.Create(CultureInfo.InvariantCulture, $"&near={query.Near!.Value.Latitude},{query.Near.Value.Longitude}&radiusKm={query.RadiusKm}")
            + string.Concat(query.Domains.Select(domain => $"&domain={domain}")) + string.Concat(query.Kinds.Select(kind => $"&kind={kind}"));
        return query.OpenToMinors ? text + "&openToMinors=true" : text;
    }

    private static async Task<GatewayResult> MeasureAsync(MeasuredSystem system, int missions, string[] targets, SearchOptions options, CancellationToken stop)
    {
        await Quiet.WaitAsync(options.Patience, stop);
        string[] searching = ["gateway", "missions"], serving = ["gateway-of-static", "static"];
        Progress.Say("  warming up");
        await LoadGenerator.RunAsync(system.Gateway, targets, Connections, WarmUp, stop);
        await LoadGenerator.RunAsync(system.GatewayOfStatic, targets, Connections, WarmUp, stop);
        var (search, fixedAnswers) = (new List<OverHttpLap>(), new List<OverHttpLap>());
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            Progress.Say($"  repeat {repeat + 1}");
            search.Add(await LapAsync(system, system.Gateway, searching, targets, stop));
            fixedAnswers.Add(await LapAsync(system, system.GatewayOfStatic, serving, targets, stop));
        }

        return new GatewayResult(missions, search, fixedAnswers);
    }

    private static async Task<OverHttpLap> LapAsync(MeasuredSystem system, Uri gateway, string[] processes, string[] targets, CancellationToken stop)
    {
        var before = processes.ToDictionary(name => name, name => CpuTime.OfProcess(system.Processes[name]));
        var load = await LoadGenerator.RunAsync(gateway, targets, Connections, Lap, stop);
        if (load.Failed > 0) { throw new InvalidOperationException($"{load.Failed} of {load.Requests} requests to {gateway} failed: nothing was measured."); }
        return new(load, processes.ToDictionary(name => name, name => (CpuTime.OfProcess(system.Processes[name]) - before[name]).TotalMilliseconds / load.Requests));
    }

    /// <summary>What the service answers to each, once it knows all missions.</summary>
    private static async Task<Dictionary<string, string>> AnswersAsync(Uri gateway, string[] targets, int missions, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        await Local.Processes.Until.TrueAsync($"search knows {missions} missions", IndexPatience, async token =>
        {
            using var all = JsonDocument.Parse(await http.GetStringAsync("/api/v1/missions?limit=1", token));
            return all.RootElement.GetProperty("total").GetInt32() >= missions;
        }, stop);
        var answers = new Dictionary<string, string>();
        foreach (var target in targets) { answers[target] = await http.GetStringAsync(target, stop); }
        return answers;
    }
}
