using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Organisations_are_registered_in_steps(MissionsService service)
{
    private const string Organisations = $"{Api}/organisations";
    private readonly Caller _owner = Caller.Person();

    [Fact]
    public async Task From_a_name_to_a_complete_profile_that_is_handed_in()
    {
        using var client = service.As(_owner);
        using var created = await client.PostJsonAsync(Organisations, new { name = "Les Cordées du vallon", draft = true }).ExpectAsync(HttpStatusCode.Created);
        var draft = JsonNode.Parse(await created.Content.ReadAsStringAsync())!;
        var id = Id(draft);
        Assert.Equal(("draft", "", null, null), ((string?)draft["state"], (string?)draft["purpose"], draft["address"], draft["submittedAt"]));
        Assert.Equal(id, (await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.OrganisationId == id)).OrganisationId);
        foreach (var other in new[] { null, Caller.Person() })
        {
            await service.As(other).GetAsync(new Uri($"{Organisations}/{id}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }

        var missing = await client.PostJsonAsync($"{Organisations}/{id}/submission", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.incomplete");
        Assert.Equal(
            ["address.commune", "address.communeCode", "address.postcode", "purpose"], missing["errors"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));

        await client.PutJsonAsync($"{Organisations}/{id}", new { name = "Les Cordées du vallon", purpose = "Grimper ensemble.", address = new { postcode = "01230" } }, "\"1\"")
            .ExpectAsync(HttpStatusCode.OK);
        var complete = Complete("Les Cordées du vallon");
        var edited = await client.PutJsonAsync($"{Organisations}/{id}", complete, "\"2\"").ReadJsonAsync();
        Assert.Equal(("draft", "01004", 3), ((string?)edited["state"], (string?)edited["address"]!["communeCode"], (int)edited["version"]!));

        await client.PostJsonAsync($"{Organisations}/{id}/submission", null).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        using var done = await client.PostJsonAsync($"{Organisations}/{id}/submission", null, "\"3\"").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("\"4\"", done.Headers.ETag!.ToString());
        var pending = JsonNode.Parse(await done.Content.ReadAsStringAsync())!;
        Assert.Equal("pending", (string?)pending["state"]);
        Assert.NotNull(pending["submittedAt"]);
        await client.PostJsonAsync($"{Organisations}/{id}/submission", null, "\"4\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.transition");
        await client.PutJsonAsync($"{Organisations}/{id}", new { name = "Les Cordées du vallon" }, "\"4\"").ExpectInvalidAsync("purpose", "address");
    }

    [Fact]
    public async Task What_is_said_in_a_draft_must_be_right_all_the_same()
    {
        using var client = service.As(_owner);
        await client.PostJsonAsync(Organisations, new { draft = true }).ExpectInvalidAsync("name");
        await client.PostJsonAsync(Organisations, new { name = "Une", draft = true, rna = "1", website = "javascript:alert(1)", address = new { communeCode = "Lyon", postcode = "1" } })
            .ExpectInvalidAsync("rna", "website", "address.communeCode", "address.postcode");
        var here = new { name = "Une", draft = true, courtRegister = "Lyon, vol. 1", address = new { communeCode = "69123" } };
        await client.PostJsonAsync(Organisations, here).ExpectInvalidAsync("courtRegister");
        await client.PostJsonAsync(Organisations, new { name = "Une", draft = true, courtRegister = new string('a', 201) }).ExpectInvalidAsync("courtRegister");
        var there = new { name = "Une", draft = true, courtRegister = "Tribunal de Colmar, vol. 12, fol. 3", address = new { communeCode = "68066" } };
        Assert.Equal(there.courtRegister, (string?)(await client.PostJsonAsync(Organisations, there).ReadJsonAsync(HttpStatusCode.Created))["courtRegister"]);
    }

    [Fact]
    public async Task Owners_and_managers_edit_and_nobody_else()
    {
        var (manager, welcomer) = (Caller.Person(), Caller.Person());
        var id = await service.RegisterAsync(_owner);
        using var client = service.As(_owner);
        await client.PutJsonAsync($"{Organisations}/{id}/members/{manager.AccountId}", new { role = "manager" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await client.PutJsonAsync($"{Organisations}/{id}/members/{welcomer.AccountId}", new { role = "welcomer" }, "\"2\"").ExpectAsync(HttpStatusCode.NoContent);
        var (path, profile) = ($"{Organisations}/{id}", Complete("Le Goût des autres"));
        await service.As(welcomer).PutJsonAsync(path, profile, "\"3\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(Caller.Person()).PutJsonAsync(path, profile, "\"3\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(Caller.Moderator()).PutJsonAsync(path, profile, "\"3\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(manager).PutJsonAsync(path, profile).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await service.As(manager).PutJsonAsync(path, profile, "\"2\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await service.As(manager).PutJsonAsync(path, profile, "\"3\"").ExpectAsync(HttpStatusCode.OK);
        using var same = await service.As(manager).PutJsonAsync(path, profile, "\"4\"").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("\"4\"", same.Headers.ETag!.ToString());
        await service.As(welcomer).PostJsonAsync($"{path}/submission", null, "\"4\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    [Fact]
    public async Task A_new_name_goes_to_every_mission_and_out_to_the_others()
    {
        var id = await service.RegisterVerifiedAsync(_owner, "L'Ancien nom");
        var (open, draft) = (await service.PublishAsync(_owner, id), await service.DraftAsync(_owner, id));
        using var client = service.As(_owner);
        await client.PutJsonAsync($"{Organisations}/{id}", Complete("Le Nouveau nom"), await ETagAsync(client, $"organisations/{id}")).ExpectAsync(HttpStatusCode.OK);
        foreach (var mission in new[] { open, draft })
        {
            Assert.Equal("Le Nouveau nom", (string?)(await service.ReadMissionAsync(_owner, mission))["organisation"]!["name"]);
        }

        Assert.Equal("Le Nouveau nom", (await service.Bus.HearAsync<MissionChanged>(message => message.MissionId == open)).Mission.OrganisationName);
        Assert.DoesNotContain(service.Bus.Heard<MissionChanged>(), message => message.MissionId == draft);
    }

    [Fact]
    public async Task Ten_at_a_time_are_enough_and_a_draft_can_be_given_up()
    {
        using var client = service.As(_owner);
        var ids = new List<Guid>();
        for (var number = 1; number <= 10; number++)
        {
            ids.Add(Id(await client.PostJsonAsync(Organisations, new { name = $"Brouillon {number}", draft = true }).ReadJsonAsync(HttpStatusCode.Created)));
        }

        foreach (var more in new object[] { new { name = "Un de trop", draft = true }, Organisation() })
        {
            await client.PostJsonAsync(Organisations, more).ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.too-many-in-progress");
        }

        var path = $"{Organisations}/{ids[0]}";
        await client.SendJsonAsync(HttpMethod.Delete, path, null).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await service.As(Caller.Person()).SendJsonAsync(HttpMethod.Delete, path, null, "\"1\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await client.SendJsonAsync(HttpMethod.Delete, path, null, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await client.GetAsync(new Uri(path, UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.OrganisationId == ids[0] && message.Role is null && message.Version == 2);
        await client.PostJsonAsync(Organisations, new { name = "De nouveau", draft = true }).ExpectAsync(HttpStatusCode.Created);

        await service.DraftAsync(_owner, ids[1]);
        await client.SendJsonAsync(HttpMethod.Delete, $"{Organisations}/{ids[1]}", null, "\"1\"").ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.not-a-draft");
    }

    [Fact]
    public async Task The_queue_shows_who_was_submitted_first_in_a_department_with_what_to_look_at_twice()
    {
        var department = "976"; // of Mayotte: no other test registers there
        var first = await RegisterAsync("Uvoimoja", "97611", "W9M1001234");
        var second = await RegisterAsync("Msaada wa vijana", "97608", null);
        var third = await RegisterAsync("Wa vijana msaada", "97608", "W9M1001234");
        await service.MoveOrganisationAsync(Caller.Moderator(), first, "refusal", new { reason = "À compléter" });
        await service.MoveOrganisationAsync(_owner, first, "submission", new { notADuplicate = true });

        using var moderator = service.As(Caller.Moderator());
        var path = $"{Api}/moderation/organisations?department={department}";
        var queue = (await moderator.GetAsync(new Uri(path, UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray();
        Assert.Equal([second, third, first], queue.Select(item => Id(item!)));
        Assert.Equal(
            ["no-number,similar-name-nearby", "rna-with-letters,number-shared-with-another,similar-name-nearby", "rna-with-letters,number-shared-with-another"],
            queue.Select(item => string.Join(',', item!["flags"]!.AsArray().Select(flag => (string)flag!))));

        var page = await moderator.GetAsync(new Uri($"{path}&limit=2", UriKind.Relative)).ReadJsonAsync();
        var rest = await moderator.GetAsync(new Uri($"{path}&limit=2&cursor={page["next"]}", UriKind.Relative)).ReadJsonAsync();
        Assert.Equal(first, Id(Assert.Single(rest["items"]!.AsArray())!));
        await moderator.GetAsync(new Uri($"{Api}/moderation/organisations?department=75&cursor={page["next"]}", UriKind.Relative)).ExpectInvalidAsync("cursor");
        await moderator.GetAsync(new Uri($"{Api}/moderation/organisations?department=Mayotte", UriKind.Relative)).ExpectInvalidAsync("department");
        Assert.Null((await service.ReadOrganisationAsync(_owner, first))["flags"]);
    }

    [Fact]
    public async Task Refusing_is_for_moderators_with_a_reason()
    {
        var id = await service.RegisterAsync(_owner);
        var path = $"{Organisations}/{id}/refusal";
        await service.As(_owner).PostJsonAsync(path, new { reason = "x" }, "\"1\"").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        using var moderator = service.As(Caller.Moderator());
        await moderator.PostJsonAsync(path, new { }, "\"1\"").ExpectInvalidAsync("reason");
        await moderator.PostJsonAsync(path, new { reason = "x" }).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await moderator.PostJsonAsync($"{Organisations}/{id}/verification", new { reason = new string('a', 501) }, "\"1\"").ExpectInvalidAsync("reason");
    }

    private async Task<Guid> RegisterAsync(string name, string communeCode, string? rna)
    {
        var body = Complete(name);
        (body["rna"], body["notADuplicate"]) = (rna, true);
        body["address"] = new JsonObject { ["commune"] = "Ici", ["communeCode"] = communeCode, ["postcode"] = "97600" };
        return Id(await service.As(_owner).PostJsonAsync(Organisations, body).ReadJsonAsync(HttpStatusCode.Created));
    }

    private static JsonObject Complete(string name) => new()
    {
        ["name"] = name,
        ["purpose"] = "Ce que nous faisons ensemble.",
        ["address"] = new JsonObject { ["commune"] = "Ambérieu-en-Bugey", ["communeCode"] = "01004", ["postcode"] = "01500" },
    };
}
