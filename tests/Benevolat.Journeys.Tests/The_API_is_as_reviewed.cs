using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>The merged OpenAPI document stands in the repository, so that every change of the API is seen in review.</summary>
public sealed class The_API_is_as_reviewed(RunningSystem system)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_equals_the_committed_one_and_describes_every_operation()
    {
        using var http = new HttpClient { BaseAddress = system.Site };
        var document = await Eventually.GetAsync(async () =>
        {
            var merged = JsonNode.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!.AsObject();
            return merged["x-missing-services"]!.AsArray().Count == 0 ? merged : null;
        }, "every service is in the document");
        Assert.StartsWith("3.1", (string?)document["openapi"]);
        document.Remove("servers"); // where it happens to run

        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(operation => operation.Key is "get" or "put" or "post" or "delete")).ToList();
        Assert.True(operations.Count > 40, $"only {operations.Count} operations");
        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty((string?)operation.Value!["summary"])));

        var reviewed = Path.Combine(new SystemOptions { Folder = "." }.Repository, "src", "Benevolat.Gateway", "Docs", "openapi.v1.json");
        var actual = document.ToJsonString(Readable) + "\n";
        if (!File.Exists(reviewed) || await File.ReadAllTextAsync(reviewed) != actual)
        {
            await File.WriteAllTextAsync(Path.ChangeExtension(reviewed, ".received.json"), actual);
            Assert.Fail("The API differs from openapi.v1.json. Compare openapi.v1.received.json beside it; if the change is wanted, copy it over.");
        }
    }
}
