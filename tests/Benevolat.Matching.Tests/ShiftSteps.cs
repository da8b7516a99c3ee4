using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests;

/// <summary>Short words for what tests of shifts say most.</summary>
internal static class ShiftSteps
{
    /// <summary>A shift so many hours from now, on the whole second.</summary>
    public static ShiftFacts Shift(this MatchingFixture matching, double inHours, double hours = 2, int places = 2)
    {
        var now = matching.Clock.GetUtcNow();
        var starts = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)).AddHours(inHours);
        return new(Guid.CreateVersion7(), starts, starts.AddHours(hours), places);
    }

    /// <summary>A mission with these shifts and places for all.</summary>
    public static Task<Offer> OfferWithAsync(this MatchingFixture matching, params ShiftFacts[] shifts) =>
        matching.OfferAsync(places: 500, but: facts => facts with { Shifts = shifts, Hours = [] });

    /// <summary>A volunteer whom the organisation accepted.</summary>
    public static async Task<(Caller Volunteer, JsonNode Application)> AcceptedAsync(
        this MatchingFixture matching, Offer offer, Caller? volunteer = null, object? answer = null)
    {
        var caller = volunteer ?? Caller.Person();
        var submitted = await matching.AppliedAsync(caller, offer.MissionId);
        return (caller, await matching.StepAsync(offer.Manager, submitted, "acceptance", answer).ReadJsonAsync());
    }

    public static async Task<Caller> VolunteerAsync(this MatchingFixture matching, Offer offer) => (await matching.AcceptedAsync(offer)).Volunteer;

    public static Task<HttpResponseMessage> SignUpAsync(
        this MatchingFixture matching, Caller volunteer, Offer offer, ShiftFacts shift, bool wait = false, WebApplicationFactory<Program>? host = null) =>
        (host is null ? matching.As(volunteer) : matching.As(host, volunteer))
            .PostJsonAsync($"/api/v1/missions/{offer.MissionId}/shifts/{shift.ShiftId}/sign-up", new { waitWhenFull = wait });

    /// <summary>Somebody who was accepted and signed up.</summary>
    public static async Task<(Caller Volunteer, JsonNode Participation)> SignedUpAsync(this MatchingFixture matching, Offer offer, ShiftFacts shift)
    {
        var volunteer = await matching.VolunteerAsync(offer);
        return (volunteer, await matching.SignUpAsync(volunteer, offer, shift).ReadJsonAsync(HttpStatusCode.Created));
    }

    /// <summary>A change of a participation by somebody who has seen it.</summary>
    public static Task<HttpResponseMessage> ChangeAsync(
        this MatchingFixture matching, Caller caller, JsonNode participation, string step, object? body = null, WebApplicationFactory<Program>? host = null) =>
        (host is null ? matching.As(caller) : matching.As(host, caller)).SendJsonAsync(
            step == "hours" ? HttpMethod.Put : HttpMethod.Post, $"/api/v1/participations/{participation.Id()}/{step}", body, Tag(participation));

    public static string Tag(JsonNode seen) => $"\"{((long)seen["version"]!).ToString(CultureInfo.InvariantCulture)}\"";

    public static Task<JsonNode> ReadAsync(this MatchingFixture matching, Caller? caller, string path) => matching.As(caller).GetJsonAsync($"/api/v1/{path}");

    /// <summary>One shift as somebody sees it.</summary>
    public static async Task<JsonNode> SeeAsync(this MatchingFixture matching, Caller? caller, Offer offer, ShiftFacts shift) =>
        (await matching.ReadAsync(caller, $"missions/{offer.MissionId}/shifts")).Items().Single(item => item.Id() == shift.ShiftId);

    /// <summary>Another version of the mission, taken over.</summary>
    public static async Task ChangeAsync(this MatchingFixture matching, Offer offer, long version, params ShiftFacts[] shifts)
    {
        await matching.Bus.PublishAsync(new MissionChanged(offer.MissionId, version, Facts.Mission(offer.OrganisationId, 500) with { Shifts = shifts, Hours = [] }, matching.Clock.GetUtcNow()));
        await matching.UntilAsync(async db => await db.Missions.AnyAsync(mission => mission.Id == offer.MissionId && mission.FactsVersion >= version), "the mission has changed");
    }

    public static string[] Actions(this JsonNode seen) => [.. seen["actions"]!.AsArray().Select(action => (string)action!)];
}
