namespace Benevolat.Web.Api;

/// <summary>Associations: who acts for them, who is invited, who asks to join.</summary>
internal sealed class TeamsApi(HttpClient http) : ApiClient(http)
{
    /// <summary>With the association's version; 404 for who isn't in it.</summary>
    public Task<Versioned<Listing<TeamMember>>> MembersAsync(Guid organisation, CancellationToken stop) =>
        ReadAsync<Listing<TeamMember>>($"organisations/{organisation}/members", stop);

    public Task ChangeRoleAsync(Guid organisation, Guid account, string? role, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Put, $"organisations/{organisation}/members/{account}", new { role }, etag, stop);

    public Task RemoveAsync(Guid organisation, Guid account, string etag, CancellationToken stop) =>
        ChangeAsync(HttpMethod.Delete, $"organisations/{organisation}/members/{account}", null, etag, stop);

    public async Task<IReadOnlyList<OpenInvitation>> InvitationsAsync(Guid organisation, CancellationToken stop) =>
        (await GetAsync<Listing<OpenInvitation>>($"organisations/{organisation}/invitations", stop)).Items;

    public Task InviteAsync(Guid organisation, string? email, string? role, string? name, string key, CancellationToken stop) =>
        CreateAsync<object>($"organisations/{organisation}/invitations", new { email, role, name }, key, stop);

    public Task RevokeAsync(Guid organisation, Guid invitation, CancellationToken stop) =>
        DeleteAsync($"organisations/{organisation}/invitations/{invitation}", stop);

    public async Task<IReadOnlyList<JoinRequest>> JoinRequestsAsync(Guid organisation, CancellationToken stop) =>
        (await GetAsync<Listing<JoinRequest>>($"organisations/{organisation}/join-requests", stop)).Items;

    public Task AskToJoinAsync(Guid organisation, string? name, string? message, string key, CancellationToken stop) =>
        CreateAsync<object>($"organisations/{organisation}/join-requests", new { name, message }, key, stop);

    public Task AdmitAsync(Guid organisation, Guid request, string? role, CancellationToken stop) =>
        ActAsync($"organisations/{organisation}/join-requests/{request}/acceptance", new { role }, stop);

    public Task RefuseAsync(Guid organisation, Guid request, CancellationToken stop) =>
        ActAsync($"organisations/{organisation}/join-requests/{request}/refusal", null, stop);

    public Task<Invitation> InvitationAsync(string token, CancellationToken stop) =>
        GetAsync<Invitation>($"invitations/{Uri.EscapeDataString(token)}", stop);

    public Task<AcceptedInvitation> AcceptAsync(string token, string? name, string key, CancellationToken stop) =>
        CreateAsync<AcceptedInvitation>($"invitations/{Uri.EscapeDataString(token)}/acceptance", new { name }, key, stop);
}
