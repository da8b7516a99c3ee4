using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Stands where the Géoplateforme would, on a real port; a test says what it answers.</summary>
public sealed class StubGeoplateforme : IAsyncDisposable
{
    public const string Boulevard =
        """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "geometry": { "type": "Point", "coordinates": [2.290084, 49.897443] },
            "properties": { "label": "8 Boulevard du Port 80000 Amiens", "score": 0.9497, "housenumber": "8", "id": "80021_6590_00008", "name": "8 Boulevard du Port",
              "postcode": "80000", "citycode": "80021", "x": 648952.58, "y": 6977867.14, "city": "Amiens", "context": "80, Somme, Hauts-de-France",
              "type": "housenumber", "importance": 0.67, "street": "Boulevard du Port", "_type": "address" } },
          { "type": "Feature", "geometry": { "type": "Point", "coordinates": [2.2901, 49.8975] },
            "properties": { "label": "Boulevard du Port 80000 Amiens", "score": 0.81, "name": "Boulevard du Port", "postcode": "80000", "citycode": "80021", "city": "Amiens", "type": "street" } },
          { "type": "Feature", "geometry": { "type": "Point", "coordinates": [2.29, 49.89] },
            "properties": { "label": "Amiens", "score": 0.4, "name": "Amiens", "postcode": "80000", "citycode": "80021", "city": "Amiens", "type": "municipality" } } ] }
        """;

    private readonly WebApplication _app;

    private StubGeoplateforme(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Path and query of everything asked, as it came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = http => Json(http, Boulevard);

    public static Task Json(HttpContext http, string json, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(http);
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        return http.Response.WriteAsync(json);
    }

    public static async Task<StubGeoplateforme> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubGeoplateforme(app);
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
