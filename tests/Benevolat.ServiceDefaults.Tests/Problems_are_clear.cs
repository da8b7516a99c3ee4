using System.Net;
using System.Text;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.ServiceDefaults.Tests;

public sealed class Problems_are_clear(NotesService notes) : IClassFixture<NotesService>
{
    private readonly HttpClient _person = notes.As(Caller.Person());

    [Fact]
    public async Task All_wrong_fields_are_named_at_once_in_French()
    {
        var problem = await _person.PostJsonAsync("/notes", new { stars = 9 }).ExpectInvalidAsync("text", "stars");
        Assert.Contains("vide", (string?)problem["errors"]!["text"]![0]);
    }

    [Fact]
    public async Task English_is_spoken_when_it_is_preferred()
    {
        using var english = notes.As(Caller.Person(), "en-US,fr;q=0.5");
        var problem = await english.PostJsonAsync("/notes", new { stars = 3 }).ExpectInvalidAsync("text");
        Assert.Contains("empty", (string?)problem["errors"]!["text"]![0]);
        Assert.StartsWith("Some fields", (string?)problem["title"]);
    }

    [Fact]
    public async Task A_broken_rule_is_a_409_with_its_facts()
    {
        var problem = await _person.PostJsonAsync("/notes", new { text = "refuse", stars = 1 }).ExpectProblemAsync(HttpStatusCode.Conflict, "note.refused");
        Assert.Equal("La note « refuse » est refusée.", (string?)problem["title"]);
    }

    [Theory]
    [InlineData("""{"text":1,"stars":3}""", "text")]
    [InlineData("""{"text":"a","stars":"many"}""", "stars")]
    [InlineData("""{"text":"a","stars":3,"colour":"mauve"}""", "colour")]
    [InlineData("""{"text":"a","stars":3,"colour":1}""", "colour")]
    [InlineData("""{"text":"a","stars":3,"colr":"yellow"}""", "colr")]
    [InlineData("""{"text":"a\u0000b","stars":3}""", "text")]
    [InlineData("""{"text":"a","stars":99999999999}""", "stars")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    public async Task A_value_of_the_wrong_form_is_named(string json, string field) =>
        await SendAsync(json).ExpectInvalidAsync(field);

    [Theory]
    [InlineData("""{"text":1,"stars":3}""", "text", "Écrivez un texte, entre guillemets.")]
    [InlineData("""{"text":"a","stars":"many"}""", "stars", "Écrivez un nombre entier, par exemple 12.")]
    [InlineData("""{"text":"a","stars":3,"colour":"mauve"}""", "colour", "Écrivez l'un de ces mots : yellow, sky-blue.")]
    public async Task The_refusal_says_what_to_write_instead(string json, string field, string sentence)
    {
        var problem = await SendAsync(json).ExpectInvalidAsync(field);
        Assert.Equal(sentence, (string?)problem["errors"]![field]![0]);
    }

    [Theory]
    [InlineData("""{"text":"a",""")]
    [InlineData("""{"text":"a" "stars"}""")]
    [InlineData("hello")]
    public async Task Broken_JSON_is_said_to_be_unreadable(string json) =>
        await SendAsync(json).ExpectProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");

    [Fact]
    public async Task A_body_of_two_megabytes_is_too_large() =>
        await SendAsync($$"""{"text":"{{new string('a', 2_000_000)}}","stars":3}""").ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "http.too-large");

    [Fact]
    public async Task Who_sends_on_after_a_body_became_too_large_reads_the_answer_and_keeps_the_connection()
    {
        var headers = $"Authorization: {_person.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/json\r\n";
        await using var sender = await ChunkedSender.PostAsync(_person.BaseAddress!, "/notes", headers);
        await sender.SendAsync(2_000_000);
        Assert.StartsWith("HTTP/1.1 413", await sender.ReadUntilAsync("http.too-large"), StringComparison.Ordinal);
        await sender.SendAsync(2_000_000);
        await sender.EndAsync();
        await sender.GetAsync("/notes");
        await sender.ReadUntilAsync("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Another_media_type_is_415()
    {
        using var content = new StringContent("<note/>", Encoding.UTF8, "application/xml");
        await _person.PostAsync(new Uri("/notes", UriKind.Relative), content).ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
    }

    [Theory]
    [InlineData("/notes?limit=many", "limit")]
    [InlineData("/notes?tag=a%00b", "tag")]
    public async Task A_wrong_query_parameter_is_named(string path, string parameter) =>
        await GetAsync(_person, path).ExpectInvalidAsync(parameter);

    [Theory]
    [InlineData("/moderators/x", HttpStatusCode.NotFound, "http.not-found")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "http.bug")]
    [InlineData("/notes?limit=many", HttpStatusCode.BadRequest, "request.invalid")]
    public async Task Whoever_accepts_only_pages_gets_the_problem_all_the_same(string path, HttpStatusCode status, string code)
    {
        using var browser = notes.As(Caller.Person());
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await GetAsync(browser, path).ExpectProblemAsync(status, code);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "http.not-found")]
    [InlineData("/moderators/x", HttpStatusCode.NotFound, "http.not-found")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "http.bug")]
    public async Task Bare_statuses_and_bugs_are_problems_without_details(string path, HttpStatusCode status, string code)
    {
        var problem = await GetAsync(_person, path).ExpectProblemAsync(status, code);
        Assert.DoesNotContain("secret", problem.ToJsonString());
    }

    private Task<HttpResponseMessage> SendAsync(string json) =>
        _person.PostAsync(new Uri("/notes", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));
}
