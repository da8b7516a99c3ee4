using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Places;

/// <summary>
/// Sends the official list in batches. It takes effect at the end, all at once: an import that breaks off changes nothing.
/// </summary>
internal sealed partial class PlaceImporter(ApiClient api)
{
    public const int BatchSize = 1_000;
    private const string Imports = "/api/v1/ops/missions/places/imports";

    /// <returns>What the server says of the completed import.</returns>
    public async Task<JsonNode> RunAsync(
        CommuneFile communes, IReadOnlyList<JsonObject[]> former, JsonObject request, Action<int> sent, CancellationToken stop)
    {
        var import = $"{Imports}/{(await SendAsync(HttpMethod.Post, Imports, request, _ => null, stop))!["id"]}";
        var (number, before) = (0, 0);
        await foreach (var batch in communes.BatchesAsync(BatchSize, stop))
        {
            var first = before;
            await SendBatchAsync("communes", batch, index => $"Commune n° {first + index + 1}");
            before += batch.Length;
        }

        before = 0;
        foreach (var batch in former)
        {
            var first = before;
            await SendBatchAsync("merged", batch, index => $"Ancienne commune n° {first + index + 1}");
            before += batch.Length;
        }

        return (await SendAsync(HttpMethod.Put, $"{import}/completion", new JsonObject { ["batches"] = number }, _ => null, stop))!;

        async Task SendBatchAsync(string list, JsonObject[] batch, Func<int, string> name)
        {
            var body = new JsonObject { [list] = new JsonArray([.. batch]) };
            await SendAsync(HttpMethod.Put, $"{import}/batches/{++number}", body, field => Named(field, list, batch, name), stop);
            sent(batch.Length);
        }
    }

    private async Task<JsonNode?> SendAsync(
        HttpMethod method, string path, JsonObject body, Func<string, string?> entryOf, CancellationToken stop)
    {
        try
        {
            using var response = await api.SendAsync(method, path, Encoding.UTF8.GetBytes(body.ToJsonString()), stop);
            if (response.StatusCode == HttpStatusCode.NoContent) { return null; }
            if (response.IsSuccessStatusCode) { return await response.Content.ReadFromJsonAsync<JsonNode>(stop); }

            var problem = await Problem.ReadAsync(response, stop);
            var fields = problem.Fields.Select(field => (entryOf(field.Field) ?? field.Field, field.Sentence));
            throw new CliException($"{problem with { Fields = [.. fields] }}{Environment.NewLine}Rien n'a changé.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new CliException($"Pas de réponse : {unreachable.Message} Rien n'a changé ; recommencez.");
        }
    }

    /// <summary>"communes[12].nom" of the third batch → "Commune n° 2013 (01235 Flaxieu), nom".</summary>
    private static string? Named(string field, string list, JsonObject[] batch, Func<int, string> name)
    {
        if (Entry().Match(field) is not { Success: true } match || match.Groups["list"].Value != list) { return null; }

        var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
        var entry = index < batch.Length ? batch[index] : null;
        return $"{name(index)} ({CommuneFile.CodeOf(entry)} {entry?["nom"]}), {match.Groups["rest"].Value}".TrimEnd(',', ' ');
    }

    [GeneratedRegex(@"^(?<list>\w+)\[(?<index>\d+)\]\.?(?<rest>.*)$")]
    private static partial Regex Entry();
}
