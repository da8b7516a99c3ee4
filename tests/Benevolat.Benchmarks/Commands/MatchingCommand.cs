using System.CommandLine;
using Benevolat.Benchmarks.Matching;

namespace Benevolat.Benchmarks.Commands;

/// <summary>Matching: one volunteer against all missions, and everybody's digest, against the plain reading of the same bytes.</summary>
internal static class MatchingCommand
{
    public static Command Create()
    {
        var sizes = new Option<string>("--sizes") { Description = "Numbers of missions", DefaultValueFactory = _ => "10000,100000,1000000" };
        var repeats = new Option<int>("--repeats") { Description = "How often everything is measured; medians count", DefaultValueFactory = _ => 3 };
        var volunteers = new Option<int>("--volunteers") { Description = "How many different volunteers", DefaultValueFactory = _ => 720 };
        var patience = new Option<double>("--patience") { Description = "Minutes to wait, before each measurement, for a machine that nobody else uses", DefaultValueFactory = _ => 0 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same missions", DefaultValueFactory = _ => 2026 };
        var communes = new Option<FileInfo?>("--communes")
        {
            Description = "The official list of communes, as geo.api.gouv.fr gives it (else BENEVOLAT_COMMUNES, else 300 towns)",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BENEVOLAT_COMMUNES") is { Length: > 0 } file ? new FileInfo(file) : null,
        };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where the report goes", DefaultValueFactory = _ => new DirectoryInfo("benchmark-reports") };
        var command = new Command("matching", "Measures matching and writes matching.md with a chart.") { sizes, repeats, volunteers, patience, seed, communes, output };
        command.SetAction((result, stop) => MatchingRun.RunAsync(new MatchingOptions
        {
            Sizes = [.. result.GetRequiredValue(sizes).Split(',').Select(int.Parse).Order()],
            Repeats = Math.Max(1, result.GetValue(repeats)),
            Volunteers = Math.Max(20, result.GetValue(volunteers)),
            Batch = (100_000, 10_000),
            Patience = TimeSpan.FromMinutes(result.GetValue(patience)),
            Seed = result.GetValue(seed),
            Communes = result.GetValue(communes)?.FullName,
            Out = result.GetRequiredValue(output).FullName,
        }, stop));
        return command;
    }
}
