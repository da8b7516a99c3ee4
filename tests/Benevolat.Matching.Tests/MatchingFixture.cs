using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Volunteers;
using Benevolat.Matching.Data;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Benevolat.Matching.Tests;

/// <summary>A published mission and the person who answers for its organisation.</summary>
internal sealed record Offer(Guid MissionId, Guid OrganisationId, Caller Manager);

/// <summary>Matching with its neighbours' events, and short words for what its tests say most.</summary>
public sealed class MatchingFixture() : ServiceFixture<Program>("matchingdb")
{
    private static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Looks behind the API.</summary>
    internal async Task<T> LookAsync<T>(Func<MatchingDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<MatchingDb>());
    }

    /// <summary>Waits until the service has taken over what it was told.</summary>
    internal Task UntilAsync(Func<MatchingDb, Task<bool>> probe, string what) => Eventually.TrueAsync(() => LookAsync(probe), what);

    internal async Task<Offer> OfferAsync(int places = 5, Func<MissionFacts, MissionFacts>? but = null)
    {
        var offer = new Offer(Guid.CreateVersion7(), Guid.CreateVersion7(), Caller.Person());
        var facts = Facts.Mission(offer.OrganisationId, places);
        await JoinAsync(offer.OrganisationId, offer.Manager, MemberRole.Owner);
        await PublishAsync(offer.MissionId, but?.Invoke(facts) ?? facts);
        return offer;
    }

    internal async Task PublishAsync(Guid missionId, MissionFacts facts, long version = 1, DateTimeOffset? at = null)
    {
        await Bus.PublishAsync(new MissionPublished(missionId, version, facts, at ?? Then));
        await UntilAsync(async db => await db.Missions.FindAsync(missionId) is { } mission && mission.StateVersion >= version, "the mission is published");
    }

    internal async Task CloseAsync(Guid missionId, ClosingReason reason, long version = 2)
    {
        await Bus.PublishAsync(new MissionClosed(missionId, version, reason, Then));
        await UntilAsync(async db => await db.Missions.FindAsync(missionId) is { } mission && mission.StateVersion >= version, "the mission is closed");
    }

    internal async Task PauseAsync(Guid missionId, long version = 2)
    {
        await Bus.PublishAsync(new MissionPaused(missionId, version, Then));
        await UntilAsync(async db => await db.Missions.FindAsync(missionId) is { } mission && mission.StateVersion >= version, "the mission is paused");
    }

    internal async Task JoinAsync(Guid organisationId, Caller member, MemberRole? role, long version = 1)
    {
        await Bus.PublishAsync(new OrganisationMembershipChanged(organisationId, version, member.AccountId, role));
        await UntilAsync(
            async db => await db.Memberships.FindAsync(organisationId, member.AccountId) is { } membership && membership.Version >= version, "the member joined");
    }

    internal async Task SuspendAsync(Guid organisationId, long version = 5)
    {
        await Bus.PublishAsync(new OrganisationSuspended(organisationId, version, "test", Then));
        await UntilAsync(async db => await db.Organisations.FindAsync(organisationId) is { } known && known.Version >= version, "the organisation is suspended");
    }

    internal async Task TellAsync(VolunteerProfileChanged profile)
    {
        await Bus.PublishAsync(profile);
        await UntilAsync(async db => await db.Volunteers.FindAsync(profile.VolunteerId) is { } known && known.Version >= profile.Version, "the profile is known");
    }

    internal Task<HttpResponseMessage> SubmitAsync(Caller volunteer, Guid missionId, string? key = null, string message = "Bonjour, je suis libre le mercredi.", WebApplicationFactory<Program>? host = null) =>
        (host is null ? As(volunteer) : As(host, volunteer)).PostJsonAsync($"/api/v1/missions/{missionId}/applications", new { message }, idempotencyKey: key);

    /// <summary>A submitted application.</summary>
    internal Task<JsonNode> AppliedAsync(Caller volunteer, Guid missionId) => SubmitAsync(volunteer, missionId).ReadJsonAsync(HttpStatusCode.Created);

    /// <summary>One step of an application's life, having seen the version before it.</summary>
    internal Task<HttpResponseMessage> StepAsync(Caller caller, JsonNode application, string step, object? body = null, WebApplicationFactory<Program>? host = null) =>
        (host is null ? As(caller) : As(host, caller)).PostJsonAsync(
            $"/api/v1/applications/{application.Id()}/{step}", body, ifMatch: $"\"{((long)application["version"]!).ToString(CultureInfo.InvariantCulture)}\"");
}

internal static class Answers
{
    public static Guid Id(this JsonNode answer) => (Guid)answer["id"]!;

    public static string State(this JsonNode answer) => (string)answer["state"]!;

    public static IReadOnlyList<JsonNode> Items(this JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!)];
}
