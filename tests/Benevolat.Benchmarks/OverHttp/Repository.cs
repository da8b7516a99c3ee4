namespace Benevolat.Benchmarks.OverHttp;

/// <summary>Where this program's repository is, and what was built in it.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, found from the built program upwards.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A service's program, from the same kind of build as this one: Release, if the numbers are to mean something.</summary>
    public static string Program(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src", project, "bin", output.Parent!.Name, output.Name, project + ".dll");
    }

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benevolat.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException($"No Benevolat.sln above {AppContext.BaseDirectory}.");
    }
}
