namespace Benevolat.Web.Api;

/// <summary>Matching: the dated slots of missions, who comes to them, and how they are filled.</summary>
internal sealed class ShiftsApi(HttpClient http) : ApiClient(http)
{
    public async Task<IReadOnlyList<BoardShift>> OfMissionAsync(Guid mission, CancellationToken stop) =>
        (await GetAsync<Listing<BoardShift>>($"missions/{mission}/shifts", stop)).Items;

    /// <returns>Whether it is a place; else one in the waiting list.</returns>
    public async Task<bool> SignUpAsync(Guid mission, Guid shift, bool waitWhenFull, CancellationToken stop) =>
        await AskAsync($"missions/{mission}/shifts/{shift}/sign-up", new { waitWhenFull }, stop) == StatusCodes.Status201Created;

    /// <summary>The place that is kept goes to the next in line.</summary>
    public Task LeaveOfferAsync(Guid offer, CancellationToken stop) => ActAsync($"shift-offers/{offer}/refusal", null, stop);

    public Task LeaveLineAsync(Guid mission, Guid shift, CancellationToken stop) => DeleteAsync($"missions/{mission}/shifts/{shift}/waiting", stop);

    public async Task<IReadOnlyList<Swap>> SwapsAsync(Guid mission, CancellationToken stop) => (await GetAsync<Listing<Swap>>($"missions/{mission}/swaps", stop)).Items;

    public Task OfferSwapAsync(Guid participation, CancellationToken stop) => ActAsync($"participations/{participation}/swap", null, stop);

    public Task TakeSwapAsync(Guid swap, CancellationToken stop) => ActAsync($"swaps/{swap}/acceptance", null, stop);

    public Task<ShiftProposals> ProposalsAsync(Guid mission, CancellationToken stop) => GetAsync<ShiftProposals>($"missions/{mission}/shift-proposals", stop);

    /// <summary>Each is planned or refused for itself.</summary>
    public async Task<IReadOnlyList<AssignmentOutcome>> PlanAsync(Guid mission, IEnumerable<Assignment> assignments, CancellationToken stop) =>
        (await PostAsync<Listing<AssignmentOutcome>>($"missions/{mission}/shift-proposals/acceptance", new { assignments }, stop)).Items;

    /// <param name="shift">Null for a mission without dated slots.</param>
    public Task<CheckInCode> CodeAsync(Guid mission, string? shift, CancellationToken stop) =>
        GetAsync<CheckInCode>(MissionsApi.With($"missions/{mission}/check-in-code", ("shift", shift)), stop);
}
