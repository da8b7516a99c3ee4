using System.Text;
using System.Text.Json;

namespace Benevolat.Cli.Import;

/// <summary>One mission of a feed, ready to be sent as it stands in the file.</summary>
internal sealed record FeedMission(string ClientId, byte[] Json);

/// <summary>A file of missions in the national exchange shape. What the fields mean is the server's to check.</summary>
internal static class Feed
{
    public static async Task<IReadOnlyList<FeedMission>> ReadAsync(FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) { throw new CliException($"Le fichier {file} n'existe pas."); }
        try
        {
            await using var stream = file.OpenRead();
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: stop);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? Missions(document.RootElement)
                : throw new CliException($"{file} : un tableau JSON de missions est attendu.");
        }
        catch (JsonException broken)
        {
            throw new CliException($"{file} n'est pas du JSON lisible : ligne {broken.LineNumber + 1}, colonne {broken.BytePositionInLine + 1}.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{file} ne peut pas être lu : {unreadable.Message}");
        }
    }

    private static List<FeedMission> Missions(JsonElement array)
    {
        var missions = new List<FeedMission>();
        var known = new HashSet<string>();
        foreach (var (index, element) in array.EnumerateArray().Index())
        {
            var id = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("clientId", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (string.IsNullOrWhiteSpace(id)) { throw new CliException($"La mission n° {index + 1} n'a pas de clientId. Rien n'a été envoyé."); }
            if (!known.Add(id)) { throw new CliException($"Le clientId « {id} » apparaît deux fois. Rien n'a été envoyé."); }
            missions.Add(new FeedMission(id, Encoding.UTF8.GetBytes(element.GetRawText())));
        }

        return missions;
    }
}
