namespace Benevolat.Web.Api;

/// <summary>Which of an association's applications: nulls leave everything in.</summary>
public sealed record InboxQuery(string? Turn, IReadOnlyList<string> States, string? Mission, string? Order);

/// <summary>Matching: applications, their threads and their answers.</summary>
internal sealed class ApplicationsApi(HttpClient http) : ApiClient(http)
{
    /// <param name="places">More than one for a group, which then has a name.</param>
    public Task<Candidacy> ApplyAsync(Guid mission, string? message, int? places, string? groupName, string key, CancellationToken stop) =>
        CreateAsync<Candidacy>($"missions/{mission}/applications", new { message, places, groupName }, key, stop);

    public Task<Candidacy> GetAsync(Guid id, CancellationToken stop) => GetAsync<Candidacy>($"applications/{id}", stop);

    public Task<Listing<Candidacy>> MineAsync(string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Candidacy>>(MissionsApi.Paged("volunteers/me/applications", cursor), stop);

    public Task<Listing<Candidacy>> OfOrganisationAsync(Guid organisation, InboxQuery query, string? cursor, CancellationToken stop) => GetAsync<Listing<Candidacy>>(
        MissionsApi.With(
            $"organisations/{organisation}/applications",
            [("turn", query.Turn), .. query.States.Select(state => ("state", (string?)state)), ("missionId", query.Mission), ("order", query.Order), ("cursor", cursor)]), stop);

    /// <summary>Oldest first; the first one is what came with the application.</summary>
    public Task<Listing<ThreadMessage>> MessagesAsync(Guid id, string? cursor, CancellationToken stop) =>
        GetAsync<Listing<ThreadMessage>>(MissionsApi.Paged($"applications/{id}/messages", cursor), stop);

    public Task WriteAsync(Guid id, string? text, string key, CancellationToken stop) =>
        CreateAsync<ThreadMessage>($"applications/{id}/messages", new { text }, key, stop);

    public Task AcknowledgeAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(id, "acknowledgement", null, etag, stop);

    /// <param name="wait">Into the waiting list, when no place is left.</param>
    public Task AcceptAsync(Guid id, string? message, bool wait, string etag, CancellationToken stop) =>
        ChangeAsync(id, "acceptance", new { message, whenFull = wait ? "wait" : "refuse" }, etag, stop);

    public Task DeclineAsync(Guid id, string? reason, string? message, string etag, CancellationToken stop) =>
        ChangeAsync(id, "refusal", new { reason, message }, etag, stop);

    public Task WithdrawAsync(Guid id, string reason, string etag, CancellationToken stop) => ChangeAsync(id, "withdrawal", new { reason }, etag, stop);

    public Task TakePlaceAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(id, "offer/acceptance", null, etag, stop);

    public Task LeavePlaceAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(id, "offer/refusal", null, etag, stop);

    public Task CompleteAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(id, "completion", null, etag, stop);

    public Task RecordNoShowAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(id, "no-show", null, etag, stop);

    public async Task<IReadOnlyList<InLine>> WaitingListAsync(Guid mission, CancellationToken stop) =>
        (await GetAsync<Listing<InLine>>($"missions/{mission}/waiting-list", stop)).Items;

    public Task<MissionPromise> PromiseAsync(Guid mission, CancellationToken stop) => GetAsync<MissionPromise>($"missions/{mission}/promise", stop);

    public Task<Versioned<Feedback>?> FindFeedbackAsync(Guid id, CancellationToken stop) => FindAsync<Feedback>($"applications/{id}/feedback", stop);

    /// <param name="etag">Null for the first time.</param>
    public Task GiveFeedbackAsync(Guid id, Feedback feedback, string? etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Put, $"applications/{id}/feedback", feedback, etag, stop);

    public Task<FeedbackSummary> FeedbackOfAsync(Guid mission, CancellationToken stop) => GetAsync<FeedbackSummary>($"missions/{mission}/feedback", stop);

    private Task<string?> ChangeAsync(Guid id, string change, object? body, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"applications/{id}/{change}", body, etag, stop);
}
