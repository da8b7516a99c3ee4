namespace Benevolat.Web.Api;

/// <summary>Matching: missions for volunteers and volunteers for missions, each with its reasons.</summary>
internal sealed class RecommendationsApi(HttpClient http) : ApiClient(http)
{
    public Task<Recommendations> MineAsync(int limit, CancellationToken stop) => GetAsync<Recommendations>($"volunteers/me/recommendations?limit={limit}", stop);

    /// <summary>From what one tells now; nothing of it is kept.</summary>
    public Task<Recommendations> ForAnybodyAsync(IEnumerable<(string Name, string? Value)> wishes, CancellationToken stop) =>
        GetAsync<Recommendations>(MissionsApi.With("recommendations", [.. wishes]), stop);

    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(Guid mission, int limit, CancellationToken stop) =>
        (await GetAsync<Listing<Candidate>>($"missions/{mission}/candidates?limit={limit}", stop)).Items;

    public Task InviteAsync(Guid mission, Guid volunteer, CancellationToken stop) => ActAsync($"missions/{mission}/candidates/{volunteer}/invitation", null, stop);

    public Task<Exposure> ExposureAsync(Guid organisation, CancellationToken stop) => GetAsync<Exposure>($"organisations/{organisation}/exposure", stop);
}
