using Benevolat.Testing;

namespace Benevolat.ServiceDefaults.Tests;

public sealed class Parameters_that_nobody_reads(NotesService notes) : IClassFixture<NotesService>
{
    private const string Path = "/notes/found/0197f000-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("")]
    [InlineData("?q=a&newestFirst=true&colour=Yellow&with=b&stars=1&stars=2")]
    [InlineData("?Q=a&NEWESTFIRST=true")]
    public async Task What_the_handler_reads_passes(string query) => await GetAsync(query).ReadJsonAsync();

    [Theory]
    [InlineData("?word=a", "word")]
    [InlineData("?words=a", "words")]
    [InlineData("?q=a&newest=true&farest=true", "newest,farest")]
    [InlineData("?extra=a", "extra")]
    [InlineData("?agent=a&accept=b", "agent,accept")]
    [InlineData("?id=0197f000-0000-7000-8000-000000000000", "id")]
    [InlineData("?clock=1&http=2", "clock,http")]
    [InlineData("?q", "")]
    [InlineData("?naïf=1", "naïf")]
    public async Task Others_are_all_named(string query, string named)
    {
        if (named.Length == 0) { await GetAsync(query).ReadJsonAsync(); }
        else { await GetAsync(query).ExpectInvalidAsync(named.Split(',')); }
    }

    [Fact]
    public async Task The_sentence_says_which_there_are_in_the_readers_language()
    {
        var french = await GetAsync("?queue=1").ExpectInvalidAsync("queue");
        Assert.Equal("Ce paramètre n'existe pas ici. Existent : colour, newestFirst, q, stars, with.", (string?)french["errors"]!["queue"]![0]);
        var english = await notes.As(null, "en").GetAsync(new Uri($"{Path}?queue=1", UriKind.Relative)).ExpectInvalidAsync("queue");
        Assert.StartsWith("There is no such parameter", (string?)english["errors"]!["queue"]![0], StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string query) => notes.As(null).GetAsync(new Uri(Path + query, UriKind.Relative));
}
