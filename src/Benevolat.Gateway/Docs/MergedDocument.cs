using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benevolat.Gateway.Routing;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevolat.Gateway.Docs;

/// <summary>The OpenAPI document of the whole API, put together from the services that are up and kept for a short while.</summary>
internal sealed class MergedDocument(
    ServiceCaller services,
    [FromKeyedServices(MergedDocument.Name)] IOpenApiDocumentProvider own,
    IConfiguration configuration,
    TimeProvider clock) : IDisposable
{
    public const string Name = "v1";

    // Readable French in the document instead of \u escapes; it is served as application/json only.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TimeSpan _fresh = configuration.GetValue("Docs:FreshFor", TimeSpan.FromMinutes(1));
    private (byte[] Json, DateTimeOffset Until)? _kept;

    public async Task<byte[]> GetAsync(CancellationToken stop)
    {
        if (_kept is { } kept && kept.Until > clock.GetUtcNow()) { return kept.Json; }
        await _one.WaitAsync(stop);
        try
        {
            if (_kept is { } meanwhile && meanwhile.Until > clock.GetUtcNow()) { return meanwhile.Json; }
            var (json, complete) = await BuildAsync(stop);
            // While a service is missing, look again soon.
            _kept = (json, clock.GetUtcNow() + (complete ? _fresh : _fresh / 10));
            return json;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<(byte[] Json, bool Complete)> BuildAsync(CancellationToken stop)
    {
        var answers = await services.AskAllAsync(HttpMethod.Get, Service.Apis, "/openapi/v1.json", authorization: null, stop);
        var documents = answers.Where(answer => answer.Body is JsonObject).Select(answer => new ServiceDocument(answer.Service, (JsonObject)answer.Body!));
        var merged = DocumentMerge.Merge([new ServiceDocument("gateway", await OwnAsync(stop)), .. documents]);
        var missing = answers.Where(answer => answer.Body is not JsonObject).Select(answer => JsonValue.Create(answer.Service)).ToArray<JsonNode?>();
        var root = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Benevolat", ["version"] = "v1", ["description"] = Introduction },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = configuration.PublicOrigin().AbsoluteUri.TrimEnd('/') }),
            ["x-missing-services"] = new JsonArray(missing),
        };
        foreach (var (name, value) in merged) { root[name] = value?.DeepClone(); }
        return (JsonSerializer.SerializeToUtf8Bytes(root, Json), missing.Length == 0);
    }

    private async Task<JsonObject> OwnAsync(CancellationToken stop)
    {
        var document = await own.GetOpenApiDocumentAsync(stop);
        return (JsonObject)JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, stop))!;
    }

    private const string Introduction = """
        The API of Benevolat: volunteering missions, the people who take them, and the associations who answer.

        Errors are RFC 9457 problems with a stable `code`, in French or English by `Accept-Language`. Lists give a `cursor` for the next page.
        Changes ask for `If-Match`; `POST`s that create accept an `Idempotency-Key`. `RateLimit` headers tell what is left; on 429 wait for `Retry-After`.
        """;
}
