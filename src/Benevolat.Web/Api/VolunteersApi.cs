namespace Benevolat.Web.Api;

/// <summary>Volunteers: one's own profile, and the card of one who applied.</summary>
internal sealed class VolunteersApi(HttpClient http) : ApiClient(http)
{
    public Task<Versioned<Profile>?> FindMeAsync(CancellationToken stop) => FindAsync<Profile>("volunteers/me", stop);

    /// <param name="etag">Null when there is no profile yet.</param>
    public async Task SaveMeAsync(ProfileInput profile, IReadOnlyList<string> hours, string? etag, CancellationToken stop)
    {
        var saved = await ChangeAsync(HttpMethod.Put, "volunteers/me", profile, etag, stop);
        saved ??= (await FindMeAsync(stop))?.ETag;
        await ChangeAsync(HttpMethod.Put, "volunteers/me/availability", new { hours }, saved, stop);
    }

    public async Task<VolunteerCard?> FindCardAsync(Guid volunteer, CancellationToken stop) =>
        (await FindAsync<VolunteerCard>($"volunteers/{volunteer}/card", stop))?.Value;
}
