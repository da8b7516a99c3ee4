using System.Buffers;
using System.Text.Json;
using Benevolat.Index.Search;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>Writes a <see cref="SearchResponse"/> from cards that are JSON already: a search is mostly the sending of its answer.</summary>
internal sealed class SearchPage(MissionHits found, IReadOnlyList<Card?> cards, string? next, QueryExplanation? explanation) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        Write(httpContext.Response.BodyWriter);
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var i = 0; i < cards.Count; i++) { WriteItem(json, i); }
        json.WriteEndArray();
        json.WriteNumber("total", found.Total);
        WriteFacets(json);
        json.WriteString("next", next);
        json.WritePropertyName("query");
        JsonSerializer.Serialize(json, new QueryUnderstood(found.Understanding.Corrected, found.Understanding.Dropped, explanation), JsonConventions.Tolerant);
        json.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter json, int i)
    {
        if (cards[i] is not { } card) { return; }

        var buffer = ArrayPool<byte>.Shared.Rent(card.Longest);
        double? distance = found.Hits[i].DistanceKm is { } km ? Math.Round(km, 1, MidpointRounding.AwayFromZero) : null;
        json.WriteRawValue(buffer.AsSpan(0, card.Write(distance, buffer)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void WriteFacets(Utf8JsonWriter json)
    {
        json.WriteStartObject("facets");
        foreach (var (name, values) in found.Facets)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Value);
                json.WriteNumber("count", value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
