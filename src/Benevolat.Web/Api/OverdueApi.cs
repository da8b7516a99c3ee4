namespace Benevolat.Web.Api;

/// <summary>Applications that associations left without an answer, for moderators and advisers to look after.</summary>
internal sealed class OverdueApi(HttpClient http) : ApiClient(http)
{
    public Task<Listing<OverdueCandidacy>> ListAsync(string? department, string? cursor, CancellationToken stop) =>
        GetAsync<Listing<OverdueCandidacy>>(MissionsApi.With("overdue-applications", ("department", department), ("cursor", cursor)), stop);

    public Task TakeUpAsync(Guid id, CancellationToken stop) => ActAsync($"overdue-applications/{id}/taking-up", null, stop);

    /// <summary>Reminds the association once more; refused on the day of the last time.</summary>
    public Task RemindAsync(Guid id, CancellationToken stop) => ActAsync($"overdue-applications/{id}/reminder", null, stop);

    public Task ProposeAlternativesAsync(Guid id, CancellationToken stop) => ActAsync($"overdue-applications/{id}/alternatives", null, stop);
}
