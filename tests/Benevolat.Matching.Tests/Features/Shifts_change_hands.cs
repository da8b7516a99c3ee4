using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

public sealed class Shifts_change_hands(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task A_swap_is_open_to_those_who_are_free_and_the_first_has_it()
    {
        var (shift, parallel) = (matching.Shift(inHours: 72, places: 1), matching.Shift(inHours: 73));
        var offer = await matching.OfferWithAsync(shift, parallel);
        var (giver, given) = await matching.SignedUpAsync(offer, shift);
        var (busy, _) = await matching.SignedUpAsync(offer, parallel);
        var others = new List<Caller>();
        for (var count = 0; count < 8; count++) { others.Add(await matching.VolunteerAsync(offer)); }

        var swap = await matching.As(giver).PostJsonAsync($"/api/v1/participations/{given.Id()}/swap", null).ReadJsonAsync(HttpStatusCode.Created);
        var proposed = await matching.Bus.HearAsync<ShiftSwapProposed>(heard => heard.SwapId == swap.Id());
        Assert.Equal(others.Select(other => other.AccountId).Order(), proposed.ToVolunteerIds.Order());
        await matching.As(giver).PostJsonAsync($"/api/v1/participations/{given.Id()}/swap", null).ExpectProblemAsync(HttpStatusCode.Conflict, "swap.exists");
        Assert.Equal(swap.Id(), (Guid)(await matching.SeeAsync(giver, offer, shift))["swap"]!["id"]!);
        Assert.Equal([swap.Id()], (await matching.ReadAsync(others[0], $"missions/{offer.MissionId}/swaps")).Items().Select(item => item.Id()));
        Assert.Empty((await matching.ReadAsync(giver, $"missions/{offer.MissionId}/swaps")).Items());
        await matching.As(Caller.Person()).GetAsync(new Uri($"/api/v1/missions/{offer.MissionId}/swaps", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        await TakeAsync(Caller.Person(), swap).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await TakeAsync(giver, swap).ExpectProblemAsync(HttpStatusCode.Conflict, "swap.own");
        await TakeAsync(busy, swap).ExpectProblemAsync(HttpStatusCode.Conflict, "shift.clash");
        var answers = await Task.WhenAll(others.Select(other => TakeAsync(other, swap)));
        var taken = await Task.FromResult(Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK)).ReadJsonAsync();
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await Task.FromResult(refused).ExpectProblemAsync(HttpStatusCode.Conflict, "swap.taken");
        }

        Assert.Equal((shift.ShiftId, "planned"), ((Guid)taken["shiftId"]!, taken.State()));
        Assert.Equal(0, (int)(await matching.SeeAsync(null, offer, shift))["left"]!);
        Assert.Equal("cancelled", (await matching.ReadAsync(giver, $"participations/{given.Id()}")).State());
        var told = await matching.Bus.HearAsync<ShiftSwapTaken>(heard => heard.SwapId == swap.Id());
        Assert.Equal((giver.AccountId, (Guid)taken["volunteerId"]!), (told.FromVolunteerId, told.ToVolunteerId));
    }

    [Fact]
    public async Task Who_cancels_takes_the_swap_back()
    {
        var shift = matching.Shift(inHours: 72);
        var offer = await matching.OfferWithAsync(shift);
        var (giver, given) = await matching.SignedUpAsync(offer, shift);
        var other = await matching.VolunteerAsync(offer);
        var swap = await matching.As(giver).PostJsonAsync($"/api/v1/participations/{given.Id()}/swap", null).ReadJsonAsync(HttpStatusCode.Created);
        await matching.ChangeAsync(giver, await matching.ReadAsync(giver, $"participations/{given.Id()}"), "cancellation").ExpectAsync(HttpStatusCode.OK);
        await TakeAsync(other, swap).ExpectProblemAsync(HttpStatusCode.Conflict, "swap.taken");
        Assert.Empty((await matching.ReadAsync(other, $"missions/{offer.MissionId}/swaps")).Items());
    }

    [Fact]
    public async Task Proposals_share_the_places_out_and_what_changed_since_is_refused_by_itself()
    {
        var (one, two, clashing) = (matching.Shift(inHours: 72, places: 1), matching.Shift(inHours: 96, places: 2), matching.Shift(inHours: 73, places: 1));
        var offer = await matching.OfferWithAsync(one, two, clashing);
        var (anna, annas) = await matching.AcceptedAsync(offer);
        var (ben, bens) = await matching.AcceptedAsync(offer);
        await matching.TellAsync(Facts.Profile(anna.AccountId) with { Hours = [HourOf(two.StartsAt), HourOf(two.StartsAt.AddHours(1)), HourOf(two.StartsAt.AddHours(2))] });

        await matching.As(anna).GetAsync(new Uri($"/api/v1/missions/{offer.MissionId}/shift-proposals", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        var plan = await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/shift-proposals");
        var assignments = plan["assignments"]!.AsArray().Select(item => ((Guid)item!["shiftId"]!, (Guid)item["applicationId"]!, (bool)item["available"]!)).ToList();
        Assert.Contains((two.ShiftId, annas.Id(), true), assignments);
        Assert.Equal(2, assignments.Count(item => item.Item2 == bens.Id())); // one of the two that clash, and the second place of the other
        Assert.Equal(1, (int)Assert.Single(plan["unfilled"]!.AsArray())!["missing"]!);

        await matching.SignUpAsync(ben, offer, two).ExpectAsync(HttpStatusCode.Created);
        var items = await AcceptAsync(offer, [(two, annas), (two, bens), (one, bens), (clashing, bens), (matching.Shift(5), bens), (one, annas)]);
        Assert.Equal(["planned", "refused shift.exists", "planned", "refused shift.clash", "refused shift.over", "refused shift.full"], items);
        Assert.Equal(["refused shift.not-accepted"], await AcceptAsync(offer, [(one, JsonNode.Parse($$"""{"id":"{{Guid.NewGuid()}}"}""")!)]));
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.VolunteerId == anna.AccountId && heard.ShiftId == two.ShiftId);
    }

    private Task<HttpResponseMessage> TakeAsync(Caller caller, JsonNode swap) => matching.As(caller).PostJsonAsync($"/api/v1/swaps/{swap.Id()}/acceptance", null);

    private async Task<IReadOnlyList<string>> AcceptAsync(Offer offer, (Contracts.Missions.ShiftFacts Shift, JsonNode Application)[] wanted)
    {
        var body = new { assignments = wanted.Select(item => new { shiftId = item.Shift.ShiftId, applicationId = item.Application.Id() }).ToArray() };
        var answer = await matching.As(offer.Manager).PostJsonAsync($"/api/v1/missions/{offer.MissionId}/shift-proposals/acceptance", body).ReadJsonAsync();
        return [.. answer.Items().Select(item => $"{item["status"]} {item["code"]}".Trim())];
    }

    private static string HourOf(DateTimeOffset instant) => Contracts.Vocabulary.WeekHours.Format(Benevolat.Matching.Domain.ParisTime.HourOfWeek(instant));
}
