namespace Benevolat.Web.Api;

/// <summary>Associations: registering, membership, verification.</summary>
internal sealed class OrganisationsApi(HttpClient http) : ApiClient(http)
{
    public async Task<IReadOnlyList<MyOrganisation>> MineAsync(CancellationToken stop) =>
        (await GetAsync<Listing<MyOrganisation>>("organisations/mine", stop)).Items;

    public Task<Organisation> GetAsync(Guid id, CancellationToken stop) => GetAsync<Organisation>($"organisations/{id}", stop);

    public Task<Organisation> RegisterAsync(OrganisationInput organisation, string key, CancellationToken stop) =>
        CreateAsync<Organisation>("organisations", organisation, key, stop);

    public Task<Listing<Organisation>> AwaitingModerationAsync(string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Organisation>>(MissionsApi.Paged("moderation/organisations?state=pending", cursor), stop);

    public Task VerifyAsync(Guid id, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/verification", null, etag, stop);

    public Task SuspendAsync(Guid id, string reason, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/suspension", new { reason }, etag, stop);
}
