using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Web.Api;

/// <summary>What helps to write missions: the coach, templates, sharing out; and what becomes of them later.</summary>
internal sealed class AuthoringApi(HttpClient http) : ApiClient(http)
{
    /// <summary>Of what is written, saved or not; nothing of it is ever refused.</summary>
    public Task<Coaching> CoachAsync(Guid? organisation, MissionInput mission, CancellationToken stop) =>
        PostAsync<Coaching>(organisation is null ? "missions/coaching" : $"missions/coaching?organisation={organisation}", mission, stop);

    public Task<Coaching> CoachAsync(Guid mission, CancellationToken stop) => GetAsync<Coaching>($"missions/{mission}/coaching", stop);

    public Task<Listing<MissionTemplate>> TemplatesAsync(string? domain, string? cursor, CancellationToken stop) => GetAsync<Listing<MissionTemplate>>(
        MissionsApi.Paged(domain is null ? "mission-templates" : QueryHelpers.AddQueryString("mission-templates", "domain", domain), cursor), stop);

    /// <summary>Null where there is none of this code or id.</summary>
    public async Task<FullTemplate?> FindTemplateAsync(string key, CancellationToken stop) =>
        (await FindAsync<FullTemplate>($"mission-templates/{Uri.EscapeDataString(key)}", stop))?.Value;

    public Task<Mission> DuplicateAsync(Guid mission, string key, CancellationToken stop) =>
        CreateAsync<Mission>($"missions/{mission}/duplicate", new { }, key, stop);

    public Task RenewAsync(Guid mission, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"missions/{mission}/renewal", null, etag, stop);

    public Task ReopenAsync(Guid mission, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"missions/{mission}/reopening", null, etag, stop);

    /// <param name="by">shifts, hours or tasks; null for the best way.</param>
    public Task<SplitProposal> ProposeSplitAsync(Guid mission, string? by, CancellationToken stop) =>
        GetAsync<SplitProposal>(by is null ? $"missions/{mission}/split" : QueryHelpers.AddQueryString($"missions/{mission}/split", "by", by), stop);

    public async Task<IReadOnlyList<Mission>> SplitAsync(Guid mission, IReadOnlyList<MissionInput> parts, string key, CancellationToken stop) =>
        (await CreateAsync<Listing<Mission>>($"missions/{mission}/split", new { parts }, key, stop)).Items;

    /// <summary>From state to state, oldest first.</summary>
    public async Task<IReadOnlyList<MissionStep>> HistoryAsync(Guid mission, CancellationToken stop) =>
        (await GetAsync<Listing<MissionStep>>($"missions/{mission}/history", stop)).Items;
}
