using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Import;

/// <summary>Sends a feed's missions, several at a time. One that is refused does not stop the others.</summary>
internal sealed class Importer(ApiClient api, int parallel)
{
    public async Task<ImportReport> RunAsync(IReadOnlyList<FeedMission> missions, Action<int> sent, CancellationToken stop)
    {
        var report = new ImportReport();
        await Parallel.ForEachAsync(missions, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = stop }, async (mission, stopping) =>
        {
            await SendAsync(mission, report, stopping);
            sent(1);
        });
        return report;
    }

    private async Task SendAsync(FeedMission mission, ImportReport report, CancellationToken stop)
    {
        try
        {
            using var response = await api.SendAsync(HttpMethod.Put, $"/api/v1/networks/me/missions/{Uri.EscapeDataString(mission.ClientId)}", mission.Json, stop);
            if (response.IsSuccessStatusCode) { report.Count((string?)(await response.Content.ReadFromJsonAsync<JsonNode>(stop))?["outcome"]); }
            else { report.Fail(mission.ClientId, await Problem.ReadAsync(response, stop)); }
        }
        catch (HttpRequestException unreachable)
        {
            report.Fail(mission.ClientId, new Problem(HttpStatusCode.ServiceUnavailable, $"Pas de réponse : {unreachable.Message}", null, []));
        }
    }
}
