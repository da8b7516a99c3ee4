using System.Net;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>The first journey, from the association's sign-up to the answered application, all through the gateway.</summary>
public sealed class A_mission_finds_its_volunteer_by_REST(RunningSystem system)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task From_publication_to_an_answered_application()
    {
        using var manager = await Someone.SignUpAsync(system, "Nadia");
        using var moderator = await Someone.SignInAsync(system, "moderator@demo.benevolat.test", Demo.Password);
        using var volunteer = await Someone.SignUpAsync(system, "Karim");

        var organisation = await Steps.RegisterAndVerifyAsync(manager, moderator);
        var title = $"Aide aux devoirs {Guid.NewGuid().ToString()[..8]}";
        var mission = await Steps.PublishAsync(manager, organisation, title, places: 1);

        await FindsItWithItsDistanceAsync(volunteer, mission);
        await GetsItRecommendedAsync(volunteer, mission);
        var application = await AppliesAsync(volunteer, mission);

        var toManager = await system.System.Mail.Mails.WaitForAsync(manager.Email, title, Soon);
        Assert.DoesNotContain("disponible tous les mercredis", toManager.Text);
        await manager.ChangeAsync($"/api/v1/applications/{application}", HttpMethod.Post, $"/api/v1/applications/{application}/acknowledgement");
        await manager.ChangeAsync($"/api/v1/applications/{application}", HttpMethod.Post, $"/api/v1/applications/{application}/acceptance");

        var toVolunteer = await system.System.Mail.Mails.WaitForAsync(
            mail => mail.Recipients.Contains(volunteer.Email) && mail.Text.Contains("Nadia", StringComparison.Ordinal), Soon, "The acceptance that names who welcomes");
        Assert.Contains("mercredi", toVolunteer.Text);
        Assert.Contains("Lyon", toVolunteer.Text);

        await Eventually.TrueAsync(async () => (string?)(await volunteer.GetAsync($"/api/v1/missions/{mission}"))["state"] == "closed", "the mission closed itself with its last place");
        Assert.Equal(0, (int?)(await volunteer.GetAsync($"/api/v1/missions/{mission}"))["placesLeft"]);
        Assert.Equal("accepted", (string?)(await volunteer.GetAsync($"/api/v1/applications/{application}"))["state"]);
        await Eventually.TrueAsync(async () => (await SearchAsync(volunteer, title))["items"]!.AsArray().All(item => (string?)item!["id"] != mission), "search shows it no longer");
    }

    private static async Task FindsItWithItsDistanceAsync(Someone volunteer, string mission)
    {
        var found = await Eventually.GetAsync(async () =>
            (await SearchAsync(volunteer, "aide aux devoirs"))["items"]!.AsArray().FirstOrDefault(item => (string?)item!["id"] == mission), "the mission is found near Lyon");
        Assert.InRange((double?)found["distanceKm"] ?? -1, 0.1, 3);
    }

    private static Task<System.Text.Json.Nodes.JsonNode> SearchAsync(Someone volunteer, string words) =>
        volunteer.GetAsync($"/api/v1/missions?q={Uri.EscapeDataString(words)}&near=45.76,4.84&radiusKm=15&limit=100");

    private static async Task GetsItRecommendedAsync(Someone volunteer, string mission)
    {
        await volunteer.Http.PutJsonAsync("/api/v1/volunteers/me", Samples.Profile("Karim")).ExpectSuccessAsync();
        await volunteer.ChangeAsync("/api/v1/volunteers/me", HttpMethod.Put, "/api/v1/volunteers/me/availability", new { hours = new[] { "wed-14", "wed-15", "wed-16" } });
        // Profile and hours travel as two events: the reason is there once both have arrived.
        await Eventually.TrueAsync(
            async () => (await volunteer.GetAsync("/api/v1/volunteers/me/recommendations?limit=50"))["items"]!.AsArray().Any(item =>
                (string?)item!["mission"]!["id"] == mission && item["reasons"]!.AsArray().Any(reason => ((string?)reason!["sentence"])!.Contains("mercredi", StringComparison.Ordinal))),
            "the mission is recommended for its hours");
    }

    private static async Task<string> AppliesAsync(Someone volunteer, string mission)
    {
        var application = await volunteer.Http.PostJsonAsync($"/api/v1/missions/{mission}/applications", new { message = "Bonjour, je suis disponible tous les mercredis." }, idempotencyKey: Guid.NewGuid().ToString())
            .ReadJsonAsync(HttpStatusCode.Created);
        Assert.True((DateTimeOffset?)application["answerBy"] > (DateTimeOffset?)application["submittedAt"]);
        return (string)application["id"]!;
    }
}
