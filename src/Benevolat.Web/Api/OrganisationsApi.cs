namespace Benevolat.Web.Api;

/// <summary>Associations: registering, membership, verification.</summary>
internal sealed class OrganisationsApi(HttpClient http) : ApiClient(http)
{
    public async Task<IReadOnlyList<MyOrganisation>> MineAsync(CancellationToken stop) =>
        (await GetAsync<Listing<MyOrganisation>>("organisations/mine", stop)).Items;

    public Task<Organisation> GetAsync(Guid id, CancellationToken stop) => GetAsync<Organisation>($"organisations/{id}", stop);

    /// <summary>Null where there is none, or none that this person may see.</summary>
    public async Task<Organisation?> FindAsync(Guid id, CancellationToken stop) => (await FindAsync<Organisation>($"organisations/{id}", stop))?.Value;

    /// <summary>Keeps what is known so far; only the name is needed.</summary>
    public Task<Organisation> DraftAsync(OrganisationInput organisation, string key, CancellationToken stop) => CreateAsync<Organisation>(
        "organisations",
        new { organisation.Name, organisation.Purpose, organisation.Rna, organisation.Siren, organisation.Siret, organisation.CourtRegister, organisation.Website, organisation.Address, draft = true },
        key, stop);

    public Task EditAsync(Guid id, OrganisationInput organisation, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Put, $"organisations/{id}", organisation, etag, stop);

    /// <summary>Shows this picture from now on.</summary>
    public Task PutLogoAsync(Guid id, Stream picture, string mediaType, string etag, CancellationToken stop) =>
        UploadAsync($"organisations/{id}/logo", picture, mediaType, etag, stop);

    public Task RemoveLogoAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Delete, $"organisations/{id}/logo", null, etag, stop);

    public Task SubmitAsync(Guid id, bool notADuplicate, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/submission", new { notADuplicate }, etag, stop);

    /// <summary>An owner gives up a draft; it is gone with all that belongs to it.</summary>
    public Task DeleteAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Delete, $"organisations/{id}", null, etag, stop);

    /// <summary>The moderators' queue; who waits longest comes first.</summary>
    public Task<Listing<Organisation>> InStateAsync(string state, string? department, string? cursor, CancellationToken stop) => GetAsync<Listing<Organisation>>(
        MissionsApi.With("moderation/organisations", ("state", state), ("department", department), ("cursor", cursor), ("limit", "10")), stop);

    /// <summary>From state to state, oldest first.</summary>
    public async Task<IReadOnlyList<MissionStep>> HistoryAsync(Guid id, CancellationToken stop) =>
        (await GetAsync<Listing<MissionStep>>($"organisations/{id}/history", stop)).Items;

    /// <summary>Vouches for it, or lifts its suspension.</summary>
    public Task VerifyAsync(Guid id, string? reason, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/verification", new { reason }, etag, stop);

    /// <summary>Hands it back to be mended.</summary>
    public Task RefuseAsync(Guid id, string? reason, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/refusal", new { reason }, etag, stop);

    public Task SuspendAsync(Guid id, string? reason, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"organisations/{id}/suspension", new { reason }, etag, stop);
}
