using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Its_description(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    [Fact]
    public async Task Names_summarises_and_describes_every_operation()
    {
        using var reader = notifications.As(null);
        var document = await reader.GetAsync("/openapi/v1.json").ReadJsonAsync();
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Path: $"{operation.Key} {path.Key}", Value: operation.Value!))).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            foreach (var part in new[] { "operationId", "summary", "description" })
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)operation.Value[part]), $"{operation.Path} has no {part}");
            }
        });
    }
}
