using System.CommandLine;
using Benevolat.Cli.Import;

namespace Benevolat.Cli.Commands;

/// <summary><c>import FEED</c>: pushes a network's missions, as often as one likes: what has not changed changes nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var feed = new Argument<FileInfo>("FEED") { Description = "Fichier JSON : un tableau de missions au format d'échange national." };
        var parallel = new Option<int>("--parallel") { Description = "Missions envoyées en même temps, 1 à 64.", DefaultValueFactory = _ => 8 };
        parallel.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<int>() is < 1 or > 64) { option.AddError("--parallel : entre 1 et 64."); }
        });
        var command = new Command("import", "Importe les missions d'un réseau par l'API publique.") { feed, parallel };
        var connection = new Connection().AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var missions = await Feed.ReadAsync(parsed.GetRequiredValue(feed), stop);
            using var api = connection.Open(parsed, "network");
            await api.SignInAsync(stop);
            var importer = new Importer(api, parsed.GetValue(parallel));
            var report = await ProgressDisplay.ShowAsync(terminal, missions.Count, progress => importer.RunAsync(missions, progress, stop));
            ReportDisplay.Show(terminal, report);
            return report.Failures.Count == 0 ? 0 : CommandLine.Incomplete;
        });
        return command;
    }
}
