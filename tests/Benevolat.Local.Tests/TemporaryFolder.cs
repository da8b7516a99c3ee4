namespace Benevolat.Local.Tests;

/// <summary>A folder for one test that other accounts may enter: PostgreSQL runs under one.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } =
        Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"benevolat-{Guid.NewGuid():N}")).FullName;

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
