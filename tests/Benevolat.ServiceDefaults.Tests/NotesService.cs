using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Benevolat.Testing.Servers;
using Benevolat.Testing.Tokens;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Benevolat.ServiceDefaults.Tests;

/// <summary>The smallest service there could be, on everything that ServiceDefaults gives, to test just that.</summary>
public sealed class NotesService : IAsyncLifetime
{
    private WebApplication _app = null!;

    public string Database { get; private set; } = null!;

    public TestIdentity Identity { get; private set; } = null!;

    /// <summary>Holds handlers that were asked to wait, until the test lets them go.</summary>
    public SemaphoreSlim Gate { get; } = new(0);

    /// <summary>How many handlers have reached the gate.</summary>
    public int AtTheGate => _atTheGate;

    private int _atTheGate;

    public async ValueTask InitializeAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder((await TestServers.GetAsync()).Postgres);
        admin.Database = $"notes_{Guid.NewGuid():N}";
        Database = admin.ConnectionString;
        Identity = await TestIdentity.StartAsync();

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:notesdb"] = Database,
            ["services:identity:http:0"] = Identity.Address.AbsoluteUri.TrimEnd('/'),
        });
        builder.AddServiceDefaults();
        builder.AddApiDefaults<NotesService>("missions");
        builder.AddDatabase<NotesDb>("notesdb");
        _app = builder.Build();
        _app.UseApiDefaults();
        MapNotes();

        await using (var scope = _app.Services.CreateAsyncScope()) { await scope.ServiceProvider.GetRequiredService<NotesDb>().Database.EnsureCreatedAsync(); }
        await _app.StartAsync();
    }

    public HttpClient As(Caller? caller, string language = "fr")
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (caller is not null) { client.DefaultRequestHeaders.Authorization = new("Bearer", Identity.Sign(caller.Subject, caller.Scopes, caller.Roles)); }
        return client;
    }

    public HttpClient With(string token)
    {
        var client = As(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Identity.DisposeAsync();
        await TestDatabase.DropAsync(Database);
        Gate.Dispose();
    }

    private void MapNotes()
    {
        _app.MapPost("/notes", async (NoteRequest request, NotesDb db, HttpContext http) =>
        {
            var note = new Note { Id = Guid.CreateVersion7(), Text = request.Text!, Stars = request.Stars };
            db.Add(note);
            await db.SaveChangesAsync();
            if (request.Text == "attends")
            {
                Interlocked.Increment(ref _atTheGate);
                await Gate.WaitAsync();
            }

            Refusals.Note.Require(request.Text != "refuse", ("text", request.Text!));
            http.SetETag(note.Version);
            return TypedResults.Created($"/notes/{note.Id}", note);
        }).RequireAuthorization(Policies.Person).Validated<NoteRequest>().Idempotent<NotesDb>();

        _app.MapPut("/notes/{id:guid}", async (Guid id, NoteRequest request, NotesDb db, HttpContext http) =>
        {
            var note = await db.Notes.SingleAsync(row => row.Id == id);
            http.RequireIfMatch(note.Version);
            (note.Text, note.Version) = (request.Text!, note.Version + 1);
            await db.SaveChangesAsync();
            http.SetETag(note.Version);
            return TypedResults.NoContent();
        }).RequireAuthorization(Policies.Person).Validated<NoteRequest>();

        _app.MapGet("/notes", async (int? limit, string? cursor, string? tag, NotesDb db, HttpContext http) =>
        {
            var after = Cursor.Decode<NotePosition>(cursor, $"tag={tag}");
            var size = limit ?? 2;
            var notes = await db.Notes.Where(note => after == null || note.Stars > after.Stars).OrderBy(note => note.Stars).Take(size + 1).ToListAsync();
            return http.ToPage(notes, size, last => Cursor.Encode(new NotePosition(last.Stars), $"tag={tag}"));
        }).AllowAnonymous();

        _app.MapGet("/notes/found/{id:guid}", (
            Guid id, [AsParameters] NoteFilter filter, [FromQuery(Name = "with")] string? extra, [FromHeader] string? accept, int[]? stars, HttpContext http, TimeProvider clock) =>
            TypedResults.Ok(new { id, filter.Words, filter.NewestFirst, extra, stars })).AllowAnonymous().RefuseUnknownParameters();

        _app.MapGet("/broken", string () => throw new InvalidOperationException("secret detail")).AllowAnonymous();
        _app.MapGet("/moderators", () => "ok").RequireAuthorization(Policies.Moderator);
        _app.MapGet("/networks", () => "ok").RequireAuthorization(Policies.Network);
        _app.MapGet("/operators", () => "ok").RequireAuthorization(Policies.Operator);
    }
}

public sealed record NoteRequest(string? Text, int Stars, NoteColour Colour = NoteColour.Yellow);

public sealed record NoteFilter([property: FromQuery(Name = "q")] string? Words, bool? NewestFirst, NoteColour? Colour, [property: FromHeader(Name = "X-Agent")] string? Agent);

public enum NoteColour { Yellow, SkyBlue }

public sealed record NotePosition(int Stars);

public sealed class NoteRequestValidator : AbstractValidator<NoteRequest>
{
    public NoteRequestValidator()
    {
        RuleFor(note => note.Text).NotEmpty().MaximumLength(50);
        RuleFor(note => note.Stars).InclusiveBetween(1, 5);
    }
}

public static class Refusals
{
    public static readonly Rule Note = new("note.refused", "La note « {text} » est refusée.", "The note “{text}” is refused.");
}

public sealed class Note
{
    public Guid Id { get; init; }
    public required string Text { get; set; }
    public int Stars { get; init; }
    public long Version { get; set; } = 1;
}

public sealed class NotesDb(DbContextOptions<NotesDb> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().Property(note => note.Version).IsConcurrencyToken();
        modelBuilder.AddIdempotency();
    }
}
