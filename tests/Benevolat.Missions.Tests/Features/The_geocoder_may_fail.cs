using System.Diagnostics;
using Benevolat.Missions.Features.Places.Geocoding;
using Benevolat.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Benevolat.Missions.Tests.Features;

/// <summary>The adapter alone against a real server: whatever that one does, there is an answer, and soon.</summary>
public sealed class The_geocoder_may_fail : IAsyncLifetime
{
    private static readonly AddressQuestion Boulevard = AddressQuestion.Of("8 bd du Port & Cie", "80021", 5);

    private readonly TestClock _clock = new();
    private readonly Dictionary<string, string?> _settings = [];
    private StubGeoplateforme _stub = null!;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => _stub = await StubGeoplateforme.StartAsync();

    [Fact]
    public async Task An_address_is_asked_for_and_read()
    {
        var answer = await AskAsync();
        Assert.Equal(GeocoderState.Answered, answer.State);
        Assert.Equal("/geocodage/search?q=8%20bd%20du%20port%20%26%20cie&limit=5&autocomplete=1&citycode=80021", Assert.Single(_stub.Asked));
        var house = answer.Found[0];
        Assert.Equal(
            ("8 Boulevard du Port 80000 Amiens", "8 Boulevard du Port", "Amiens", "80021", "80000", 0.9497, AddressPrecision.HouseNumber),
            (house.Label, house.Street, house.Commune, house.Code, house.Postcode, house.Score, house.Precision));
        Assert.Equal([2.290084, 49.897443], house.Coordinates);
        Assert.Equal((AddressPrecision.Street, AddressPrecision.Commune, null), (answer.Found[1].Precision, answer.Found[2].Precision, answer.Found[2].Street));
    }

    [Fact]
    public async Task What_was_answered_is_remembered_for_a_day()
    {
        await AskAsync();
        Assert.Equal(GeocoderState.Answered, (await AskAsync(AddressQuestion.Of("  8 BD  du port & cie", "80021", 5))).State);
        Assert.Single(_stub.Asked);
        await AskAsync(Boulevard with { CommuneCode = null });
        Assert.Equal(2, _stub.Asked.Count);
        _clock.Advance(TimeSpan.FromHours(25));
        await AskAsync();
        Assert.Equal(3, _stub.Asked.Count);
    }

    [Fact]
    public async Task A_tired_service_is_left_alone_as_long_as_it_asks()
    {
        _stub.Answer = http =>
        {
            http.Response.Headers.RetryAfter = "7";
            return StubGeoplateforme.Json(http, "{}", 429);
        };
        Assert.Equal(GeocoderState.Busy, (await AskAsync()).State);
        Assert.Equal(GeocoderState.Busy, (await AskAsync()).State);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(GeocoderState.Busy, (await AskAsync()).State);
        Assert.Single(_stub.Asked);
        _clock.Advance(TimeSpan.FromSeconds(3));
        _stub.Answer = http => StubGeoplateforme.Json(http, StubGeoplateforme.Boulevard);
        Assert.Equal(GeocoderState.Answered, (await AskAsync()).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_service_is_not_waited_for(bool beginsInTime)
    {
        _settings["Timeout"] = "00:00:00.300";
        _stub.Answer = async http =>
        {
            if (beginsInTime) { await http.Response.WriteAsync("{ \"features\": ["); }
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var waited = Stopwatch.StartNew();
        Assert.Equal(GeocoderState.Away, (await AskAsync()).State);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_service_that_stumbles_gets_a_second_chance_and_no_third()
    {
        _stub.Answer = http => _stub.Asked.Count == 1 ? StubGeoplateforme.Json(http, "{}", 500) : StubGeoplateforme.Json(http, StubGeoplateforme.Boulevard);
        Assert.Equal(GeocoderState.Answered, (await AskAsync()).State);
        Assert.Equal(2, _stub.Asked.Count);
        _stub.Answer = http => StubGeoplateforme.Json(http, "{}", 503);
        Assert.Equal(GeocoderState.Away, (await AskAsync(Boulevard with { Limit = 1 })).State);
        Assert.Equal(4, _stub.Asked.Count);
    }

    [Theory]
    [InlineData("{ \"features\": [ {")]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"features\": 5 }")]
    [InlineData("{ \"features\": [ 5 ] }")]
    [InlineData("{ \"features\": [ { \"geometry\": { \"coordinates\": [\"a\", \"b\"] } } ] }")]
    public async Task An_answer_that_makes_no_sense_is_no_answer(string body)
    {
        _stub.Answer = http => StubGeoplateforme.Json(http, body);
        Assert.Equal(GeocoderState.Away, (await AskAsync()).State);
    }

    [Fact]
    public async Task Of_an_answer_what_makes_sense_is_kept()
    {
        _stub.Answer = http => StubGeoplateforme.Json(http, """
            { "features": [ null, {}, { "geometry": null, "properties": null },
              { "geometry": { "coordinates": [2, 148] }, "properties": { "label": "a", "city": "b", "citycode": "80021" } },
              { "geometry": { "coordinates": [2, 48] }, "properties": { "label": "a", "citycode": "80021" } },
              { "geometry": { "coordinates": [2, 48, 30] }, "properties": { "label": "a", "city": "b", "citycode": "80021" } },
              { "geometry": { "coordinates": [2, 48] }, "properties": { "label": "a", "city": "b", "citycode": "80021", "type": "new" } } ] }
            """);
        var answer = await AskAsync();
        Assert.Equal((GeocoderState.Answered, AddressPrecision.Commune), (answer.State, Assert.Single(answer.Found).Precision));
    }

    [Fact]
    public async Task Too_much_of_an_answer_and_one_from_elsewhere_are_not_taken()
    {
        _stub.Answer = http => StubGeoplateforme.Json(http, $$"""{ "features": [], "more": "{{new string('a', 300_000)}}" }""");
        Assert.Equal(GeocoderState.Away, (await AskAsync()).State);
        _stub.Answer = http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        Assert.Equal(GeocoderState.Away, (await AskAsync()).State);
        Assert.DoesNotContain("/elsewhere", _stub.Asked);
    }

    [Fact]
    public async Task An_outage_is_noticed_and_then_costs_nothing()
    {
        _stub.Answer = http => StubGeoplateforme.Json(http, "{}", 500);
        for (var number = 0; number < 10; number++) { Assert.Equal(GeocoderState.Away, (await AskAsync(Boulevard with { Text = $"rue {number}" })).State); }
        var asked = _stub.Asked.Count;
        for (var number = 10; number < 20; number++) { Assert.Equal(GeocoderState.Away, (await AskAsync(Boulevard with { Text = $"rue {number}" })).State); }
        Assert.Equal(asked, _stub.Asked.Count);
    }

    [Fact]
    public async Task Nobody_there_is_away()
    {
        _settings["BaseUrl"] = "http://127.0.0.1:1";
        Assert.Equal(GeocoderState.Away, (await AskAsync()).State);
    }

    [Fact]
    public async Task More_than_allowed_is_refused_here_and_now()
    {
        _settings["RequestsPerSecond"] = "3";
        var geocoder = Build();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => geocoder.FindAsync(Boulevard with { Text = $"rue {number}" }, CancellationToken.None)));
        Assert.Equal(_stub.Asked.Count, answers.Count(answer => answer.State == GeocoderState.Answered));
        Assert.InRange(_stub.Asked.Count, 3, 20);
        Assert.Contains(answers, answer => answer.State == GeocoderState.Busy);
    }

    [Fact]
    public async Task A_base_with_a_path_is_kept()
    {
        _settings["BaseUrl"] = $"{_stub.Address}ign/";
        await AskAsync();
        Assert.StartsWith("/ign/geocodage/search?", Assert.Single(_stub.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_there_is_none_and_a_wrong_one_is_told_at_the_start()
    {
        _settings["BaseUrl"] = null;
        Assert.Equal(GeocoderState.Absent, (await AskAsync()).State);
        foreach (var wrong in (string[])["data.geopf.fr", "ftp://data.geopf.fr", "https://user@data.geopf.fr", "https://data.geopf.fr/?key=1"])
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

    private Task<GeocoderAnswer> AskAsync(AddressQuestion? question = null) =>
        (_services?.GetRequiredService<Geocoder>() ?? Build()).FindAsync(question ?? Boulevard, CancellationToken.None);

    private Geocoder Build()
    {
        _settings.TryAdd("BaseUrl", _stub.Address.AbsoluteUri);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings.Select(pair => KeyValuePair.Create($"Geocoding:{pair.Key}", pair.Value))).Build();
        _services?.Dispose();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(_clock)
            .ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()) // as everywhere in the system: it would wait for seconds
            .AddGeocoding().BuildServiceProvider();
        return _services.GetRequiredService<Geocoder>();
    }
}
