namespace Benevolat.Cli.Tests;

public sealed class A_feed_is_read_first : IAsyncLifetime
{
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    [Theory]
    [InlineData("""[{"clientId":"a"},{"title":"x"}]""", "La mission n° 2 n'a pas de clientId")]
    [InlineData("""[{"clientId":"a"},{"clientId":"a"}]""", "« a » apparaît deux fois")]
    [InlineData("""{"clientId":"a"}""", "un tableau JSON de missions est attendu")]
    [InlineData("[{]", "n'est pas du JSON lisible : ligne 1")]
    [InlineData("", "n'est pas du JSON lisible")]
    public async Task A_feed_that_makes_no_sense_sends_nothing(string text, string sentence)
    {
        using var feed = TemporaryFeed.Of(text);
        var ran = await _api.RunAsClientAsync("import", feed.Path);
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains(sentence, ran.Error);
        Assert.Empty(_api.Requests);
    }

    [Fact]
    public async Task An_empty_feed_changes_nothing()
    {
        using var feed = TemporaryFeed.Of("[]");
        var ran = await _api.RunAsClientAsync("import", feed.Path);
        Assert.Equal(0, ran.Code);
        Assert.Contains("0 créée(s)", ran.Out);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();
}
