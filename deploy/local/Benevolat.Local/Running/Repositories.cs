namespace Benevolat.Local.Running;

/// <summary>Where this program's own repository is, and what was built in it.</summary>
internal static class Repositories
{
    /// <summary>The folder with the solution, found from the built program upwards, so that the current folder doesn't matter.</summary>
    public static string Current { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release: the services are taken from the same build as this program.</summary>
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A project's built program.</summary>
    public static string Program(string projectFolder, string assembly)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var path = Path.Combine(projectFolder, "bin", Configuration, framework, assembly + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{assembly} isn't built: dotnet build -c {Configuration} {projectFolder}", path);
    }

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benevolat.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException($"No Benevolat.sln above {AppContext.BaseDirectory}.");
    }
}
