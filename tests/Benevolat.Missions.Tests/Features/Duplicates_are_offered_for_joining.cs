using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Each test has a name and a town of its own, so that the others' organisations stay out of it.</summary>
public sealed class Duplicates_are_offered_for_joining(MissionsService service)
{
    private const string Organisations = $"{Api}/organisations";
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task A_similar_name_in_the_same_town_is_refused_until_one_says_that_it_is_another()
    {
        var known = await RegisterAsync(At("L'Épicerie solidaire", "42218"));
        using var client = service.As(Caller.Person());
        var again = At("Épicerie solidaire de Saint-Étienne", "42218");
        var refused = await client.PostJsonAsync(Organisations, again).ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.duplicate");
        var duplicate = Assert.Single(refused["duplicates"]!.AsArray())!;
        Assert.Equal(
            (known, "L'Épicerie solidaire", "Saint-Étienne", false, "similar-name"),
            (Id(duplicate), (string?)duplicate["name"], (string?)duplicate["commune"], (bool)duplicate["verified"]!, (string?)duplicate["why"]));

        var asked = await client.GetAsync(new Uri($"{Organisations}/duplicates?name=epicerie%20solidaire&communeCode=42218", UriKind.Relative)).ReadJsonAsync();
        Assert.Equal(known, Id(Assert.Single(asked["items"]!.AsArray())!));
        again["notADuplicate"] = true;
        await client.PostJsonAsync(Organisations, again).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_number_is_found_anywhere_and_at_submission_too()
    {
        var first = At("Les Jardins partagés", "35238");
        first["siret"] = "73282932000074";
        var known = await RegisterAsync(first);
        await service.MoveOrganisationAsync(Caller.Moderator(), known, "verification");

        using var client = service.As(Caller.Person());
        var second = At("Tout autre chose", "29232");
        (second["siren"], second["draft"]) = ("732829320", true);
        var draft = Id(await client.PostJsonAsync(Organisations, second).ReadJsonAsync(HttpStatusCode.Created));
        var refused = await client.PostJsonAsync($"{Organisations}/{draft}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.duplicate");
        var duplicate = Assert.Single(refused["duplicates"]!.AsArray())!;
        Assert.Equal((known, true, "same-siren"), (Id(duplicate), (bool)duplicate["verified"]!, (string?)duplicate["why"]));
        await client.PostJsonAsync($"{Organisations}/{draft}/submission", new { notADuplicate = true }, "\"1\"").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_who_register_the_same_at_the_same_instant_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.As(Caller.Person()).PostJsonAsync(Organisations, At("La Ressourcerie du port", "56121"))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await Task.FromResult(refused).ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.duplicate");
        }
    }

    [Fact]
    public async Task Drafts_and_suspended_ones_of_others_do_not_show()
    {
        var suspended = await RegisterAsync(At("La Cabane à histoires", "21231"));
        await service.MoveOrganisationAsync(Caller.Moderator(), suspended, "suspension", new { reason = "Plainte" });
        var draft = At("La Cabane à histoires", "21231");
        draft["draft"] = true;
        var begun = await RegisterAsync(draft);

        Assert.Empty(await FindAsync(Caller.Person()));
        Assert.Equal(new[] { suspended, begun }.Order(), (await FindAsync(_owner)).Select(item => Id(item!)).Order());

        async Task<JsonArray> FindAsync(Caller caller) =>
            (await service.GetJsonAsync(caller, "organisations/duplicates?name=cabane%20histoires&communeCode=21231"))["items"]!.AsArray();
    }

    [Fact]
    public async Task Asking_needs_an_account_and_sensible_questions()
    {
        await service.As(null).GetAsync(new Uri($"{Organisations}/duplicates?name=a", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        using var client = service.As(_owner);
        await client.GetAsync(new Uri($"{Organisations}/duplicates?communeCode=Lyon&rna=1&siren=2&siret=3", UriKind.Relative)).ExpectInvalidAsync("communeCode", "rna", "siren", "siret");
        await client.GetAsync(new Uri($"{Organisations}/duplicates?nom=a", UriKind.Relative)).ExpectInvalidAsync("nom");
        Assert.Empty((await service.GetJsonAsync(_owner, "organisations/duplicates"))["items"]!.AsArray());
    }

    private async Task<Guid> RegisterAsync(JsonObject body) =>
        Id(await service.As(_owner).PostJsonAsync(Organisations, body).ReadJsonAsync(HttpStatusCode.Created));

    private static JsonObject At(string name, string communeCode) => new()
    {
        ["name"] = name,
        ["purpose"] = "Ce que nous faisons ensemble.",
        ["address"] = new JsonObject { ["commune"] = communeCode == "42218" ? "Saint-Étienne" : "Ici", ["communeCode"] = communeCode, ["postcode"] = "42000" },
    };
}
