using Benevolat.Testing;

namespace Benevolat.Matching.Tests.Features;

public sealed class The_api_describes_itself(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_a_description()
    {
        using var response = await matching.As(null).GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var document = await Task.FromResult(response).ReadJsonAsync();
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Path: $"{operation.Key} {path.Key}", Operation: operation.Value!)))
            .ToList();
        Assert.All(operations, operation => Assert.All(
            (string[])["operationId", "summary", "description"],
            field => Assert.False(string.IsNullOrWhiteSpace((string?)operation.Operation[field]), $"{operation.Path} has no {field}")));
        Assert.Subset(
            operations.Select(operation => operation.Path).ToHashSet(),
            new HashSet<string>
            {
                "post /api/v1/missions/{id}/applications", "get /api/v1/applications/{id}", "get /api/v1/volunteers/me/applications",
                "get /api/v1/organisations/{id}/applications", "post /api/v1/applications/{id}/acknowledgement", "post /api/v1/applications/{id}/acceptance",
                "post /api/v1/applications/{id}/refusal", "post /api/v1/applications/{id}/withdrawal", "get /api/v1/volunteers/me/recommendations",
                "get /api/v1/missions/{id}/candidates",
            });
        Assert.Equal(operations.Count, operations.Select(operation => (string?)operation.Operation["operationId"]).Distinct().Count());
    }
}
