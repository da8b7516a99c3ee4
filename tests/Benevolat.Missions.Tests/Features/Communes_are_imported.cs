using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Missions.Features.Places;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Npgsql;
using static Benevolat.Missions.Tests.Features.PlacesService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Communes_are_imported(PlacesService service) : IClassFixture<PlacesService>
{
    [Fact]
    public async Task A_list_is_soon_known_everywhere_and_a_second_time_changes_nothing()
    {
        var replica = service.As(await service.StartHostAsync(), null);
        JsonNode[] list = [Official("01001", "L'Abergement-Clémenciat", "01400"), Official("01002", "L'Abergement-de-Varey", "01640", 270)];
        Assert.Equal((2, 0, 0, 0, 0), Counts(await service.ImportAsync(list)));
        foreach (var client in (HttpClient[])[service.As(null), replica])
        {
            await Eventually.TrueAsync(async () => (await service.SearchAsync("abergement", client)).Count == 2, "the replica knows them");
        }

        Assert.Equal(["01002", "01001"], (await service.SearchAsync("abergement")).Select(place => (string?)place!["code"]));
        var before = await VersionAsync();
        Assert.Equal((0, 0, 2, 0, 0), Counts(await service.ImportAsync(list)));
        Assert.Equal(before, await VersionAsync());
        list[0]["population"] = 861;
        Assert.Equal((0, 1, 1, 0, 0), Counts(await service.ImportAsync(list)));
        await Eventually.TrueAsync(async () => (int)(await service.SearchAsync("clemenciat"))[0]!["population"]! == 861, "the change is shown");
    }

    [Fact]
    public async Task A_merged_commune_answers_under_its_old_name_and_code()
    {
        await service.ImportAsync([Official("74010", "Annecy", "74000", 131_000), Official("74011", "Annecy-le-Vieux", "74940", 20_000)]);
        var heir = Official("74010", "Annecy", "74000", 131_000);
        heir["anciensCodes"] = new JsonArray("74011");
        var answer = await service.ImportAsync([heir], [Merged("74268", "74010", "Seynod"), Merged("97123", "97701", "Saint-Barthélemy")]);
        Assert.Equal((0, 0, 1, 2, 0), Counts(answer));
        Assert.Equal(["97123 → 97701"], answer["unresolved"]!.AsArray().Select(text => (string?)text));

        var old = await Eventually.GetAsync(async () => (await service.SearchAsync("annecy le vieux"))[0] is { } found && found["mergedInto"] is not null ? found : null, "the merger is known");
        Assert.Equal(("74011", "Annecy-le-Vieux", "74010", true), ((string?)old["code"], (string?)old["name"], (string?)old["mergedInto"]!["code"], (bool)old["former"]!));
        Assert.Equal("Annecy", (string?)(await GetAsync("places/74268").ReadJsonAsync())["mergedInto"]!["name"]);
        Assert.Equal("74010", (string?)(await service.SearchAsync("annecy"))[0]!["code"]);
    }

    [Fact]
    public async Task What_a_complete_list_lacks_is_retired_but_never_deleted_and_too_much_of_it_is_refused()
    {
        var all = await EverythingKnownAsync();
        await service.ImportAsync([.. all, Official("23999", "Nulle-Part-en-Creuse", "23000")], partial: false);
        await Eventually.TrueAsync(async () => (await service.SearchAsync("nulle part en creuse")).Count == 1, "it is known");
        Assert.Equal(1, Counts(await service.ImportAsync(all, partial: false)).Retired);
        await Eventually.TrueAsync(async () => (await service.SearchAsync("nulle part en creuse")).Count == 0, "it is retired");
        Assert.True((bool)(await GetAsync("places/23999").ReadJsonAsync())["former"]!);

        var id = await service.StartAsync(new { year = 2026 });
        await service.SendAsync(id, 1, all.Take(100)).ExpectAsync(HttpStatusCode.NoContent);
        var before = await VersionAsync();
        var refusal = await service.CompleteAsync(id, 1).ExpectProblemAsync(HttpStatusCode.Conflict, "places.incomplete");
        Assert.Contains("partielle", (string?)refusal["title"], StringComparison.Ordinal);
        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public async Task Built_in_towns_come_with_migrate_and_what_a_list_said_of_them_stays()
    {
        Assert.Equal(BuiltInPlaces.All.Count, await CountAsync($"SELECT count(*) FROM communes WHERE code = ANY ('{{{string.Join(',', BuiltInPlaces.All.Select(facts => facts.Code))}}}')"));
        await service.ImportAsync([Official("26113", "Die", "26150", 5_000)]);
        await using (var source = NpgsqlDataSource.Create(service.Database))
        {
            await using var spoilt = source.CreateCommand("UPDATE communes SET name = 'Mende (faux)', list_year = NULL WHERE code = '48095'; DELETE FROM communes WHERE code = '23061'");
            await spoilt.ExecuteNonQueryAsync();
        }

        await service.Services.SeedPlacesAsync();
        await service.Services.SeedPlacesAsync();
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM communes WHERE code = '26113' AND population = 5000"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM communes WHERE code = '48095' AND name = 'Mende'"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM communes WHERE code = '23061'"));
    }

    [Fact]
    public async Task A_batch_may_be_sent_again_and_one_that_is_missing_is_missed()
    {
        var id = await service.StartAsync();
        await service.SendAsync(id, 1, [Official("01004", "Ambérieu", "01500")]).ExpectAsync(HttpStatusCode.NoContent);
        await service.SendAsync(id, 1, [Official("01004", "Ambérieu-en-Bugey", "01500")]).ExpectAsync(HttpStatusCode.NoContent);
        var refusal = await service.CompleteAsync(id, 2).ExpectProblemAsync(HttpStatusCode.Conflict, "places.batches-missing");
        Assert.Contains("2 lots sont annoncés, 1 sont arrivés", (string?)refusal["title"], StringComparison.Ordinal);

        var done = await service.CompleteAsync(id, 1).ReadJsonAsync();
        Assert.Equal(1, Counts(done).Created);
        Assert.Equal(done.ToJsonString(), (await service.CompleteAsync(id, 1).ReadJsonAsync()).ToJsonString());
        Assert.Equal(done.ToJsonString(), (await service.Operator().GetAsync(new Uri($"{Imports}/{id}", UriKind.Relative)).ReadJsonAsync()).ToJsonString());
        await service.SendAsync(id, 2, [Official("01005", "Ambérieux", "01330")]).ExpectProblemAsync(HttpStatusCode.Conflict, "places.completed");
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM place_import_batches WHERE import_id = @id", id));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM communes WHERE name = 'Ambérieu-en-Bugey'"));
    }

    [Fact]
    public async Task A_code_that_stands_twice_changes_nothing()
    {
        var id = await service.StartAsync();
        await service.SendAsync(id, 1, [Official("01006", "Ambléon", "01300")]).ExpectAsync(HttpStatusCode.NoContent);
        await service.SendAsync(id, 2, [Official("01006", "Ambléon", "01300")]).ExpectAsync(HttpStatusCode.NoContent);
        var refusal = await service.CompleteAsync(id, 2).ExpectProblemAsync(HttpStatusCode.Conflict, "places.twice");
        Assert.Contains("01006", (string?)refusal["title"], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM communes WHERE code = '01006'"));
    }

    [Fact]
    public async Task Two_imports_at_once_follow_one_another()
    {
        var lists = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(300, 200).Select(number => Official($"23{number}", $"Ville {number}", "23000")).ToArray());
        var answers = await Task.WhenAll(lists.Select(list => service.ImportAsync(list)));
        Assert.Equal((200, 600), (answers.Sum(answer => Counts(answer).Created), answers.Sum(answer => Counts(answer).Unchanged)));
    }

    [Theory]
    [InlineData("nom", "null", "communes[1].nom")]
    [InlineData("nom", "5", "communes[1].nom")]
    [InlineData("code", "\"0100\"", "communes[1].code")]
    [InlineData("code", "null", "communes[1].code")]
    [InlineData("codesPostaux", "[\"1400\"]", "communes[1].codesPostaux[0]")]
    [InlineData("codesPostaux", "\"01400\"", "communes[1].codesPostaux")]
    [InlineData("codeDepartement", "\"02\"", "communes[1].codeDepartement")]
    [InlineData("population", "-1", "communes[1].population")]
    [InlineData("population", "\"many\"", "communes[1].population")]
    [InlineData("centre", "null", "communes[1].centre")]
    [InlineData("centre", "{\"type\":\"Point\",\"coordinates\":[5]}", "communes[1].centre")]
    [InlineData("centre", "{\"type\":\"Point\",\"coordinates\":[5,460]}", "communes[1].centre")]
    [InlineData("anciensCodes", "[\"x\"]", "communes[1].anciensCodes[0]")]
    public async Task A_wrong_commune_is_named_by_its_place_and_field(string field, string value, string named)
    {
        var wrong = Official("01002", "L'Abergement-de-Varey", "01640");
        wrong[field] = JsonNode.Parse(value);
        await service.SendAsync(await service.StartAsync(), 1, [Official("01001", "L'Abergement-Clémenciat", "01400"), wrong]).ExpectInvalidAsync(named);
    }

    [Fact]
    public async Task Other_bad_requests_are_told_too()
    {
        var id = await service.StartAsync();
        await service.SendAsync(id, 1, []).ExpectInvalidAsync("communes");
        await service.SendAsync(id, 1, [], [Merged("x", "74010")]).ExpectInvalidAsync("merged[0].code");
        await service.SendAsync(id, 1, [], [Merged("74011", "")]).ExpectInvalidAsync("merged[0].chefLieu");
        await service.SendAsync(id, 0, [Official("01001", "A", "01400")]).ExpectInvalidAsync("number");
        await service.SendAsync(id, 1, Enumerable.Range(0, 2_001).Select(number => Official("01001", $"{number}", "01400"))).ExpectInvalidAsync("communes");
        await service.CompleteAsync(id, 0).ExpectInvalidAsync("batches");
        await service.Operator().PostJsonAsync(Imports, new { year = 1789 }).ExpectInvalidAsync("year");
        await service.Operator().PostJsonAsync(Imports, new { annee = 2026 }).ExpectInvalidAsync("annee");
        await service.CompleteAsync(Guid.CreateVersion7(), 1).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.SendAsync(Guid.CreateVersion7(), 1, [Official("01001", "A", "01400")]).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Only_operators_import()
    {
        await service.As(null).PostJsonAsync(Imports, new { }).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        foreach (var caller in (Caller[])[Caller.Person(), Caller.Moderator(), Caller.Network()])
        {
            await service.As(caller).PostJsonAsync(Imports, new { }).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        }
    }

    [Fact]
    public async Task What_was_begun_and_forgotten_goes_away()
    {
        var forgotten = await service.StartAsync();
        await service.SendAsync(forgotten, 1, [Official("01001", "A", "01400")]).ExpectAsync(HttpStatusCode.NoContent);
        service.Clock.Advance(TimeSpan.FromHours(25));
        await service.StartAsync();
        service.Clock.Advance(TimeSpan.FromHours(-25));
        await service.CompleteAsync(forgotten, 1).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    private Task<HttpResponseMessage> GetAsync(string path) => service.As(null).GetAsync(new Uri($"{MissionsService.Api}/{path}", UriKind.Relative));

    private async Task<JsonNode[]> EverythingKnownAsync()
    {
        var known = new List<JsonNode>();
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand("SELECT code, name, coalesce(postcodes[1], '01000'), population, longitude, latitude FROM communes WHERE is_current AND parent IS NULL");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            known.Add(Official(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetDouble(4), reader.GetDouble(5)));
        }

        return [.. known];
    }

    private async Task<long> VersionAsync() => await CountAsync("SELECT max(version) FROM communes");

    private async Task<long> CountAsync(string sql, Guid? id = null)
    {
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(sql);
        if (id is not null) { command.Parameters.AddWithValue("id", id); }
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
