using System.Globalization;
using System.Net;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Polly;

namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>The HTTP side. Its address comes from the configuration alone: what people type stands in the query, escaped.</summary>
internal sealed class Geoplateforme(HttpClient http, IOptions<GeocodingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>The addresses found, or null with how long to leave the service alone.</summary>
    public async Task<(IReadOnlyList<FoundAddress>? Found, TimeSpan Pause)> SearchAsync(AddressQuestion question, CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync(AddressOf(question), stop);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) { return (null, RestAskedFor(response)); }
            if (!response.IsSuccessStatusCode) { return (null, TimeSpan.Zero); }

            var answer = await response.Content.ReadFromJsonAsync<GeoplateformeAnswer>(JsonConventions.Tolerant, stop);
            return (answer?.ToAddresses(), TimeSpan.Zero);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or ExecutionRejectedException || IsUnreadable(failure)
            || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (null, TimeSpan.Zero);
        }
    }

    /// <summary>No JSON, or in an encoding that nobody knows.</summary>
    private static bool IsUnreadable(Exception failure) => failure is JsonException or NotSupportedException or InvalidOperationException;

    private Uri AddressOf(AddressQuestion question)
    {
        var search = $"{options.Value.BaseUrl!.AbsoluteUri.TrimEnd('/')}/geocodage/search";
        return new Uri(QueryHelpers.AddQueryString(search, new Dictionary<string, string?>
        {
            ["q"] = question.Text,
            ["limit"] = question.Limit.ToString(CultureInfo.InvariantCulture),
            ["autocomplete"] = "1",
            ["citycode"] = question.CommuneCode,
        }));
    }

    private TimeSpan RestAskedFor(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return asked is not { } rest || rest < TimeSpan.Zero ? TimeSpan.FromSeconds(1) : rest < LongestRest ? rest : LongestRest;
    }
}
