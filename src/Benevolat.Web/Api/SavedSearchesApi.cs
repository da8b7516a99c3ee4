namespace Benevolat.Web.Api;

/// <summary>A search that a person keeps. <paramref name="Query"/> is the service's own query string, without page and size.</summary>
public sealed record SavedSearch(Guid Id, string Name, string Query, string Alerts, DateTimeOffset CreatedAt, long? Version);

/// <summary>Missions: the searches that the signed-in person keeps, and how often they hear of new results.</summary>
internal sealed class SavedSearchesApi(HttpClient http) : ApiClient(http)
{
    public async Task<IReadOnlyList<SavedSearch>> MineAsync(CancellationToken stop) =>
        (await GetAsync<Listing<SavedSearch>>("saved-searches", stop)).Items;

    /// <summary>404 for what isn't theirs, or is gone.</summary>
    public async Task<SavedSearch> GetAsync(Guid id, CancellationToken stop) =>
        (await MineAsync(stop)).FirstOrDefault(search => search.Id == id) ?? throw ApiException.NotFound();

    public Task SaveAsync(string? name, string query, string? alerts, string key, CancellationToken stop) =>
        CreateAsync<SavedSearch>("saved-searches", new { name, query, alerts }, key, stop);

    /// <param name="etag">The version seen; null where the list told none, then the one of now.</param>
    public async Task ChangeAsync(Guid id, string? name, string? alerts, string? etag, CancellationToken stop) =>
        await ChangeAsync(HttpMethod.Put, $"saved-searches/{id}", new { name, alerts }, etag ?? await TagAsync(id, stop), stop);

    public Task DeleteAsync(Guid id, CancellationToken stop) => DeleteAsync($"saved-searches/{id}", stop);

    private async Task<string> TagAsync(Guid id, CancellationToken stop) =>
        (await ReadAsync<SavedSearch>($"saved-searches/{id}", stop)).ETag ?? throw ApiException.Bare(StatusCodes.Status502BadGateway);
}
