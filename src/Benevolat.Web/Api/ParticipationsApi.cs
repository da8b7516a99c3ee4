using System.Globalization;

namespace Benevolat.Web.Api;

/// <summary>Matching: who came, when, for how long.</summary>
internal sealed class ParticipationsApi(HttpClient http) : ApiClient(http)
{
    /// <param name="from">From this day on.</param>
    /// <param name="to">Until this day.</param>
    public Task<Listing<Participation>> MineAsync(DateOnly? from, DateOnly? to, string? cursor, CancellationToken stop) => GetAsync<Listing<Participation>>(
        MissionsApi.With("volunteers/me/participations", ("from", from?.ToString("O", CultureInfo.InvariantCulture)), ("to", to?.ToString("O", CultureInfo.InvariantCulture)), ("cursor", cursor)), stop);

    public Task<Listing<Participation>> OfMissionAsync(Guid mission, string? cursor, CancellationToken stop) =>
        GetAsync<Listing<Participation>>(MissionsApi.Paged($"missions/{mission}/participations", cursor), stop);

    public Task CancelAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"participations/{id}/cancellation", null, etag, stop);

    public Task DeclareAsync(Guid id, int? minutes, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Put, $"participations/{id}/hours", new { minutes }, etag, stop);

    public Task ApproveAsync(Guid id, int? minutes, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Post, $"participations/{id}/approval", new { minutes }, etag, stop);

    public Task RecordNoShowAsync(Guid id, string etag, CancellationToken stop) => ChangeAsync(HttpMethod.Post, $"participations/{id}/no-show", null, etag, stop);

    /// <summary>A day of a mission without dated slots.</summary>
    public Task RecordDayAsync(Guid application, DateOnly? on, int? minutes, string key, CancellationToken stop) =>
        CreateAsync<Participation>($"applications/{application}/participations", new { on, minutes }, key, stop);

    /// <param name="sentAt">By the same clock as the check-ins themselves, so that the service can tell how wrong it is.</param>
    public async Task<IReadOnlyList<CheckInOutcome>> CheckInAsync(DateTimeOffset sentAt, IReadOnlyList<CheckIn> items, CancellationToken stop) =>
        (await PostAsync<Listing<CheckInOutcome>>("check-ins", new { sentAt, items }, stop)).Items;
}
