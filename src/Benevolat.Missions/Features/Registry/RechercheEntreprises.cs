using System.Net;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Polly;

namespace Benevolat.Missions.Features.Registry;

/// <summary>The HTTP side. Its address comes from the configuration alone: what people type stands in the query, escaped.</summary>
internal sealed class RechercheEntreprises(HttpClient http, IOptions<RegistryOptions> options, TimeProvider clock)
{
    private const string Most = "10";
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>The candidates found, or null with how long to leave the service alone.</summary>
    public async Task<(IReadOnlyList<RegistryCandidate>? Found, TimeSpan Pause)> SearchAsync(string question, CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync(AddressOf(question), stop);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) { return (null, RestAskedFor(response)); }
            if (!response.IsSuccessStatusCode) { return (null, TimeSpan.Zero); }

            var answer = await response.Content.ReadFromJsonAsync<RechercheEntreprisesAnswer>(JsonConventions.Tolerant, stop);
            return (answer?.ToCandidates(), TimeSpan.Zero);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or ExecutionRejectedException or JsonException or NotSupportedException or InvalidOperationException
            || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (null, TimeSpan.Zero);
        }
    }

    private Uri AddressOf(string question) => new(QueryHelpers.AddQueryString(
        $"{options.Value.BaseUrl!.AbsoluteUri.TrimEnd('/')}/search",
        new Dictionary<string, string?> { ["q"] = question, ["per_page"] = Most, ["page"] = "1" }));

    private TimeSpan RestAskedFor(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return asked is not { } rest || rest < TimeSpan.Zero ? TimeSpan.FromSeconds(1) : rest < LongestRest ? rest : LongestRest;
    }
}
