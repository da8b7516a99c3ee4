using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Matching.Tests.Features;

/// <summary>On a service of its own, because its clock is moved.</summary>
public sealed class People_check_in(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task With_the_code_at_the_door()
    {
        var shift = matching.Shift(inHours: 48);
        var offer = await matching.OfferWithAsync(shift);
        var (volunteer, mine) = await matching.SignedUpAsync(offer, shift);
        var welcomer = Caller.Person();
        await matching.JoinAsync(offer.OrganisationId, welcomer, MemberRole.Welcomer, version: 2);
        var shown = await matching.ReadAsync(welcomer, $"missions/{offer.MissionId}/check-in-code?shift={shift.ShiftId}");
        var code = (string)shown["code"]!;
        Assert.EndsWith($"/pointage/{code}", (string?)shown["url"], StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse((string)shown["svg"]!).Root!.Name.LocalName);
        Assert.Equal(shift.StartsAt.AddHours(-1), (DateTimeOffset)shown["validFrom"]!, TimeSpan.FromMinutes(1));
        await matching.As(welcomer).GetAsync(Code(offer)).ExpectInvalidAsync("shift");
        await matching.As(volunteer).GetAsync(Code(offer)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");

        Assert.Equal("refused check-in.too-early", Told(await ScanAsync(volunteer, code)));
        matching.Clock.MoveTo(shift.StartsAt.AddMinutes(-10));
        Assert.Contains("check-in", (await matching.ReadAsync(volunteer, $"participations/{mine.Id()}")).Actions());
        Assert.Equal("refused check-in.not-expected", Told(await ScanAsync(await matching.VolunteerAsync(offer), code)));
        var recorded = await ScanAsync(volunteer, code);
        Assert.Equal(("recorded", mine.Id()), (Told(recorded), (Guid)recorded["participationId"]!));
        var again = await ScanAsync(volunteer, code);
        Assert.Equal(("already", (string?)recorded["at"]), (Told(again), (string?)again["at"]));
        var seen = await matching.ReadAsync(volunteer, $"participations/{mine.Id()}");
        Assert.Equal(("present", 2), (seen.State(), (long)seen["version"]!));
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Present);
    }

    [Fact]
    public async Task From_a_phone_without_a_network_and_with_a_wrong_clock_days_later()
    {
        var shift = matching.Shift(inHours: 1);
        var offer = await matching.OfferWithAsync(shift);
        var (volunteer, _) = await matching.SignedUpAsync(offer, shift);
        var (late, _) = await matching.SignedUpAsync(offer, shift);
        var code = (string)(await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/check-in-code?shift={shift.ShiftId}"))["code"]!;

        // The device is three hours behind, scanned at the beginning and comes back five days later.
        matching.Clock.MoveTo(shift.StartsAt.AddDays(5));
        var device = matching.Clock.GetUtcNow().AddHours(-3);
        var results = await SendAsync(volunteer, device, (code, device.AddDays(-5)), (code, device.AddDays(-5).AddMinutes(3)), ("nonsense", device), (code, device), (code, device.AddHours(1)), (code, device.AddDays(-15)));
        Assert.Equal(["recorded", "already", "refused check-in.unknown", "refused check-in.too-late", "refused check-in.future", "refused check-in.too-old"], results.Select(Told));
        Assert.Equal(shift.StartsAt, (DateTimeOffset)results[0]["at"]!, TimeSpan.FromSeconds(30));
        Assert.Equal("Ce code n'est pas un code d'arrivée : scannez celui qui est affiché sur place.", (string?)results[2]["title"]);

        // What the organisation recorded meanwhile stands.
        var expected = (await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/participations?state=planned")).Items().Single();
        Assert.Contains("record-no-show", expected.Actions());
        await matching.ChangeAsync(offer.Manager, expected, "no-show").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(["refused participation.transition"], (await SendAsync(late, device, (code, device.AddDays(-5)))).Select(Told));
    }

    [Fact]
    public async Task The_same_list_sent_by_two_tabs_at_once_is_one_presence()
    {
        var shift = matching.Shift(inHours: 0.5);
        var offer = await matching.OfferWithAsync(shift);
        var code = (string)(await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/check-in-code?shift={shift.ShiftId}"))["code"]!;
        var (volunteer, mine) = await matching.SignedUpAsync(offer, shift);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ScanAsync(volunteer, code)));
        Assert.Single(answers, answer => Told(answer) == "recorded");
        Assert.Equal(11, answers.Count(answer => Told(answer) == "already"));
        await matching.Bus.HearAsync<ParticipationRecorded>(heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Present);
        Assert.Single(matching.Bus.Heard<ParticipationRecorded>(), heard => heard.ParticipationId == mine.Id() && heard.State == ParticipationState.Present);
    }

    [Fact]
    public async Task Where_there_are_no_shifts_the_day_comes_about_by_being_there()
    {
        var offer = await matching.OfferAsync();
        var (volunteer, application) = await matching.AcceptedAsync(offer);
        var code = (string)(await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/check-in-code"))["code"]!;
        Assert.Equal("refused check-in.not-expected", Told(await ScanAsync(Caller.Person(), code)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ScanAsync(volunteer, code)));
        Assert.Single(answers, answer => Told(answer) == "recorded");
        var there = Assert.Single((await matching.ReadAsync(volunteer, "volunteers/me/participations")).Items());
        Assert.Equal(("present", application.Id()), (there.State(), (Guid)there["applicationId"]!));
        Assert.Null(there["shiftId"]);

        matching.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("refused check-in.too-late", Told(await ScanAsync(volunteer, code)));
        var next = (string)(await matching.ReadAsync(offer.Manager, $"missions/{offer.MissionId}/check-in-code"))["code"]!;
        Assert.Equal("recorded", Told(await ScanAsync(volunteer, next)));
    }

    [Fact]
    public async Task A_bad_list_is_told_by_field()
    {
        var client = matching.As(Caller.Person());
        await client.PostJsonAsync("/api/v1/check-ins", new { }).ExpectInvalidAsync("sentAt", "items");
        await client.PostJsonAsync("/api/v1/check-ins", new { sentAt = matching.Clock.GetUtcNow(), items = new[] { new { code = "" } } }).ExpectInvalidAsync("items[0].code", "items[0].at");
        await client.PostJsonAsync("/api/v1/check-ins", new { sentAt = matching.Clock.GetUtcNow(), items = Enumerable.Repeat(new { code = "x", at = matching.Clock.GetUtcNow() }, 51) }).ExpectInvalidAsync("items");
    }

    private static Uri Code(Offer offer) => new($"/api/v1/missions/{offer.MissionId}/check-in-code", UriKind.Relative);

    private static string Told(JsonNode result) => $"{result["status"]} {result["code"]}".Trim();

    private async Task<JsonNode> ScanAsync(Caller volunteer, string code) => (await SendAsync(volunteer, matching.Clock.GetUtcNow(), (code, matching.Clock.GetUtcNow())))[0];

    private async Task<IReadOnlyList<JsonNode>> SendAsync(Caller volunteer, DateTimeOffset sentAt, params (string Code, DateTimeOffset At)[] items) =>
        (await matching.As(volunteer).PostJsonAsync("/api/v1/check-ins", new { sentAt, items = items.Select(item => new { code = item.Code, at = item.At }) }).ReadJsonAsync()).Items();
}
