using System.CommandLine;
using Benevolat.Benchmarks.Searching;

namespace Benevolat.Benchmarks.Commands;

/// <summary>Search: our index, PostgreSQL and Lucene.Net on the same missions, and the endpoint behind the gateway.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var sizes = new Option<string>("--sizes") { Description = "Numbers of missions", DefaultValueFactory = _ => "10000,100000,1000000" };
        var repeats = new Option<int>("--repeats") { Description = "How often everything is measured; medians count", DefaultValueFactory = _ => 3 };
        var questions = new Option<int>("--queries") { Description = "How many different searches", DefaultValueFactory = _ => 500 };
        var engines = new Option<string>("--engines") { Description = "Which engines", DefaultValueFactory = _ => string.Join(',', SearchEngines.Names) };
        var updates = new Option<int>("--updates") { Description = "Changes of missions a second while our index is searched", DefaultValueFactory = _ => 100 };
        var http = new Option<int>("--gateway") { Description = "Missions to search through the gateway; 0 leaves that part out", DefaultValueFactory = _ => 100_000 };
        var patience = new Option<double>("--patience") { Description = "Minutes to wait, before each measurement, for a machine that nobody else uses", DefaultValueFactory = _ => 0 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same missions", DefaultValueFactory = _ => 2026 };
        var communes = new Option<FileInfo?>("--communes")
        {
            Description = "The official list of communes, as geo.api.gouv.fr gives it (else BENEVOLAT_COMMUNES, else 300 towns)",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BENEVOLAT_COMMUNES") is { Length: > 0 } file ? new FileInfo(file) : null,
        };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where the report goes", DefaultValueFactory = _ => new DirectoryInfo("benchmark-reports") };
        communes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } missing) { result.AddError($"There is no {missing}."); }
        });
        engines.Validators.Add(result =>
        {
            var unknown = Parts(result.GetValueOrDefault<string>()).Except(SearchEngines.Names).ToList();
            if (unknown.Count > 0) { result.AddError($"Unknown: {string.Join(", ", unknown)}. There are {string.Join(", ", SearchEngines.Names)}."); }
        });
        sizes.Validators.Add(result =>
        {
            if (Parts(result.GetValueOrDefault<string>()).Any(size => !int.TryParse(size, out var missions) || missions < 1_000)) { result.AddError("--sizes takes numbers from 1000 on."); }
        });

        var command = new Command("search", "Measures search and writes search.md with a chart.")
        {
            sizes, repeats, questions, engines, updates, http, patience, seed, communes, output,
        };
        command.SetAction((result, stop) => SearchRun.RunAsync(new SearchOptions
        {
            Sizes = [.. Parts(result.GetRequiredValue(sizes)).Select(int.Parse).Order()],
            Repeats = Math.Max(1, result.GetValue(repeats)),
            Questions = Math.Max(20, result.GetValue(questions)),
            Engines = [.. Parts(result.GetRequiredValue(engines))],
            UpdatesPerSecond = result.GetValue(updates),
            OverHttp = result.GetValue(http),
            Patience = TimeSpan.FromMinutes(result.GetValue(patience)),
            Seed = result.GetValue(seed),
            Communes = result.GetValue(communes)?.FullName,
            Out = result.GetRequiredValue(output).FullName,
            Work = Path.Combine(Path.GetTempPath(), $"benevolat-benchmarks-{Environment.ProcessId}"),
        }, stop));
        return command;
    }

    private static string[] Parts(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
