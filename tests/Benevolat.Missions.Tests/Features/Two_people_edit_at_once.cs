using System.Net;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Two_people_edit_at_once(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task The_second_sees_what_the_first_one_changed()
    {
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner, $"Association {Guid.NewGuid():N}"));
        using var client = service.As(_owner);
        var path = $"{Api}/missions/{id}";
        var (first, second) = (Mission("Aider des lycéens à faire leurs devoirs"), Mission("Aider des écoliers à faire leurs devoirs"));
        first["places"] = 5;
        await client.PutJsonAsync(path, first, "\"1\"").ExpectAsync(HttpStatusCode.OK);

        var refusal = await client.PutJsonAsync(path, second, "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        Assert.Equal(2, (int)refusal["version"]!);
        Assert.Equal(
            [("title", "\"Aider des collégiens à faire leurs devoirs\"", "\"Aider des lycéens à faire leurs devoirs\""), ("places", "2", "5")],
            refusal["changes"]!.AsArray().Select(change => ((string)change!["field"]!, Text(change["before"]), Text(change["now"]))));
        await client.PutJsonAsync(path, second, "\"2\"").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_changed_is_counted_from_the_version_that_was_seen_whatever_happened_between()
    {
        var id = await service.PublishAsync(_owner, await service.RegisterVerifiedAsync(_owner, $"Association {Guid.NewGuid():N}"));
        await service.MoveAsync(_owner, id, "pause");
        using var client = service.As(_owner);
        await client.PutJsonAsync($"{Api}/missions/{id}", Mission("Aider des lycéens à faire leurs devoirs"), "\"3\"").ExpectAsync(HttpStatusCode.OK);
        var refusal = await client.PutJsonAsync($"{Api}/missions/{id}", Mission(), "\"2\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        Assert.Equal(["title"], refusal["changes"]!.AsArray().Select(change => (string)change!["field"]!));
    }

    [Fact]
    public async Task Of_an_organisation_the_second_sees_its_profile_as_it_is_now()
    {
        var id = await service.RegisterAsync(_owner, $"Association {Guid.NewGuid():N}");
        using var client = service.As(_owner);
        await client.PutJsonAsync($"{Api}/organisations/{id}", Body("Aider chacun à lire le journal et à en parler."), "\"1\"").ExpectAsync(HttpStatusCode.OK);

        var refusal = await client.PutJsonAsync($"{Api}/organisations/{id}", Body("Tenir une bibliothèque de rue."), "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        Assert.Equal((2, "Aider chacun à lire le journal et à en parler."), ((int)refusal["version"]!, (string?)refusal["current"]!["purpose"]));

        static object Body(string purpose) => new { name = "Lire ensemble", purpose, address = new { commune = "Lyon", communeCode = "69123", postcode = "69001" } };
    }

    [Fact]
    public async Task A_verified_organisation_with_another_name_waits_for_moderators_and_stays_verified()
    {
        var id = await service.RegisterVerifiedAsync(_owner, $"Association {Guid.NewGuid():N}");
        var profile = new { name = $"Les {Guid.NewGuid():N}", purpose = "Autre chose.", address = new { commune = "Lyon", communeCode = "69123", postcode = "69001" } };
        await service.As(_owner).PutJsonAsync($"{Api}/organisations/{id}", profile, "\"2\"").ExpectAsync(HttpStatusCode.OK);

        var waiting = await WaitingAsync();
        Assert.Equal("verified", (string?)waiting!["state"]);
        Assert.Contains("identity-changed", waiting["flags"]!.AsArray().Select(flag => (string?)flag));
        await service.As(Caller.Moderator()).PostJsonAsync($"{Api}/organisations/{id}/verification", null, "\"3\"").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Null(await WaitingAsync());

        async Task<System.Text.Json.Nodes.JsonNode?> WaitingAsync()
        {
            for (var path = "moderation/organisations?limit=100"; ;)
            {
                var page = await service.GetJsonAsync(Caller.Moderator(), path);
                if (page["items"]!.AsArray().SingleOrDefault(item => Id(item!) == id) is { } found) { return found; }
                if ((string?)page["next"] is not { } next) { return null; }
                path = $"moderation/organisations?limit=100&cursor={next}";
            }
        }
    }

    [Fact]
    public async Task A_version_that_never_was_gets_a_plain_refusal()
    {
        var id = await service.DraftAsync(_owner, await service.RegisterAsync(_owner, $"Association {Guid.NewGuid():N}"));
        foreach (var tag in new[] { "\"0\"", "\"x\"", "W/\"1\"" })
        {
            await service.As(_owner).PutJsonAsync($"{Api}/missions/{id}", Mission(), tag).ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        }
    }

    private static string Text(System.Text.Json.Nodes.JsonNode? node) => node is null ? "null" : node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
