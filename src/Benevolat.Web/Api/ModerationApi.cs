namespace Benevolat.Web.Api;

/// <summary>What moderators look at and decide, and what the public reports to them.</summary>
internal sealed class ModerationApi(HttpClient http) : ApiClient(http)
{
    public Task<Listing<ReviewItem>> MissionsAsync(string? department, string? cursor, CancellationToken stop) => GetAsync<Listing<ReviewItem>>(
        MissionsApi.With("moderation/missions", ("department", department), ("cursor", cursor), ("limit", "20")), stop);

    /// <summary>Each is decided for itself.</summary>
    public async Task<IReadOnlyList<DecisionOutcome>> DecideAsync(IEnumerable<MissionDecision> decisions, CancellationToken stop) =>
        (await PostAsync<Listing<DecisionOutcome>>("moderation/missions/decisions", new { decisions }, stop)).Items;

    public Task<Listing<MissionReport>> ReportsAsync(string? cursor, CancellationToken stop) =>
        GetAsync<Listing<MissionReport>>(MissionsApi.Paged("moderation/reports", cursor), stop);

    /// <summary>Who asks to join an association that has no owner to answer.</summary>
    public Task<Listing<JoinRequest>> JoinRequestsAsync(string? cursor, CancellationToken stop) =>
        GetAsync<Listing<JoinRequest>>(MissionsApi.Paged("moderation/join-requests", cursor), stop);

    public Task ResolveAsync(Guid report, string outcome, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"moderation/reports/{report}/resolution", new { outcome }, etag, stop);

    public Task ReportAsync(Guid mission, string reason, string? text, CancellationToken stop) =>
        ActAsync($"missions/{mission}/reports", new { reason, text }, stop);
}

/// <summary>A mission in review, with what helps to decide.</summary>
public sealed record ReviewItem(
    Mission Mission, DateTimeOffset? SubmittedAt, Coaching Coaching, OrganisationHistory Organisation, IReadOnlyList<LookAlike> LookAlikes);

public sealed record OrganisationHistory(int Published, int Refused, int Reported, int OpenReports);

public sealed record LookAlike(Guid Id, string Title, string Organisation, bool SameOrganisation, double? DistanceKm);

public sealed record MissionDecision(Guid MissionId, long Version, string Decision, string? Reason, string? Note);

/// <param name="Title">What was refused and why, in the reader's language; null when it was done.</param>
public sealed record DecisionOutcome(Guid MissionId, int Status, string? Code, string? Title);

public sealed record MissionReport(
    Guid Id, Guid MissionId, string MissionTitle, string MissionState, Guid OrganisationId, string OrganisationName, string Reason, string? Text,
    DateTimeOffset At, long Version);
