using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Benevolat.AppHost;

/// <summary>Buttons in the dashboard for what operators do most. Thin wrappers over the ops endpoints, never the only way.</summary>
internal static class OperatorCommands
{
    private const string Client = "demo-operator";
    private const string Secret = "demo-operator-secret";

    public static IResourceBuilder<ProjectResource> WithOperatorCommands(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithCommand("redrive", "Redrive error queues", context => RedriveAsync(gateway, context), new CommandOptions
        {
            Description = "Moves parked messages back to their queues, 100 a queue at most.",
            ConfirmationMessage = "Send the messages of all error queues back to their consumers?",
            IconName = "ArrowSync",
        });

    private static async Task<ExecuteCommandResult> RedriveAsync(IResourceBuilder<ProjectResource> gateway, ExecuteCommandContext context)
    {
        try
        {
            var stop = context.CancellationToken;
            using var http = new HttpClient { BaseAddress = new Uri(gateway.GetEndpoint("http").Url) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, stop));

            var moved = 0;
            foreach (var queue in await BrokenQueuesAsync(http, stop))
            {
                using var answer = await http.PostAsync(new Uri($"/api/v1/ops/queues/{queue}/redrive?limit=100", UriKind.Relative), null, stop);
                answer.EnsureSuccessStatusCode();
                moved += (int?)(await answer.Content.ReadFromJsonAsync<JsonNode>(stop))?["moved"] ?? 0;
            }

            return CommandResults.Success($"{moved} messages redriven.");
        }
        catch (HttpRequestException exception)
        {
            return CommandResults.Failure(exception.Message);
        }
    }

    private static async Task<IReadOnlyList<string>> BrokenQueuesAsync(HttpClient http, CancellationToken stop)
    {
        var queues = await http.GetFromJsonAsync<JsonNode>(new Uri("/api/v1/ops/queues", UriKind.Relative), stop);
        return [.. queues!["items"]!.AsArray().Where(queue => (long?)queue!["errorDepth"] > 0).Select(queue => (string)queue!["name"]!)];
    }

    private static async Task<string> TokenAsync(HttpClient http, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Client,
            ["client_secret"] = Secret,
            ["scope"] = "ops",
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, stop);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(stop))!["access_token"]!;
    }
}
