using System.Text.Json;

namespace Benevolat.Cli.Tests;

/// <summary>A feed in a file that goes away with the test.</summary>
public sealed class TemporaryFeed : IDisposable
{
    private TemporaryFeed(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"feed-{Guid.NewGuid():N}.json");

    public static TemporaryFeed Of(string text) => new(text);

    public static TemporaryFeed Missions(params string[] ids) => new(JsonSerializer.Serialize(ids.Select(id => new { clientId = id, title = $"Mission {id}" })));

    public static TemporaryFeed Missions(int count) => Missions([.. Enumerable.Range(1, count).Select(number => $"m-{number:000}")]);

    public void Dispose() => File.Delete(Path);
}
