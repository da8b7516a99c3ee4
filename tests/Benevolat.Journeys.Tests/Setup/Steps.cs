using System.Net;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>Steps that several journeys begin with.</summary>
internal static class Steps
{
    /// <summary>Registers an organisation and has it verified by the moderator, who finds it in the queue.</summary>
    public static async Task<string> RegisterAndVerifyAsync(Someone manager, Someone moderator)
    {
        var organisation = await manager.Http.PostJsonAsync("/api/v1/organisations", Samples.Organisation($"Les Cahiers ouverts {Guid.NewGuid().ToString()[..8]}"), idempotencyKey: Guid.NewGuid().ToString())
            .ReadJsonAsync(HttpStatusCode.Created);
        var id = (string)organisation["id"]!;
        Assert.Equal("pending", (string?)organisation["state"]);

        await Eventually.TrueAsync(
            async () => (await moderator.GetAsync("/api/v1/moderation/organisations?state=pending&limit=100"))["items"]!.AsArray().Any(item => (string?)item!["id"] == id),
            "the moderator sees it in the queue");
        await moderator.ChangeAsync($"/api/v1/organisations/{id}", HttpMethod.Post, $"/api/v1/organisations/{id}/verification");
        return id;
    }

    /// <summary>Writes a mission and publishes it; the manager welcomes.</summary>
    public static async Task<string> PublishAsync(Someone manager, string organisation, string title, int places)
    {
        var me = (string)(await manager.GetAsync("/api/v1/accounts/me"))["id"]!;
        var draft = await manager.Http.PostJsonAsync($"/api/v1/organisations/{organisation}/missions", Samples.HomeworkHelp(places, title, me), idempotencyKey: Guid.NewGuid().ToString())
            .ReadJsonAsync(HttpStatusCode.Created);
        var id = (string)draft["id"]!;
        await manager.ChangeAsync($"/api/v1/missions/{id}", HttpMethod.Post, $"/api/v1/missions/{id}/submission");
        Assert.Equal("published", (string?)(await manager.GetAsync($"/api/v1/missions/{id}"))["state"]);
        return id;
    }
}
