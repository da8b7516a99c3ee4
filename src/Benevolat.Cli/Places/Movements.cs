using System.Globalization;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Places;

/// <summary>
/// INSEE's history of communes (<c>v_mvt_commune_2026.csv</c>), as far as it tells which one each former commune belongs to.
/// </summary>
internal static class Movements
{
    private static readonly string[] Mergers = ["30", "31", "32", "33", "34", "41", "50"];
    private static readonly string[] Births = ["20", "21"];
    private static readonly string[] Columns = ["MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "LIBELLE_AV", "TYPECOM_AP", "COM_AP"];

    /// <summary>Former communes in the shape of the API of the État: code, nom, chefLieu.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(FileInfo file, CancellationToken stop)
    {
        var former = new Dictionary<string, JsonObject>();
        foreach (var row in (await RowsAsync(file, stop)).OrderBy(row => row.Date))
        {
            if (Births.Contains(row.Kind)) { former.Remove(row.After); }
            else if (Mergers.Contains(row.Kind) && row.Before != row.After)
            {
                former[row.Before] = new JsonObject { ["code"] = row.Before, ["nom"] = row.Name, ["chefLieu"] = row.After };
            }
        }

        return [.. former.Values];
    }

    private static async Task<List<Row>> RowsAsync(FileInfo file, CancellationToken stop)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(file.FullName, stop);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CliException(file.Exists ? $"{file} ne peut pas être lu : {unreadable.Message}" : $"Le fichier {file} n'existe pas.");
        }

        var header = Cells(lines.FirstOrDefault() ?? "");
        var at = Columns.Select(column => Array.IndexOf(header, column)).ToArray();
        if (at.Contains(-1))
        {
            throw new CliException($"{file}, ligne 1 : les colonnes {string.Join(", ", Columns)} sont attendues. Rien n'a été envoyé.");
        }

        var rows = new List<Row>();
        foreach (var (index, line) in lines.Index().Skip(1).Where(pair => pair.Item.Length > 0))
        {
            var cells = Cells(line);
            if (cells.Length < header.Length || !DateOnly.TryParse(cells[at[1]], CultureInfo.InvariantCulture, out var date))
            {
                throw new CliException($"{file}, ligne {index + 1} : illisible. Rien n'a été envoyé.");
            }

            // Delegated and associated communes move too, but only communes have missions.
            if (cells[at[2]] != "COM" || cells[at[5]] != "COM") { continue; }
            rows.Add(new Row(cells[at[0]], date, cells[at[3]], cells[at[4]], cells[at[6]]));
        }

        return rows;
    }

    private static string[] Cells(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(cell => cell.Trim('"', ' '))];

    /// <param name="Kind">INSEE's kind of event: 31 to 33 mergers, 41 and 50 changes of code, 20 and 21 births.</param>
    private sealed record Row(string Kind, DateOnly Date, string Before, string Name, string After);
}
