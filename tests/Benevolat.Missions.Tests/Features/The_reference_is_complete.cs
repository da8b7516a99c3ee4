using Benevolat.Testing;

namespace Benevolat.Missions.Tests.Features;

public sealed class The_reference_is_complete(MissionsService service)
{
    [Fact]
    public async Task Every_operation_has_a_name_a_summary_a_description_and_every_body_an_example()
    {
        var document = await service.As(null).GetAsync(new Uri("/openapi/v1.json", UriKind.Relative)).ReadJsonAsync();
        var operations = document["paths"]!.AsObject()
            .Where(path => !path.Key.Contains("/ops/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Operation: operation.Value!)))
            .ToList();

        Assert.True(operations.Count >= 24, $"{operations.Count} operations");
        Assert.All(operations, each =>
        {
            Assert.False(string.IsNullOrEmpty((string?)each.Operation["operationId"]), each.Name);
            Assert.False(string.IsNullOrEmpty((string?)each.Operation["summary"]), each.Name);
            Assert.False(string.IsNullOrEmpty((string?)each.Operation["description"]), each.Name);
            // Of a picture there is nothing to copy.
            var bodies = each.Operation["requestBody"]?["content"]!.AsObject().Where(body => !body.Key.StartsWith("image/", StringComparison.Ordinal)) ?? [];
            Assert.All(bodies, body => Assert.True(body is { Key: "application/json", Value: not null } && body.Value["example"] is not null, each.Name));
        });
        Assert.Equal(operations.Count, operations.Select(each => (string?)each.Operation["operationId"]).Distinct().Count());
    }

    [Fact]
    public async Task Features_whose_answers_are_called_alike_are_described_apart()
    {
        var document = await service.As(null).GetAsync(new Uri("/openapi/v1.json", UriKind.Relative)).ReadJsonAsync();
        string SchemaOf(string path) => (string)document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
        Assert.Equal("#/components/schemas/SearchPlacesResponse", SchemaOf("/api/v1/places"));
        Assert.Equal("#/components/schemas/FindAddressesResponse", SchemaOf("/api/v1/places/addresses"));
        Assert.Equal("#/components/schemas/PageOfListMyOrganisationsItem", SchemaOf("/api/v1/organisations/mine"));
        var schemas = document["components"]!["schemas"]!;
        Assert.Equal(["items", "notice"], schemas["FindAddressesResponse"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal("#/components/schemas/ListMyOrganisationsItem", (string?)schemas["PageOfListMyOrganisationsItem"]!["properties"]!["items"]!["items"]!["$ref"]);
        Assert.Null(schemas["Response"] ?? schemas["Request"] ?? schemas["Item"]);
    }
}
