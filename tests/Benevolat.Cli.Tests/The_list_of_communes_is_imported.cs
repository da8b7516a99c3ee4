using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Cli.Tests;

public sealed class The_list_of_communes_is_imported : IAsyncLifetime
{
    private const string Imports = "/api/v1/ops/missions/places/imports";

    private readonly List<string> _files = [];
    private StubApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await StubApi.StartAsync();
        Answer(new { created = 3, updated = 0, unchanged = 0, merged = 0, retired = 0, unresolved = Array.Empty<string>() });
    }

    [Fact]
    public async Task It_goes_in_batches_with_progress_and_takes_effect_at_the_end()
    {
        var list = Write("json", $"[{string.Join(",\n", Enumerable.Range(1, 2_500).Select(number => Commune($"{number:00000}")))}]");
        var ran = await _api.RunAsClientAsync("places", "import", list, "--year", "2027", "--partial");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(
            [$"POST {Imports}", $"PUT {Imports}/7/batches/1", $"PUT {Imports}/7/batches/2", $"PUT {Imports}/7/batches/3", $"PUT {Imports}/7/completion"],
            Sent().Select(request => $"{request.Method} {request.Path}"));
        Assert.Equal("""{"year":2027,"partial":true}""", Sent()[0].Body);
        Assert.Equal("""{"batches":3}""", Sent()[^1].Body);
        Assert.Equal([1_000, 1_000, 500], Sent()[1..4].Select(request => JsonNode.Parse(request.Body)!["communes"]!.AsArray().Count));
        Assert.Contains(" 40 %  1000/2500", ran.Out);
        Assert.Contains("100 %  2500/2500", ran.Out);
        Assert.Contains("3 créée(s), 0 modifiée(s), 0 inchangée(s)", ran.Out);
        Assert.Contains("scope=ops", _api.Requests.First().Body);
    }

    [Fact]
    public async Task Only_what_the_server_reads_is_sent()
    {
        await _api.RunAsClientAsync("places", "import", Write("json", """
            [ { "nom": "Écully", "code": "69081", "codesPostaux": ["69130"], "codeDepartement": "69", "codeRegion": "84", "population": 17944, "siren": "1",
                "anciensCodes": ["69999"], "centre": { "type": "Point", "coordinates": [4.7727, 45.7818] }, "contour": { "type": "Polygon", "coordinates": [[[1, 2]]] } } ]
            """));
        Assert.Equal(
            """{"communes":[{"nom":"Écully","code":"69081","codesPostaux":["69130"],"codeDepartement":"69","population":17944,"centre":{"type":"Point","coordinates":[4.7727,45.7818]},"anciensCodes":["69999"]}]}""",
            JsonNode.Parse(Sent()[1].Body)!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_second_time_it_says_that_nothing_changed()
    {
        Answer(new { created = 0, updated = 0, unchanged = 34_864, merged = 0, retired = 0 });
        var ran = await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("69081")}]"));
        Assert.Equal(0, ran.Code);
        Assert.Contains("Rien n'a changé : 0 créée(s), 0 modifiée(s), 34864 inchangée(s)", ran.Out);
    }

    [Fact]
    public async Task Merged_communes_come_from_the_APIs_own_list()
    {
        var merged = Write("json", """[ { "nom": "Annecy-le-Vieux", "code": "74011", "type": "commune-deleguee", "chefLieu": "74010" } ]""");
        Answer(new { created = 1, updated = 0, unchanged = 0, merged = 1, retired = 0, unresolved = new[] { "97123 → 97701" } });
        var ran = await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("74010")}]"), "--merged", merged);
        Assert.Equal("""{"merged":[{"nom":"Annecy-le-Vieux","code":"74011","chefLieu":"74010"}]}""", Sent()[2].Body);
        Assert.Equal(CommandLine.Incomplete, ran.Code);
        Assert.Contains("97123 → 97701", ran.Error);
        Assert.Contains("1 réunie(s) à une autre", ran.Out);
    }

    [Fact]
    public async Task Or_from_the_history_that_INSEE_publishes()
    {
        var history = Write("csv",
            """
            MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP
            32,2017-01-01,COM,74011,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,COM,74010,1,ANNECY,Annecy,Annecy
            32,2017-01-01,COM,74011,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,COMD,74011,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux
            32,2017-01-01,COM,74010,1,ANNECY,Annecy,Annecy,COM,74010,1,ANNECY,Annecy,Annecy
            33,1973-01-01,COM,01340,0,SAINT BOIS,Saint-Bois,Saint-Bois,COM,01015,1,ARBIGNIEU,Arbignieu,Arbignieu
            21,1990-01-01,COM,01015,1,ARBIGNIEU,Arbignieu,Arbignieu,COM,01340,0,SAINT BOIS,Saint-Bois,Saint-Bois
            10,2010-01-01,COM,01001,0,A,A,A,COM,01001,0,B,B,B
            41,2019-02-28,COM,55138,0,CULEY,Culey,"Culey",COM,55500,0,X,X,X
            """);
        await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("74010")}]"), "--merged", history);
        Assert.Equal(
            """{"merged":[{"nom":"Annecy-le-Vieux","code":"74011","chefLieu":"74010"},{"nom":"Culey","code":"55138","chefLieu":"55500"}]}""",
            Ordered(Sent()[2].Body));
    }

    [Fact]
    public async Task A_refused_commune_is_named_by_its_place_in_the_list_and_nothing_is_completed()
    {
        var list = Write("json", $"[{string.Join(',', Enumerable.Range(1, 1_500).Select(number => Commune($"{number:00000}")))}]");
        _api.Answer = (http, request) => request.Path.EndsWith("/batches/2", StringComparison.Ordinal)
            ? StubApi.ProblemAsync(http, 400, "Certains champs sont à corriger.", new JsonObject { ["communes[12].codesPostaux[0]"] = new JsonArray("Un code postal a 5 chiffres.") })
            : http.Response.WriteAsJsonAsync(new { id = 7 });
        var ran = await _api.RunAsClientAsync("places", "import", list);
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("Commune n° 1013 (01013 Commune 01013), codesPostaux[0] : Un code postal a 5 chiffres.", ran.Error);
        Assert.Contains("Rien n'a changé.", ran.Error);
        Assert.DoesNotContain(Sent(), request => request.Path.EndsWith("/completion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_refused_as_a_whole_is_told_in_the_servers_words()
    {
        _api.Answer = (http, request) => request.Path.EndsWith("/completion", StringComparison.Ordinal)
            ? StubApi.ProblemAsync(http, 409, "La liste ne contient pas 300 des 306 communes connues.")
            : http.Response.WriteAsJsonAsync(new { id = 7 });
        var ran = await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("74010")}]"));
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains("La liste ne contient pas 300 des 306 communes connues. (409)", ran.Error);
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_sent_again()
    {
        var broken = false;
        _api.Answer = (http, request) =>
        {
            if (!broken && request.Method == "PUT")
            {
                broken = true;
                http.Abort();
                return Task.CompletedTask;
            }

            return http.Response.WriteAsJsonAsync(new { id = 7, created = 1 });
        };
        Assert.Equal(0, (await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("74010")}]"))).Code);
        Assert.Equal(2, Sent().Count(request => request.Path.EndsWith("/batches/1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[{\"code\":\"01001\"},{\"nom\":\"x\"}]", "l'entrée n° 2 n'a pas de code")]
    [InlineData("[{\"code\":\"01001\"},5]", "l'entrée n° 2 n'a pas de code")]
    [InlineData("[{\"code\":\"01001\"},{\"code\":\"01002\"},{\"code\":\"01001\"}]", "la commune 01001 apparaît deux fois, aux entrées n° 1 et 3")]
    [InlineData("[{\"code\":\"01001\"},\n\n{\"code\"]", "ligne 3, colonne")]
    [InlineData("{\"code\":\"01001\"}", "n'est pas un tableau JSON lisible : ligne 1")]
    [InlineData("", "n'est pas un tableau JSON lisible")]
    [InlineData("[]", "la liste est vide")]
    public async Task A_list_that_makes_no_sense_sends_nothing(string text, string sentence)
    {
        var ran = await _api.RunAsClientAsync("places", "import", Write("json", text));
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains(sentence, ran.Error);
        Assert.Empty(_api.Requests);
    }

    [Theory]
    [InlineData("A,B\n1,2", "ligne 1 : les colonnes MOD, DATE_EFF")]
    [InlineData("MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP\n32,2017-01-01,COM,74011,A,COM,74010\n32,bientôt,COM,74011,A,COM,74010", "ligne 3 : illisible")]
    public async Task A_history_that_makes_no_sense_sends_nothing(string text, string sentence)
    {
        var ran = await _api.RunAsClientAsync("places", "import", Write("json", $"[{Commune("74010")}]"), "--merged", Write("csv", text));
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.Contains(sentence, ran.Error);
        Assert.Empty(_api.Requests);
    }

    [Theory]
    [InlineData("places")]
    [InlineData("places", "import")]
    [InlineData("places", "import", "nowhere.json")]
    [InlineData("places", "import", "nowhere.json", "--year", "soon")]
    public async Task Wrong_usage_fails_and_says_why(params string[] args)
    {
        var ran = await _api.RunAsClientAsync(args);
        Assert.Equal(CommandLine.Failed, ran.Code);
        Assert.NotEmpty(ran.Error);
        Assert.Empty(_api.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files) { File.Delete(file); }
        await _api.DisposeAsync();
    }

    private void Answer(object completed) => _api.Answer = (http, request) => http.Response.WriteAsJsonAsync(
        request.Path.EndsWith("/completion", StringComparison.Ordinal) ? completed : new { id = 7 });

    private Received[] Sent() => [.. _api.Requests.Where(request => request.Path != "/connect/token")];

    private static string Ordered(string json)
    {
        var merged = JsonNode.Parse(json)!["merged"]!.AsArray().OrderByDescending(entry => (string?)entry!["code"]);
        return new JsonObject
        {
            ["merged"] = new JsonArray([.. merged.Select(entry => new JsonObject { ["nom"] = (string?)entry!["nom"], ["code"] = (string?)entry["code"], ["chefLieu"] = (string?)entry["chefLieu"] })]),
        }.ToJsonString();
    }

    private static string Commune(string code) =>
        $$$"""{"nom":"Commune {{{code}}}","code":"{{{code}}}","codesPostaux":["01000"],"codeDepartement":"01","population":1,"centre":{"type":"Point","coordinates":[5,46]}}""";

    private string Write(string extension, string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"communes-{Guid.NewGuid():N}.{extension}");
        File.WriteAllText(path, text);
        _files.Add(path);
        return path;
    }
}
