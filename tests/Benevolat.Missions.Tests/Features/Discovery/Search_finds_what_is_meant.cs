namespace Benevolat.Missions.Tests.Features;

public sealed class Search_finds_what_is_meant(MissionsService service) : IAsyncLifetime
{
    private readonly SearchScene _scene = new(service);

    public ValueTask InitializeAsync() => _scene.SetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Help_with_homework_near_lyon_shows_its_true_distance()
    {
        var found = await _scene.FindAsync($"q=aide%20aux%20devoirs&{SearchScene.Bellecour}&radiusKm=15");

        var only = Assert.Single(found["items"]!.AsArray())!;
        Assert.Equal("Aider des collégiens à faire leurs devoirs", (string?)only["title"]);
        Assert.Equal(0.6, (double)only["distanceKm"]!);
        Assert.Equal(("Lyon", "69", "69002"), ((string?)only["place"]!["commune"], (string?)only["place"]!["department"], (string?)only["place"]!["postcode"]));
        Assert.Equal((true, 2), ((bool)only["organisation"]!["verified"]!, (int)only["placesLeft"]!));
        Assert.Equal(1, (int)found["total"]!);
        Assert.Equal("""{"corrected":{},"dropped":[]}""", found["query"]!.ToJsonString());
    }

    [Theory]
    [InlineData("q=collegiens", 1)]
    [InlineData("q=COLL%C3%89GIENS", 1)]
    [InlineData("q=devoirs%20aide", 3)]
    [InlineData("q=b%C3%A9n%C3%A9vole%20comptabilite", 1)]
    [InlineData("q=saint-etienne", 1)]
    [InlineData("q=Saint%20%C3%89tienne", 1)]
    [InlineData("q=l%27arbresle", 1)]
    [InlineData("q=soutien%20scolaire", 3)]
    [InlineData("q=cooperatrice", 4)]
    [InlineData("q=de%20la", 4)]
    [InlineData("q=%22%20%26%20%7C%20%21%20%28%20%27%3A%2A", 4)]
    [InlineData("q=introuvable", 0)]
    [InlineData("domain=education", 3)]
    [InlineData("domain=education&domain=gestion-finance-droit", 4)]
    [InlineData("kind=support", 1)]
    [InlineData("remote=full", 1)]
    [InlineData("department=69", 2)]
    [InlineData("department=42&department=75", 1)]
    [InlineData("activity=soutien-scolaire", 3)]
    [InlineData("audience=associations&audience=seniors", 1)]
    [InlineData("skill=M1203", 1)]
    [InlineData("openToMinors=true", 1)]
    [InlineData("openToMinors=false", 4)]
    [InlineData("reducedMobility=true", 1)]
    [InlineData("groupOf=2", 3)]
    [InlineData("hours=wed-14,wed-15", 1)]
    [InlineData("hours=sat-9", 1)]
    [InlineData("hours=wed-14&hours=sat-10", 2)]
    [InlineData("hours=sun-3", 0)]
    [InlineData("maxHoursPerWeek=3", 3)]
    [InlineData("from=2027-04-01", 2)]
    [InlineData("to=2027-01-31", 2)]
    [InlineData("from=2027-03-13&to=2027-03-13", 4)]
    [InlineData("from=2027-03-14&to=2027-03-20", 3)]
    [InlineData("bbox=4.7,45.6,5.0,45.9", 1)]
    [InlineData("bbox=4,45,5,46", 3)]
    [InlineData("bbox=170,-50,-170,50", 0)]
    [InlineData("near=45.7578,4.8320&radiusKm=30", 2)]
    [InlineData("near=45.7578,4.8320&radiusKm=18", 1)]
    [InlineData("near=45.7578,4.8320", 4)]
    [InlineData("network=nobody", 0)]
    public async Task Every_filter_keeps_what_fits(string query, int total) => Assert.Equal(total, (int)(await _scene.FindAsync(query))["total"]!);
}
