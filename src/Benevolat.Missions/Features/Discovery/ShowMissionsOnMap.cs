using System.ComponentModel;
using System.Text.Json;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>Where the missions of a search take place, for a map.</summary>
public static class ShowMissionsOnMap
{
    /// <summary>More points than this become clusters.</summary>
    private const int MostPoints = 500;

    public sealed record MapRequest([property: FromQuery(Name = "zoom"), Description("0 (the world) to 18 (a street); 6 when absent. How finely points are gathered.")] int? Zoom);

    internal sealed class Validator : AbstractValidator<MapRequest>
    {
        public Validator() => RuleFor(request => request.Zoom).InclusiveBetween(0, 18);
    }

    public static void Map(RouteGroupBuilder api) => api.MapGet("/missions.geojson", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<SearchRequest>()
        .Validated<MapRequest>()
        .Produces<JsonElement>(contentType: "application/geo+json")
        .WithName(nameof(ShowMissionsOnMap))
        .WithSummary("Show the missions of a search on a map")
        .WithDescription(
            "GeoJSON (RFC 7946): a point for each place of each mission that fits (`id`, `title`, `organisation`, `commune`), with the filters of the search. "
            + "Beyond 500 points, those near each other at this zoom become one with `cluster: true` and a `count`. Page, order and cursor don't matter here.");

    private static async Task<IResult> HandleAsync(
        [AsParameters] SearchRequest request, [AsParameters] MapRequest map, SearchIndex index, MissionCards cards, TimeProvider clock, CancellationToken stop)
    {
        var found = index.Current.Map(request.ToQuery(ParisTime.DateOf(clock.GetUtcNow())), map.Zoom ?? 6, MostPoints);
        var shown = await cards.OfAsync([.. found.Points.Select(point => new MissionHit(point.Id, point.Revision, point.Place, null, 0, 0))], stop);
        return new GeoJson(found, shown);
    }

    private sealed class GeoJson(MissionMap map, IReadOnlyList<Card?> cards) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/geo+json";
            await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteNumber("total", map.Total);
            json.WriteStartArray("features");
            for (var i = 0; i < cards.Count; i++)
            {
                if (cards[i] is { } card) { WriteMission(json, map.Points[i], card.Item); }
            }

            foreach (var cluster in map.Clusters) { WriteCluster(json, cluster); }
            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(httpContext.RequestAborted);
        }

        private static void WriteMission(Utf8JsonWriter json, MapPoint point, SearchItem item)
        {
            StartFeature(json, point.Longitude, point.Latitude);
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Title);
            json.WriteString("organisation", item.Organisation.Name);
            json.WriteString("commune", item.Place?.Commune);
            EndFeature(json);
        }

        private static void WriteCluster(Utf8JsonWriter json, MapCluster cluster)
        {
            StartFeature(json, cluster.Longitude, cluster.Latitude);
            json.WriteBoolean("cluster", true);
            json.WriteNumber("count", cluster.Count);
            EndFeature(json);
        }

        /// <summary>Five decimals are a metre.</summary>
        private static void StartFeature(Utf8JsonWriter json, double longitude, double latitude)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(Math.Round(longitude, 5));
            json.WriteNumberValue(Math.Round(latitude, 5));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
        }

        private static void EndFeature(Utf8JsonWriter json)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
