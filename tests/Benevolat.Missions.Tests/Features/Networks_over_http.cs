using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;
using static Benevolat.Missions.Tests.Features.NationalFeed;

namespace Benevolat.Missions.Tests.Features;

public sealed class Networks_over_http(MissionsService service)
{
    private readonly Caller _network = Caller.Network($"network-{Guid.NewGuid():N}");

    [Fact]
    public async Task The_whole_demo_feed_goes_in_and_a_second_time_changes_nothing()
    {
        var feed = Feed();
        Assert.True(feed.Count >= 290);
        using var client = service.As(_network);
        await Parallel.ForEachAsync(feed, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (mission, stop) =>
            Assert.Equal("created", (string?)(await PutAsync(client, mission!).ReadJsonAsync(HttpStatusCode.Created))["outcome"]));
        foreach (var mission in feed.Take(20))
        {
            Assert.Equal("unchanged", (string?)(await PutAsync(client, mission!).ReadJsonAsync())["outcome"]);
        }

        var found = await service.SearchUntilAsync($"network={_network.Subject}&limit=100", found => (int)found["total"]! == feed.Count);
        Assert.All(found["items"]!.AsArray(), item => Assert.True((bool)item!["organisation"]!["verified"]!));
        var organisations = feed.Select(mission => (string)mission!["organizationClientId"]!).Distinct().Count();
        Assert.Equal(organisations, await CountAsync("SELECT count(*) FROM organisations o JOIN networks n ON n.id = o.network_id WHERE n.client_id = @client"));
        Assert.Equal(feed.Count, await CountAsync("SELECT count(*) FROM network_missions s JOIN networks n ON n.id = s.network_id WHERE n.client_id = @client"));
    }

    [Fact]
    public async Task An_update_keeps_the_mission_and_a_new_name_reaches_its_sisters()
    {
        using var client = service.As(_network);
        var (one, two) = (National("one"), National("two"));
        var id = Id(await PutAsync(client, one).ReadJsonAsync(HttpStatusCode.Created));
        var sister = Id(await PutAsync(client, two).ReadJsonAsync(HttpStatusCode.Created));
        (one["title"], one["organizationName"]) = ("Servir le petit déjeuner du dimanche", "La Grande Table");

        var updated = await PutAsync(client, one).ReadJsonAsync();
        Assert.Equal((id, "updated", "published"), (Id(updated), (string?)updated["outcome"], (string?)updated["state"]));
        Assert.Equal("La Grande Table", (string?)(await service.ReadMissionAsync(null, sister))["organisation"]!["name"]);
        await service.Bus.HearAsync<MissionChanged>(message => message.MissionId == sister && message.Mission.OrganisationName == "La Grande Table");
        var published = await service.Bus.HearAsync<MissionPublished>(message => message.MissionId == id);
        Assert.NotNull(published.Mission.NetworkId);
        await service.Bus.HearAsync<OrganisationVerified>(message => message.OrganisationId == published.Mission.OrganisationId);
    }

    [Fact]
    public async Task Html_becomes_text_and_labels_become_codes()
    {
        var sent = National("html");
        sent["description"] = "<p>Vous <b>servez</b>.</p><script>alert(1)</script>";
        sent["activities"] = new JsonArray("Distribution", "Accueil de public");
        sent["startAt"] = "2027-01-10T23:30:00Z";
        sent["unknownField"] = new JsonObject { ["a"] = 1 };
        var id = Id(await PutAsync(service.As(_network), sent).ReadJsonAsync(HttpStatusCode.Created));

        var mission = await service.ReadMissionAsync(null, id);
        Assert.Equal("Vous servez.", (string?)mission["description"]);
        Assert.Equal("""["distribution","accueil-de-public"]""", mission["activities"]!.ToJsonString());
        Assert.Equal("2027-01-11", (string?)mission["startsOn"]);
        Assert.Equal("""["sat-07","sat-08"]""", mission["hours"]!.ToJsonString());
        Assert.Equal(["G1605"], mission["skills"]!.AsArray().Select(skill => (string)skill!));
        Assert.Equal(["Écoute"], mission["softSkills"]!.AsArray().Select(skill => (string)skill!));
    }

    [Theory]
    [InlineData("69100", "VILLEURBANNE CEDEX", "69266")]
    [InlineData("69003", "Lyon", "69383")]
    [InlineData("42000", "St Etienne", "42218")]
    public async Task A_commune_is_known_by_its_postcode_and_name(string postcode, string city, string code)
    {
        var sent = National($"city-{postcode}");
        sent["addresses"] = new JsonArray(new JsonObject { ["postalCode"] = postcode, ["city"] = city });
        (sent["organizationPostCode"], sent["organizationCity"]) = (postcode, city);
        var id = Id(await PutAsync(service.As(_network), sent).ReadJsonAsync(HttpStatusCode.Created));
        var address = (await service.ReadMissionAsync(null, id))["addresses"]![0]!;
        Assert.Equal((city, code, postcode), ((string?)address["commune"], (string?)address["communeCode"], (string?)address["postcode"]));
        Assert.NotNull(address["coordinates"]);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM organisations o JOIN networks n ON n.id = o.network_id WHERE n.client_id = @client AND o.commune_code = '{code}'"));
    }

    [Fact]
    public async Task A_network_sees_its_own_only_and_the_same_id_is_another_mission_elsewhere()
    {
        var other = Caller.Network($"network-{Guid.NewGuid():N}");
        var mine = Id(await PutAsync(service.As(_network), National("same")).ReadJsonAsync(HttpStatusCode.Created));
        var theirs = Id(await PutAsync(service.As(other), National("same")).ReadJsonAsync(HttpStatusCode.Created));
        Assert.NotEqual(mine, theirs);

        var list = await service.As(_network).GetAsync(new Uri($"{Api}/networks/me/missions", UriKind.Relative)).ReadJsonAsync();
        var item = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal((mine, "same", "published"), (Id(item), (string?)item["externalId"], (string?)item["state"]));
        await service.As(Caller.Person()).GetAsync(new Uri($"{Api}/networks/me/missions", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await service.As(null).PutJsonAsync($"{Api}/networks/me/missions/x", National("x")).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    [Fact]
    public async Task Missions_that_arrive_together_make_one_organisation()
    {
        using var client = service.As(_network);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PutAsync(client, National($"n{number}")).ExpectAsync(HttpStatusCode.Created)));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM organisations o JOIN networks n ON n.id = o.network_id WHERE n.client_id = @client"));
    }

    [Fact]
    public async Task What_is_wrong_is_named_in_the_feeds_words()
    {
        using var client = service.As(_network);
        await PutAsync(client, new JsonObject { ["clientId"] = "empty" }).ExpectInvalidAsync("title", "description", "domain", "organizationName");
        async Task Refused(string field, JsonNode? value, string named)
        {
            var sent = National("bad");
            sent[field] = value;
            await PutAsync(client, sent).ExpectInvalidAsync(named);
        }

        await Refused("remote", "sometimes", "remote");
        await Refused("domain", "cuisine", "domain");
        await Refused("type", "volontariat_service_civique", "type");
        await Refused("places", 0, "places");
        await Refused("startAt", "demain", "startAt");
        await Refused("organizationRNA", "123", "organizationRNA");
        await Refused("hours", new JsonArray("lundi"), "hours[0]");
        await Refused("tags", new JsonArray(new string('a', 1001)), "tags[0]");
        await Refused("addresses", new JsonArray(new JsonObject { ["city"] = "Nulle part", ["postalCode"] = "69001", ["inseeCode"] = "69999" }), "addresses[0].location");
        await Refused("addresses", new JsonArray(new JsonObject { ["city"] = "Lyon", ["postalCode"] = "69001", ["inseeCode"] = "69xxx" }), "addresses[0].inseeCode");
        await Refused("addresses", new JsonArray(new JsonObject { ["city"] = "Lyon", ["postalCode"] = "69001", ["inseeCode"] = "" }), "addresses[0].inseeCode");
        await Refused("addresses", new JsonArray(new JsonObject { ["city"] = "Lyon", ["postalCode"] = "13001" }), "addresses[0].inseeCode");
        await Refused("addresses", new JsonArray(new JsonObject { ["city"] = "Lyon" }), "addresses[0].postalCode");
        await client.PutJsonAsync($"{Api}/networks/me/missions/{new string('a', 201)}", National("x")).ExpectInvalidAsync("externalId");
    }

    [Fact]
    public async Task A_closed_mission_takes_no_update()
    {
        using var client = service.As(_network);
        var sent = National("closed");
        var id = Id(await PutAsync(client, sent).ReadJsonAsync(HttpStatusCode.Created));
        await service.MoveAsync(Caller.Moderator(), id, "closure", new { reason = "reported" });
        Assert.Equal("unchanged", (string?)(await PutAsync(client, sent).ReadJsonAsync())["outcome"]);
        sent["places"] = 9;
        await PutAsync(client, sent).ExpectProblemAsync(HttpStatusCode.Conflict, "mission.closed");
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("client", _network.Subject);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
