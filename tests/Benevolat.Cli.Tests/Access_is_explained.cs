namespace Benevolat.Cli.Tests;

public sealed class Access_is_explained : IAsyncLifetime
{
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    [Fact]
    public async Task Wrong_credentials_are_said_before_anything_is_sent()
    {
        using var feed = TemporaryFeed.Missions(3);
        var ran = await _api.RunAsync("import", feed.Path, "--client-id", "demo-network", "--client-secret", "wrong");
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("Le client demo-network n'a pas obtenu de jeton", ran.Error);
        Assert.Contains("invalid_client", ran.Error);
        Assert.DoesNotContain("wrong", ran.Error.Replace("are wrong", "", StringComparison.Ordinal));
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Without_credentials_it_says_where_to_put_them()
    {
        var ran = await _api.RunAsync("queues");
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("BENEVOLAT_CLIENT_ID", ran.Error);
    }

    [Fact]
    public async Task Credentials_may_come_from_the_environment_and_are_never_shown()
    {
        Environment.SetEnvironmentVariable("BENEVOLAT_CLIENT_ID", "demo-network");
        Environment.SetEnvironmentVariable("BENEVOLAT_CLIENT_SECRET", "secret");
        try
        {
            using var feed = TemporaryFeed.Of("[]");
            Assert.Equal(0, (await _api.RunAsync("import", feed.Path)).Code);
            Assert.DoesNotContain("demo-network", (await Ran.WithInputAsync("", "import", "--help")).Out);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BENEVOLAT_CLIENT_ID", null);
            Environment.SetEnvironmentVariable("BENEVOLAT_CLIENT_SECRET", null);
        }
    }

    [Fact]
    public async Task A_system_that_is_not_there_is_named()
    {
        var ran = await Ran.WithInputAsync("", "queues", "--url", "http://127.0.0.1:1", "--client-id", "a", "--client-secret", "b");
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("Impossible de joindre http://127.0.0.1:1/", ran.Error);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("nothing")]
    [InlineData("redrive")]
    [InlineData("import", "nowhere.json", "--client-id", "a", "--client-secret", "b")]
    [InlineData("import", "x.json", "--parallel", "0")]
    [InlineData("queues", "--url", "localhost:8080", "--client-id", "a", "--client-secret", "b")]
    public async Task Wrong_usage_fails_and_says_why(params string[] args)
    {
        var ran = await Ran.WithInputAsync("", args);
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.NotEmpty(ran.Error);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();
}
