using System.Net;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Npgsql;

namespace Benevolat.ServiceDefaults.Tests;

public sealed class Changes_are_safe(NotesService notes) : IClassFixture<NotesService>
{
    private readonly HttpClient _person = notes.As(Caller.Person());

    [Fact]
    public async Task A_change_needs_the_version_that_was_read()
    {
        var location = await CreateAsync("première");
        await _person.PutJsonAsync(location, new { text = "deux", stars = 1 }).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await _person.PutJsonAsync(location, new { text = "deux", stars = 1 }, ifMatch: "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await _person.PutJsonAsync(location, new { text = "trois", stars = 1 }, ifMatch: "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_and_one_note()
    {
        var key = Guid.NewGuid().ToString();
        var body = new { text = $"une fois {key[..8]}", stars = 2 };
        using var first = await _person.PostJsonAsync("/notes", body, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
        using var second = await _person.PostJsonAsync("/notes", body, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(1, await CountAsync(body.text));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_422()
    {
        var key = Guid.NewGuid().ToString();
        await _person.PostJsonAsync("/notes", new { text = "a", stars = 2 }, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
        await _person.PostJsonAsync("/notes", new { text = "b", stars = 2 }, idempotencyKey: key).ExpectProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
    }

    [Fact]
    public async Task Another_person_may_use_the_same_key()
    {
        var key = Guid.NewGuid().ToString();
        using var other = notes.As(Caller.Person());
        using var first = await _person.PostJsonAsync("/notes", new { text = "a", stars = 2 }, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
        using var second = await other.PostJsonAsync("/notes", new { text = "a", stars = 2 }, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_twin_that_arrives_meanwhile_is_409_and_the_first_goes_on()
    {
        var key = Guid.NewGuid().ToString();
        var first = _person.PostJsonAsync("/notes", new { text = "attends", stars = 2 }, idempotencyKey: key);
        await Eventually.TrueAsync(() => Task.FromResult(notes.AtTheGate == 1), "the first is under way");
        await _person.PostJsonAsync("/notes", new { text = "attends", stars = 2 }, idempotencyKey: key).ExpectProblemAsync(HttpStatusCode.Conflict, "idempotency.in-flight");
        notes.Gate.Release();
        await first.ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_refused_creation_leaves_nothing_and_frees_the_key()
    {
        var key = Guid.NewGuid().ToString();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await _person.PostJsonAsync("/notes", new { text = "refuse", stars = 2 }, idempotencyKey: key).ExpectProblemAsync(HttpStatusCode.Conflict, "note.refused");
        }

        Assert.Equal(0, await CountAsync("refuse"));
        await _person.PostJsonAsync("/notes", new { text = "corrigée", stars = 2 }, idempotencyKey: key).ExpectAsync(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_that_is_no_key_is_named(int length) =>
        await _person.PostJsonAsync("/notes", new { text = "a", stars = 2 }, idempotencyKey: new string('k', length)).ExpectInvalidAsync("Idempotency-Key");

    [Fact]
    public async Task A_list_is_walked_by_cursor_and_a_foreign_cursor_is_refused()
    {
        for (var stars = 1; stars <= 5; stars++) { await _person.PostJsonAsync("/notes", new { text = "liste", stars }).ExpectAsync(HttpStatusCode.Created); }

        var page = await _person.GetAsync(new Uri("/notes?limit=2", UriKind.Relative)).ReadJsonAsync();
        var next = (string?)page["next"];
        Assert.NotNull(next);
        using var second = await _person.GetAsync(new Uri($"/notes?limit=2&cursor={next}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("rel=\"next\"", second.Headers.GetValues("Link").Single());

        await _person.GetAsync(new Uri($"/notes?tag=other&cursor={next}", UriKind.Relative)).ExpectInvalidAsync("cursor");
        await _person.GetAsync(new Uri("/notes?cursor=!!", UriKind.Relative)).ExpectInvalidAsync("cursor");
        await _person.GetAsync(new Uri("/notes?cursor=bnVsbA", UriKind.Relative)).ExpectInvalidAsync("cursor");
    }

    private async Task<string> CreateAsync(string text)
    {
        using var answer = await _person.PostJsonAsync("/notes", new { text, stars = 1 }).ExpectAsync(HttpStatusCode.Created);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<long> CountAsync(string text)
    {
        await using var database = NpgsqlDataSource.Create(notes.Database);
        await using var command = database.CreateCommand("SELECT count(*) FROM notes WHERE text = $1");
        command.Parameters.AddWithValue(text);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
