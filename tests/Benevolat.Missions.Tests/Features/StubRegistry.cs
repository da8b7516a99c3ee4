using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Stands where the API Recherche d'entreprises would, on a real port; a test says what it answers.</summary>
public sealed class StubRegistry : IAsyncDisposable
{
    public const string Two =
        """
        { "results": [
            { "siren": "732829320", "nom_complet": "LE GOUT DU PAIN", "siege": { "siret": "73282932000074", "commune": "69123", "libelle_commune": "LYON", "code_postal": "69003" },
              "complements": { "est_association": false, "identifiant_association": null } },
            { "siren": "356000000", "nom_complet": "LE GOUT DES AUTRES", "siege": { "siret": "35600000000048", "commune": "69383", "libelle_commune": "LYON 3", "code_postal": "69003" },
              "complements": { "est_association": true, "identifiant_association": "W691234567" } } ],
          "total_results": 2, "page": 1, "per_page": 10, "total_pages": 1 }
        """;

    private readonly WebApplication _app;

    private StubRegistry(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Path and query of everything asked, as it came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = http => Json(http, Two);

    public static Task Json(HttpContext http, string json, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(http);
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        return http.Response.WriteAsync(json);
    }

    public static async Task<StubRegistry> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubRegistry(app);
        app.Run(http =>
        {
            stub.Asked.Enqueue($"{http.Request.Path}{http.Request.QueryString}");
            return stub.Answer(http);
        });
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
