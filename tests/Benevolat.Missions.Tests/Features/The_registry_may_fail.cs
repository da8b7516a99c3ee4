using System.Diagnostics;
using Benevolat.Missions.Features.Registry;
using Benevolat.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Benevolat.Missions.Tests.Features;

/// <summary>The adapter alone against a real server: whatever that one does, there is an answer, and soon.</summary>
public sealed class The_registry_may_fail : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly Dictionary<string, string?> _settings = [];
    private StubRegistry _stub = null!;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => _stub = await StubRegistry.StartAsync();

    [Fact]
    public async Task Candidates_are_asked_for_and_read()
    {
        var found = await AskAsync("Le goût & Cie");
        Assert.Equal("/search?q=le%20go%C3%BBt%20%26%20cie&per_page=10&page=1", Assert.Single(_stub.Asked));
        Assert.Equal(
            [
                new("LE GOUT DU PAIN", "732829320", "73282932000074", null, false, "LYON", "69123", "69003"),
                new RegistryCandidate("LE GOUT DES AUTRES", "356000000", "35600000000048", "W691234567", true, "LYON 3", "69383", "69003"),
            ],
            found);
    }

    [Fact]
    public async Task What_was_answered_is_remembered_for_some_hours()
    {
        await AskAsync("Le goût");
        Assert.NotNull(await AskAsync("  LE  goût "));
        Assert.Single(_stub.Asked);
        _clock.Advance(TimeSpan.FromHours(7));
        await AskAsync("Le goût");
        Assert.Equal(2, _stub.Asked.Count);
    }

    [Fact]
    public async Task A_tired_service_is_left_alone_as_long_as_it_asks()
    {
        _stub.Answer = http =>
        {
            http.Response.Headers.RetryAfter = "7";
            return StubRegistry.Json(http, "{}", 429);
        };
        Assert.Null(await AskAsync());
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await AskAsync());
        Assert.Single(_stub.Asked);
        _clock.Advance(TimeSpan.FromSeconds(3));
        _stub.Answer = http => StubRegistry.Json(http, StubRegistry.Two);
        Assert.NotNull(await AskAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_service_is_not_waited_for(bool beginsInTime)
    {
        _settings["Timeout"] = "00:00:00.300";
        _stub.Answer = async http =>
        {
            if (beginsInTime) { await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "{ \"results\": ["); }
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var waited = Stopwatch.StartNew();
        Assert.Null(await AskAsync());
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_service_that_stumbles_gets_a_second_chance_and_no_third()
    {
        _stub.Answer = http => _stub.Asked.Count == 1 ? StubRegistry.Json(http, "{}", 500) : StubRegistry.Json(http, StubRegistry.Two);
        Assert.NotNull(await AskAsync());
        _stub.Answer = http => StubRegistry.Json(http, "{}", 503);
        Assert.Null(await AskAsync("autre"));
        Assert.Equal(4, _stub.Asked.Count);
    }

    [Theory]
    [InlineData("{ \"results\": [ {")]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"results\": 5 }")]
    [InlineData("{ \"results\": [ 5 ] }")]
    [InlineData("{ \"erreur\": \"3 caractères minimum\" }")]
    public async Task An_answer_that_makes_no_sense_is_no_answer(string body)
    {
        _stub.Answer = http => StubRegistry.Json(http, body);
        Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task Of_an_answer_what_makes_sense_is_kept()
    {
        _stub.Answer = http => StubRegistry.Json(http, """
            { "results": [ null, {}, { "nom_complet": " " },
              { "siren": "123456789", "nom_complet": "Une", "siege": { "siret": "1", "commune": "Lyon", "code_postal": "6900" }, "complements": { "est_association": true, "identifiant_association": "1234" } },
              { "nom_complet": "Autre", "siege": null, "complements": null } ] }
            """);
        Assert.Equal(
            [new("Une", null, null, null, true, null, null, null), new RegistryCandidate("Autre", null, null, null, false, null, null, null)], await AskAsync());
    }

    [Fact]
    public async Task Too_much_of_an_answer_and_one_from_elsewhere_are_not_taken()
    {
        _stub.Answer = http => StubRegistry.Json(http, $$"""{ "results": [], "more": "{{new string('a', 1_100_000)}}" }""");
        Assert.Null(await AskAsync());
        _stub.Answer = http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        Assert.Null(await AskAsync());
        Assert.DoesNotContain("/elsewhere", _stub.Asked);
    }

    [Fact]
    public async Task More_than_allowed_is_refused_here_and_now()
    {
        _settings["RequestsPerSecond"] = "3";
        var registry = Build();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => registry.FindAsync($"nom {number}", CancellationToken.None)));
        Assert.Equal(_stub.Asked.Count, answers.Count(answer => answer is not null));
        Assert.InRange(_stub.Asked.Count, 3, 20);
    }

    [Fact]
    public async Task Without_an_address_there_is_none_and_a_wrong_one_is_told_at_the_start()
    {
        _settings["BaseUrl"] = null;
        Assert.Null(await AskAsync());
        _settings["BaseUrl"] = "http://127.0.0.1:1";
        _services = null;
        Assert.Null(await AskAsync());
        foreach (var wrong in (string[])["recherche-entreprises.api.gouv.fr", "ftp://x", "https://user@x", "https://x/?key=1"])
        {
            _settings["BaseUrl"] = wrong;
            Assert.Throws<OptionsValidationException>(Build);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) { await _services.DisposeAsync(); }
        await _stub.DisposeAsync();
    }

    private Task<IReadOnlyList<RegistryCandidate>?> AskAsync(string text = "Le goût") =>
        (_services?.GetRequiredService<OrganisationRegistry>() ?? Build()).FindAsync(text, CancellationToken.None);

    private OrganisationRegistry Build()
    {
        _settings.TryAdd("BaseUrl", _stub.Address.AbsoluteUri);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings.Select(pair => KeyValuePair.Create($"Registry:{pair.Key}", pair.Value))).Build();
        _services?.Dispose();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(_clock)
            .ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()) // as everywhere in the system: it would wait for seconds
            .AddRegistry().BuildServiceProvider();
        return _services.GetRequiredService<OrganisationRegistry>();
    }
}
