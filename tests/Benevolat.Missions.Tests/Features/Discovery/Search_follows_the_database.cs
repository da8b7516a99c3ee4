using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Data.Following;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features.Discovery;

/// <summary>Two replicas on one database: what one commits, both find.</summary>
public sealed class Search_follows_the_database : IAsyncLifetime
{
    /// <summary>The promise is a second from the commit; a machine that is busy with other tests gets some more.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly MissionsService _service = new();
    private readonly Caller _owner = Caller.Person();
    private WebApplicationFactory<Program> _second = null!;
    private Guid _organisation;

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        _organisation = await _service.RegisterVerifiedAsync(_owner, "Les Veilleurs");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Every_change_shows_on_every_replica()
    {
        _second = await _service.StartHostAsync();
        var id = await _service.PublishAsync(_owner, _organisation, Mission("Tenir la permanence du vestiaire"));
        await BothFindAsync("q=vestiaire", found => (int)found["total"]! == 1 && (int)found["items"]![0]!["placesLeft"]! == 2);

        await EditAsync(id, mission => mission["title"] = "Tenir la permanence de la friperie");
        await BothFindAsync("q=friperie", found => (int)found["total"]! == 1);
        await BothFindAsync("q=vestiaire", found => (int)found["total"]! == 0);

        await _service.Bus.PublishAsync(new PlacesChanged(id, 1, 2, 1, 1));
        await BothFindAsync("q=friperie", found => (int)found["items"]![0]!["placesLeft"]! == 1);

        await _service.MoveAsync(_owner, id, "pause");
        await BothFindAsync("q=friperie", found => (int)found["total"]! == 0);
        await _service.MoveAsync(_owner, id, "publication");
        await BothFindAsync("q=friperie", found => (int)found["total"]! == 1);

        using var moderator = _service.As(Caller.Moderator());
        await moderator.PostJsonAsync($"{Api}/organisations/{_organisation}/suspension", new { reason = "moderation" }, await ETagAsync(moderator, $"organisations/{_organisation}")).ExpectSuccessAsync();
        await BothFindAsync("q=friperie", found => (int)found["total"]! == 0);
    }

    [Fact]
    public async Task A_replica_that_starts_later_knows_what_was_there_and_is_ready_only_then()
    {
        await _service.PublishAsync(_owner, _organisation, Mission("Repeindre la grange du refuge"));

        // StartHostAsync waits for readiness: from that moment on nothing may be missing.
        _second = await _service.StartHostAsync();

        Assert.Equal(1, (int)(await FindAsync(_second, "q=grange"))["total"]!);
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_not_passed_over()
    {
        await using var database = NpgsqlDataSource.Create(_service.Database);
        var reader = MissionChangeLog.Reader(database);
        await reader.StartAsync(CancellationToken.None);
        var (early, late) = (Guid.NewGuid(), Guid.NewGuid());
        await using var slow = await database.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await NoteAsync(slow, late);
        await using (var quick = await database.OpenConnectionAsync()) { await NoteAsync(quick, early); }

        var first = await reader.NextAsync(CancellationToken.None);
        reader.Advance(first);
        Assert.Contains(early, Missions(first));
        Assert.DoesNotContain(late, Missions(first));

        await transaction.CommitAsync();
        var second = await reader.NextAsync(CancellationToken.None);
        reader.Advance(second);
        Assert.Equal([late], Missions(second));
        Assert.Empty((await reader.NextAsync(CancellationToken.None)).Items);
    }

    [Fact]
    public async Task What_was_read_but_not_taken_in_is_read_again()
    {
        await using var database = NpgsqlDataSource.Create(_service.Database);
        var reader = MissionChangeLog.Reader(database);
        await reader.StartAsync(CancellationToken.None);
        var id = Guid.NewGuid();
        await using (var connection = await database.OpenConnectionAsync()) { await NoteAsync(connection, id); }

        Assert.Contains(id, Missions(await reader.NextAsync(CancellationToken.None)));
        Assert.Contains(id, Missions(await reader.NextAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Old_notes_are_swept_and_young_ones_stay()
    {
        await using var database = NpgsqlDataSource.Create(_service.Database);
        var (old, young) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var connection = await database.OpenConnectionAsync())
        {
            await NoteAsync(connection, old, "now() - interval '2 hours'");
            await NoteAsync(connection, young);
        }

        await _service.Services.GetRequiredService<ChangeReader<NotedChange>>().PruneAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Equal(0, await CountAsync(database, old));
        Assert.Equal(1, await CountAsync(database, young));
    }

    private static IEnumerable<Guid?> Missions(Changes<NotedChange> changes) => changes.Items.Select(change => change.Mission);

    private async Task BothFindAsync(string query, Func<JsonNode, bool> asItShould)
    {
        await _service.SearchUntilAsync(query, asItShould);
        await Eventually.TrueAsync(async () => asItShould(await FindAsync(_second, query)), $"the other replica finds {query} too", Soon);
    }

    private async Task<JsonNode> FindAsync(WebApplicationFactory<Program> host, string query)
    {
        using var client = _service.As(host, null);
        return await client.GetAsync(new Uri($"{Api}/missions?{query}", UriKind.Relative)).ReadJsonAsync();
    }

    private async Task EditAsync(Guid id, Action<JsonObject> change)
    {
        using var client = _service.As(_owner);
        var mission = Mission();
        change(mission);
        await client.PutJsonAsync($"{Api}/missions/{id}", mission, await ETagAsync(client, $"missions/{id}")).ExpectSuccessAsync();
    }

    private static async Task NoteAsync(NpgsqlConnection connection, Guid mission, string at = "now()")
    {
        await using var command = new NpgsqlCommand($"INSERT INTO mission_changes (mission_id, changed_at) VALUES ($1, {at})", connection);
        command.Parameters.AddWithValue(mission);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, Guid mission)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM mission_changes WHERE mission_id = $1");
        command.Parameters.AddWithValue(mission);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
