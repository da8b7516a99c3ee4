using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Gateway.Tests.Features;

public sealed class The_API_is_documented_in_one_place : IClassFixture<GatewayFixture>
{
    private readonly GatewayFixture _fixture;

    public The_API_is_documented_in_one_place(GatewayFixture fixture)
    {
        _fixture = fixture;
        Document("missions", "/api/v1/missions/{id}", "get", "Mission", "commune");
        Document("matching", "/api/v1/missions/{id}/applications", "post", "Application", "postcode");
    }

    [Fact]
    public async Task The_services_documents_are_one_and_the_missing_are_named()
    {
        var document = await ReadAsync();
        Assert.Equal("3.1.1", (string?)document["openapi"]);
        Assert.Equal("http://localhost:8080", (string?)document["servers"]![0]!["url"]);
        foreach (var path in (string[])["/api/v1/missions/{id}", "/api/v1/missions/{id}/applications", "/api/v1/ops/queues"])
        {
            Assert.NotNull(document["paths"]![path]);
        }

        Assert.Equal("""["identity","volunteers","notifications"]""", document["x-missing-services"]!.ToJsonString());
    }

    [Fact]
    public async Task Schemas_that_differ_get_their_services_name_and_equal_ones_stay_one()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!.AsObject();
        Assert.Contains("MissionsAddress", schemas);
        Assert.Contains("MatchingAddress", schemas);
        Assert.DoesNotContain("Address", schemas);
        Assert.Contains("Problem", schemas);
        // Equal to the letter in both services, but one's Address is not the other's.
        Assert.Equal("#/components/schemas/MatchingAddress", (string?)schemas["MatchingHolder"]!["properties"]!["address"]!["$ref"]);
        Assert.Equal("#/components/schemas/MissionsAddress", (string?)schemas["MissionsHolder"]!["properties"]!["address"]!["$ref"]);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await ReadAsync();
        var names = document["components"]!["schemas"]!.AsObject().Select(schema => $"#/components/schemas/{schema.Key}").ToHashSet();
        Assert.All(References(document), reference => Assert.Contains(reference, names));
    }

    [Fact]
    public async Task The_reference_loads_nothing_from_elsewhere_and_its_scripts_may_run()
    {
        var stop = TestContext.Current.CancellationToken;
        using var response = await _fixture.Gateway.GetAsync("/docs/").ExpectAsync(HttpStatusCode.OK);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(stop));
        var scripts = page.QuerySelectorAll("script");
        Assert.True(scripts.Length >= 2);
        foreach (var source in scripts.Select(script => script.GetAttribute("src")).OfType<string>())
        {
            var address = new Uri(new Uri(_fixture.Gateway.Address, "/docs/"), source);
            Assert.Equal(_fixture.Gateway.Address.Authority, address.Authority);
            await _fixture.Gateway.GetAsync(address.PathAndQuery).ExpectAsync(HttpStatusCode.OK);
        }

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"script-src 'self' 'nonce-{scripts[0].GetAttribute("nonce")}'", policy);
        Assert.Contains("connect-src 'self'", policy);
        Assert.DoesNotContain("http", policy);
    }

    private async Task<JsonObject> ReadAsync()
    {
        var gateway = await _fixture.StartAsync(("Docs:FreshFor", "00:00:00"));
        return (JsonObject)await gateway.GetAsync("/openapi/v1.json").ReadJsonAsync();
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => property.Key == "$ref" ? [(string)property.Value!] : References(property.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private void Document(string service, string path, string method, string schema, string field)
    {
        var document = """
            {"openapi":"3.1.1","info":{"title":"<service>","version":"v1"},
             "paths":{"<path>":{"<method>":{"operationId":"<schema>","responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/<schema>"}}}}}}}},
             "components":{"schemas":{
               "<schema>":{"type":"object","properties":{"holder":{"$ref":"#/components/schemas/Holder"}}},
               "Holder":{"type":"object","properties":{"address":{"$ref":"#/components/schemas/Address"}}},
               "Address":{"type":"object","properties":{"<field>":{"type":"string"}}},
               "Problem":{"type":"object","properties":{"code":{"type":"string"}}}}}}
            """.Replace("<service>", service).Replace("<path>", path).Replace("<method>", method).Replace("<schema>", schema).Replace("<field>", field);
        _fixture[service].Answers["/openapi/v1.json"] = http => http.Response.WriteAsync(document);
        foreach (var other in (string[])["identity", "volunteers", "notifications"])
        {
            _fixture[other].Answers["/openapi/v1.json"] = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        }
    }
}
