using Benevolat.Local.Running;

namespace Benevolat.Local.Tests.Running;

/// <summary>A repository in which every service is the stub: the orchestrator can't tell, and it takes no build.</summary>
internal static class StubRepository
{
    public static SystemOptions Create(TemporaryFolder folder)
    {
        var (framework, configuration) = (new DirectoryInfo(AppContext.BaseDirectory), new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name);
        foreach (var service in Topology.Services)
        {
            var bin = Directory.CreateDirectory(folder.Below(Path.Combine("src", service.Project, "bin", configuration, framework.Name))).FullName;
            foreach (var kind in (string[])["dll", "runtimeconfig.json"])
            {
                File.Copy(Path.Combine(framework.FullName, $"Benevolat.Local.Stub.{kind}"), Path.Combine(bin, $"{service.Project}.{kind}"));
            }
        }

        return new SystemOptions { Repository = folder.Path, Folder = folder.Below(".local"), Port = 28_080, Demo = false, Dashboard = false };
    }
}
