using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features.Discovery;

/// <summary>On a service of its own, because its clock is moved.</summary>
public sealed class Searches_are_kept : IAsyncLifetime
{
    private const string Searches = $"{Api}/saved-searches";

    private readonly MissionsService _service = new();
    private readonly Caller _reader = Caller.Person();
    private readonly Caller _owner = Caller.Person();
    private Guid _organisation;

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        _organisation = await _service.RegisterVerifiedAsync(_owner);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_search_is_kept_changed_and_let_go_of()
    {
        using var client = _service.As(_reader);
        var saved = await SaveAsync(client, "Devoirs", "radiusKm=5&near=45.76,4.84&q=devoirs&cursor=abc&limit=3", "daily");
        Assert.Equal("near=45.76%2C4.84&q=devoirs&radiusKm=5", ((string?)saved["query"])!.Replace("45.76,4.84", "45.76%2C4.84", StringComparison.Ordinal));

        var path = $"{Searches}/{Id(saved)}";
        using var read = await client.GetAsync(new Uri(path, UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        var changed = await client.PutJsonAsync(path, new { name = "Devoirs à Lyon", alerts = "never" }, read.Headers.ETag!.ToString()).ReadJsonAsync();
        Assert.Equal(("Devoirs à Lyon", "never"), ((string?)changed["name"], (string?)changed["alerts"]));
        await client.PutJsonAsync(path, new { name = "x", alerts = "daily" }, read.Headers.ETag!.ToString()).ExpectAsync(HttpStatusCode.PreconditionFailed);
        await client.PutJsonAsync(path, new { name = "x", alerts = "daily" }).ExpectAsync(HttpStatusCode.PreconditionRequired);

        using var stranger = _service.As(Caller.Person());
        await stranger.GetAsync(new Uri(path, UriKind.Relative)).ExpectAsync(HttpStatusCode.NotFound);
        await stranger.DeleteAsync(new Uri(path, UriKind.Relative)).ExpectAsync(HttpStatusCode.NotFound);
        Assert.Empty((await stranger.GetAsync(new Uri(Searches, UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray());
        await client.DeleteAsync(new Uri(path, UriKind.Relative)).ExpectAsync(HttpStatusCode.NoContent);
        await client.GetAsync(new Uri(path, UriKind.Relative)).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "q=a", "name")]
    [InlineData("Bien", "domain=cuisine", "query")]
    [InlineData("Bien", "color=red", "query")]
    [InlineData("Bien", "near=here", "query")]
    [InlineData("Bien", "radiusKm=much", "query")]
    [InlineData("Bien", "from=tomorrow", "query")]
    [InlineData("Bien", "organisation=none", "query")]
    public async Task What_is_no_search_is_not_kept(string name, string query, string field)
    {
        using var client = _service.As(_reader);
        await client.PostJsonAsync(Searches, new { name, query, alerts = "daily" }).ExpectInvalidAsync(field);
    }

    [Fact]
    public async Task Fifty_searches_are_enough_for_one_person()
    {
        using var client = _service.As(Caller.Person());
        for (var i = 0; i < 50; i++) { await SaveAsync(client, $"Recherche {i}", $"q=mot{i}", "never"); }
        await client.PostJsonAsync(Searches, new { name = "Une de trop", query = "q=a", alerts = "never" }).ExpectProblemAsync(HttpStatusCode.Conflict, "saved-search.too-many");
    }

    [Fact]
    public async Task New_missions_that_fit_are_told_once_whatever_the_number_of_replicas()
    {
        await _service.StartHostAsync();
        await PublishAsync("Aider au vestiaire avant la recherche", "vestiaire");
        using var client = _service.As(_reader);
        var search = Id(await SaveAsync(client, "Le vestiaire", "q=vestiaire", "at-once"));
        var never = Id(await SaveAsync(client, "Sans alerte", "q=vestiaire", "never"));
        var (one, other) = (await PublishAsync("Trier au vestiaire le samedi", "vestiaire"), await PublishAsync("Ranger le vestiaire le mardi", "vestiaire"));
        await PublishAsync("Tenir la buvette", "buvette");

        _service.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = await _service.Bus.HearAsync<SavedSearchMatched>(alert => alert.SavedSearchId == search);
        Assert.Equal((_reader.AccountId, 2, 1L), (told.AccountId, told.Total, told.Version));
        Assert.Equal(new[] { one, other }.Order(), told.MissionIds.Order());

        var later = await PublishAsync("Repasser au vestiaire", "vestiaire");
        _service.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await _service.Bus.HearAsync<SavedSearchMatched>(alert => alert.SavedSearchId == search && alert.Version == 2);
        Assert.Equal([later], second.MissionIds);
        Assert.Equal(2, _service.Bus.Heard<SavedSearchMatched>().Count(alert => alert.SavedSearchId == search));
        Assert.DoesNotContain(_service.Bus.Heard<SavedSearchMatched>(), alert => alert.SavedSearchId == never);
        Assert.DoesNotContain(_service.Bus.Everything, message => message.Json.Contains("Le vestiaire", StringComparison.Ordinal));
    }

    private async Task<Guid> PublishAsync(string title, string word)
    {
        var id = await _service.PublishAsync(_owner, _organisation, Mission(title));
        await _service.SearchUntilAsync($"q={word}", found => found["items"]!.AsArray().Any(item => Id(item!) == id));
        return id;
    }

    private static Task<JsonNode> SaveAsync(HttpClient client, string name, string query, string alerts) =>
        client.PostJsonAsync(Searches, new { name, query, alerts }).ReadJsonAsync(HttpStatusCode.Created);
}
