using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Places;

/// <summary>
/// A JSON array of communes as the API of the État publishes it, read entry by entry: with contours such a file is hundreds of
/// megabytes.
/// </summary>
/// <param name="Fields">What is sent of each entry; contours and the like stay here.</param>
internal sealed record CommuneFile(FileInfo File, string[] Fields)
{
    private static readonly string[] OfCommunes =
        ["nom", "code", "codesPostaux", "codeDepartement", "population", "centre", "anciensCodes"];

    private static readonly string[] OfFormer = ["nom", "code", "codesPostaux", "population", "centre", "chefLieu"];

    public static CommuneFile Communes(FileInfo file) => new(file, OfCommunes);

    public static CommuneFile Former(FileInfo file) => new(file, OfFormer);

    /// <summary>How many entries there are. Read once before anything is sent, so that a broken file sends nothing.</summary>
    public async Task<int> CheckAsync(CancellationToken stop)
    {
        var seen = new Dictionary<string, int>();
        var count = 0;
        await foreach (var entry in EntriesAsync(stop))
        {
            count++;
            var code = CodeOf(entry) ?? throw new CliException($"{File} : l'entrée n° {count} n'a pas de code. Rien n'a été envoyé.");
            if (!seen.TryAdd(code, count))
            {
                throw new CliException(
                    $"{File} : la commune {code} apparaît deux fois, aux entrées n° {seen[code]} et {count}. Rien n'a été envoyé.");
            }
        }

        return count;
    }

    public async IAsyncEnumerable<JsonObject[]> BatchesAsync(int size, [EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<JsonObject>(size);
        await foreach (var entry in EntriesAsync(stop))
        {
            var known = Fields.Where(field => entry!.ContainsKey(field));
            batch.Add(new JsonObject(known.Select(field => KeyValuePair.Create(field, entry![field]?.DeepClone()))));
            if (batch.Count < size) { continue; }
            yield return [.. batch];
            batch.Clear();
        }

        if (batch.Count > 0) { yield return [.. batch]; }
    }

    /// <summary>The code of an entry; null when it has none, or is no object.</summary>
    public static string? CodeOf(JsonObject? entry) =>
        entry?["code"] is JsonValue value && value.TryGetValue(out string? code) && !string.IsNullOrWhiteSpace(code) ? code : null;

    private async IAsyncEnumerable<JsonObject?> EntriesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = Open();
        var array = JsonSerializer.DeserializeAsyncEnumerable<JsonNode?>(stream, cancellationToken: stop);
        await using var entries = array.GetAsyncEnumerator(stop);
        while (await NextAsync(entries)) { yield return entries.Current as JsonObject; }
    }

    private FileStream Open()
    {
        try
        {
            return File.OpenRead();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CliException(File.Exists ? $"{File} ne peut pas être lu : {unreadable.Message}" : $"Le fichier {File} n'existe pas.");
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<JsonNode?> entries)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (JsonException broken)
        {
            throw new CliException(
                $"{File} n'est pas un tableau JSON lisible : ligne {broken.LineNumber + 1}, colonne {broken.BytePositionInLine + 1}.");
        }
    }
}
