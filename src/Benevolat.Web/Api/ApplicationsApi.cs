namespace Benevolat.Web.Api;

/// <summary>Matching: applications and recommendations.</summary>
internal sealed class ApplicationsApi(HttpClient http) : ApiClient(http)
{
    public Task<Candidacy> ApplyAsync(Guid mission, string? message, string key, CancellationToken stop) =>
        CreateAsync<Candidacy>($"missions/{mission}/applications", new { message }, key, stop);

    public Task<Candidacy> GetAsync(Guid id, CancellationToken stop) => GetAsync<Candidacy>($"applications/{id}", stop);

    public Task<Listing<Candidacy>> MineAsync(string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Candidacy>>(MissionsApi.Paged("volunteers/me/applications", cursor), stop);

    public Task<Listing<Candidacy>> OfOrganisationAsync(Guid organisation, string? state, string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Candidacy>>(MissionsApi.Paged($"organisations/{organisation}/applications" + (state is null ? "" : $"?state={state}"), cursor), stop);

    public Task AcknowledgeAsync(Guid id, string etag, CancellationToken stop) => AnswerAsync(id, "acknowledgement", null, etag, stop);

    public Task AcceptAsync(Guid id, string etag, CancellationToken stop) => AnswerAsync(id, "acceptance", null, etag, stop);

    public Task DeclineAsync(Guid id, string reason, string? message, string etag, CancellationToken stop) =>
        AnswerAsync(id, "refusal", new { reason, message }, etag, stop);

    public Task WithdrawAsync(Guid id, string reason, string etag, CancellationToken stop) =>
        AnswerAsync(id, "withdrawal", new { reason }, etag, stop);

    public async Task<IReadOnlyList<Recommendation>> RecommendedAsync(int limit, CancellationToken stop) =>
        (await GetAsync<Recommendations>($"volunteers/me/recommendations?limit={limit}", stop)).Items;

    private Task<string?> AnswerAsync(Guid id, string answer, object? body, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"applications/{id}/{answer}", body, etag, stop);
}
