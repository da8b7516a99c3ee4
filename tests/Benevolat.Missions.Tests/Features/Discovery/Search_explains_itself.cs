using System.Text.Json.Nodes;

namespace Benevolat.Missions.Tests.Features.Discovery;

public sealed class Search_explains_itself(MissionsService service) : IAsyncLifetime
{
    private readonly SearchScene _scene = new(service);

    public ValueTask InitializeAsync() => _scene.SetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("q=conptabilite", "conptabilite", "comptabilite", 1)]
    [InlineData("q=collegeins%20", "collegeins", "collegiens", 1)]
    public async Task A_typing_error_is_corrected_and_said(string query, string written, string meant, int total)
    {
        var found = await _scene.FindAsync(query);

        Assert.Equal(meant, (string?)found["query"]!["corrected"]![written]);
        Assert.Equal(total, (int)found["total"]!);
    }

    [Fact]
    public async Task Where_nothing_has_all_words_the_one_that_is_in_the_way_is_named()
    {
        var found = await _scene.FindAsync("q=devoirs%20accord%C3%A9on%20coll%C3%A8ge");

        Assert.Equal(["accordeon"], Texts(found["query"]!["dropped"]));
        Assert.Equal(1, (int)found["total"]!);
    }

    [Fact]
    public async Task A_phrase_in_quotes_keeps_its_order()
    {
        Assert.Equal(1, (int)(await _scene.FindAsync("q=%22saisir%20les%20%C3%A9critures%22"))["total"]!);
        Assert.Equal(0, (int)(await _scene.FindAsync("q=%22%C3%A9critures%20saisir%22"))["total"]!);
    }

    [Fact]
    public async Task An_explanation_names_words_weights_and_scores_only_when_asked()
    {
        var plain = await _scene.FindAsync("q=devoirs");
        Assert.Null(plain["query"]!["explanation"]);

        var explanation = (await _scene.FindAsync("q=devoirs&explain=true"))["query"]!["explanation"]!;
        var word = Assert.Single(explanation["words"]!.AsArray())!;
        Assert.Equal("devoirs", (string?)word["written"]);
        Assert.Equal(["devoi"], Texts(word["alternatives"]![0]!["stems"]));
        Assert.Equal(1.0, explanation["weights"]!.AsObject().Sum(weight => (double)weight.Value!), 6);
        Assert.Equal(plain["items"]!.AsArray().Select(item => (string?)item!["id"]), explanation["scores"]!.AsArray().Select(score => (string?)score!["id"]));
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(text => (string)text!);
}
