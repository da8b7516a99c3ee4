using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Web.Api;

/// <summary>Missions: search, places, writing and publishing.</summary>
internal sealed class MissionsApi(HttpClient http) : ApiClient(http)
{
    public Task<SearchResult> SearchAsync(IEnumerable<KeyValuePair<string, string?>> query, CancellationToken stop) =>
        GetAsync<SearchResult>(QueryHelpers.AddQueryString("missions", query), stop);

    public async Task<IReadOnlyList<PlaceItem>> PlacesAsync(string text, CancellationToken stop) =>
        (await GetAsync<Listing<PlaceItem>>(QueryHelpers.AddQueryString("places", "q", text), stop)).Items;

    public async Task<Mission> GetAsync(Guid id, CancellationToken stop) => (await ReadAsync<Mission>($"missions/{id}", stop)).Value;

    public Task<Versioned<Mission>> ReadAsync(Guid id, CancellationToken stop) => ReadAsync<Mission>($"missions/{id}", stop);

    /// <summary>Missions like this one, the most alike first.</summary>
    public async Task<IReadOnlyList<MissionItem>> SimilarAsync(Guid id, CancellationToken stop) =>
        (await GetAsync<Listing<MissionItem>>($"missions/{id}/similar", stop)).Items;

    public Task<Listing<Mission>> OfOrganisationAsync(Guid organisation, string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Mission>>(Paged($"organisations/{organisation}/missions", cursor), stop);

    public Task<Mission> CreateAsync(Guid organisation, MissionInput mission, string key, CancellationToken stop) =>
        CreateAsync<Mission>($"organisations/{organisation}/missions", mission, key, stop);

    public Task ReplaceAsync(Guid id, MissionInput mission, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Put, $"missions/{id}", mission, etag, stop);

    public Task SubmitAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"missions/{id}/submission", null, etag, stop);

    public Task PublishAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"missions/{id}/publication", null, etag, stop);

    public Task PauseAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"missions/{id}/pause", null, etag, stop);

    public Task CloseAsync(Guid id, string reason, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"missions/{id}/closure", new { reason }, etag, stop);

    /// <summary>The path with those parameters that have a value.</summary>
    public static string With(string path, params (string Name, string? Value)[] parameters) => QueryHelpers.AddQueryString(
        path, parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value)).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));

    public static string Paged(string path, string? cursor) =>
        string.IsNullOrEmpty(cursor) ? path : QueryHelpers.AddQueryString(path, "cursor", cursor);
}
