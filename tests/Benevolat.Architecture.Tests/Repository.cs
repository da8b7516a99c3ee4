using System.Reflection;

namespace Benevolat.Architecture.Tests;

/// <summary>The source tree that these tests read.</summary>
internal static class Repository
{
    /// <summary>The services that publish and consume events.</summary>
    public static readonly string[] Services = ["Identity", "Missions", "Volunteers", "Matching", "Notifications"];

    public static string Root { get; } = FindRoot();

    public static Assembly Load(string project) => Assembly.Load($"Benevolat.{project}");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>C# sources below a folder, without generated ones.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations" or "node_modules"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benevolat.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from a checkout: Benevolat.sln was not found above them.");
    }
}
