using System.CommandLine;
using Benevolat.Benchmarks.Quality;

namespace Benevolat.Benchmarks.Commands;

/// <summary>How well matching serves volunteers and organisations, in a simulation with hidden utilities.</summary>
internal static class QualityCommand
{
    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { Description = "Of the first region", DefaultValueFactory = _ => 211 };
        var worlds = new Option<int>("--worlds") { Description = "How many regions", DefaultValueFactory = _ => 5 };
        var tune = new Option<bool>("--tune") { Description = "Looks for better weights instead, on regions of their own" };
        var communes = new Option<FileInfo?>("--communes")
        {
            Description = "The official list of communes, as geo.api.gouv.fr gives it (else BENEVOLAT_COMMUNES, else 300 towns)",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BENEVOLAT_COMMUNES") is { Length: > 0 } file ? new FileInfo(file) : null,
        };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where the report goes", DefaultValueFactory = _ => new DirectoryInfo("benchmark-reports") };
        var command = new Command("quality", "Simulates what would come of recommendations and writes quality.md.") { seed, worlds, tune, communes, output };
        command.SetAction((result, stop) => QualityRun.RunAsync(
            new QualityOptions(result.GetValue(seed), Math.Max(1, result.GetValue(worlds)), result.GetValue(tune), result.GetValue(communes)?.FullName, result.GetRequiredValue(output).FullName), stop));
        return command;
    }
}
