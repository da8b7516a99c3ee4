using System.Text.Json.Nodes;
using Benevolat.Testing.Tokens;

namespace Benevolat.Missions.Tests.Features;

public sealed class Search_finds_what_is_meant(MissionsService service) : IClassFixture<MissionsService>, IAsyncLifetime
{
    private static readonly string Bellecour = "near=45.7578,4.8320";
    private Guid _lyon;
    private Guid _arbresle;
    private Guid _paris;

    public async ValueTask InitializeAsync()
    {
        if (((JsonArray)(await service.SearchAsync("q=devoirs"))["items"]!).Count > 0) { return; }

        var owner = Caller.Person();
        var organisation = await service.RegisterVerifiedAsync(owner);
        _lyon = await service.PublishAsync(owner, organisation);
        var arbresle = MissionsService.Mission("Aide aux devoirs au collège de L'Arbresle");
        arbresle["addresses"] = new JsonArray(MissionsService.At("L'Arbresle", "69010", "69210", 4.6085, 45.8353));
        _arbresle = await service.PublishAsync(owner, organisation, arbresle);
        var paris = MissionsService.Mission("Aide aux devoirs pour des élèves parisiens");
        paris["addresses"] = new JsonArray(MissionsService.At("Paris", "75056", "75011", 2.38, 48.859));
        _paris = await service.PublishAsync(owner, organisation, paris);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Help_with_homework_near_lyon_shows_its_true_distance()
    {
        var found = await service.SearchAsync($"q=aide%20aux%20devoirs&{Bellecour}&radiusKm=15");

        var only = Assert.Single(found["items"]!.AsArray())!;
        Assert.Equal("Aider des collégiens à faire leurs devoirs", (string?)only["title"]);
        Assert.Equal(0.6, (double)only["distanceKm"]!);
        Assert.Equal("Lyon", (string?)only["place"]!["commune"]);
        Assert.Equal("69", (string?)only["place"]!["department"]);
        Assert.True((bool)only["organisation"]!["verified"]!);
        Assert.Equal(1, (int)found["total"]!);
        Assert.NotEqual(_arbresle, _paris);
        Assert.NotEqual(_lyon, _paris);
    }
}
