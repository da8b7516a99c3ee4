using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Benevolat.Cli.Import;
using Benevolat.Cli.Places;

namespace Benevolat.Cli.Commands;

/// <summary><c>places import FILE</c>: fills the gazetteer with the official list of communes, as often as one likes.</summary>
internal static class PlacesCommand
{
    private const int MostListed = 50;

    public static Command Create(Terminal terminal) => new("places", "Le répertoire des communes.") { CreateImport(terminal) };

    private static Command CreateImport(Terminal terminal)
    {
        var list = new Argument<FileInfo>("FILE")
        {
            Description = "La liste officielle en JSON : https://geo.api.gouv.fr/communes"
                + "?fields=nom,code,codesPostaux,codeDepartement,population,centre,anciensCodes",
        };
        var merged = new Option<FileInfo?>("--merged")
        {
            Description = "Les communes réunies à d'autres, en JSON : https://geo.api.gouv.fr/communes_associees_deleguees"
                + "?fields=nom,code,chefLieu,centre ; ou l'historique de l'INSEE (v_mvt_commune_….csv).",
        };
        var year = new Option<int?>("--year") { Description = "Millésime de la liste ; à défaut, l'année en cours." };
        var partial = new Option<bool>("--partial")
        {
            Description = "La liste ne couvre qu'une partie du pays : ce qui n'y est pas reste.",
        };
        var command = new Command("import", "Importe la liste officielle des communes.") { list, merged, year, partial };
        var connection = new Connection().AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var watch = Stopwatch.StartNew();
            var communes = CommuneFile.Communes(parsed.GetRequiredValue(list));
            var count = await communes.CheckAsync(stop);
            if (count == 0) { throw new CliException($"{communes.File} : la liste est vide. Rien n'a été envoyé."); }

            var former = await FormerAsync(parsed.GetValue(merged), stop);
            var request = new JsonObject { ["year"] = parsed.GetValue(year), ["partial"] = parsed.GetValue(partial) };
            using var api = connection.Open(parsed, "ops");
            await api.SignInAsync(stop);
            var importer = new PlaceImporter(api);
            var answer = await ProgressDisplay.ShowAsync(
                terminal, count + former.Sum(batch => batch.Length), sent => importer.RunAsync(communes, former, request, sent, stop));
            return Report(terminal, answer, watch.Elapsed);
        });
        return command;
    }

    private static async Task<IReadOnlyList<JsonObject[]>> FormerAsync(FileInfo? file, CancellationToken stop)
    {
        if (file is null) { return []; }
        if (file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return [.. (await Movements.ReadAsync(file, stop)).Chunk(PlaceImporter.BatchSize)];
        }

        var former = CommuneFile.Former(file);
        await former.CheckAsync(stop);
        return await former.BatchesAsync(PlaceImporter.BatchSize, stop).ToListAsync(stop);
    }

    private static int Report(Terminal terminal, JsonNode answer, TimeSpan elapsed)
    {
        int Count(string name) => (int?)answer[name] ?? 0;
        var changes = Count("created") + Count("updated") + Count("merged") + Count("retired");
        terminal.Out.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.GetCultureInfo("fr-FR"),
            $"{(changes == 0 ? "Rien n'a changé : " : "")}{Count("created")} créée(s), {Count("updated")} modifiée(s), "
            + $"{Count("unchanged")} inchangée(s), "
            + $"{Count("merged")} réunie(s) à une autre, {Count("retired")} retirée(s) en {elapsed.TotalSeconds:0.0} s."));
        var unresolved = answer["unresolved"]?.AsArray() ?? [];
        var error = terminal.Error.Profile.Out.Writer;
        foreach (var pair in unresolved.Take(MostListed))
        {
            error.WriteLine($"Laissée de côté, personne ne connaît la commune d'accueil : {pair}");
        }

        if (unresolved.Count > MostListed) { error.WriteLine($"… et {unresolved.Count - MostListed} autre(s)."); }

        return unresolved.Count == 0 ? 0 : CommandLine.Incomplete;
    }
}
