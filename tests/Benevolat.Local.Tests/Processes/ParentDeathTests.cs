using Benevolat.Local.Processes;

namespace Benevolat.Local.Tests.Processes;

public sealed class ParentDeathTests
{
    [Fact]
    public async Task Killing_the_orchestrator_stops_the_servers_that_it_started()
    {
        using var folder = new TemporaryFolder();
        var (ready, stop) = (folder.Below("servers.env"), TestContext.Current.CancellationToken);
        var program = Path.Combine(AppContext.BaseDirectory, "Benevolat.Local.dll");
        await using var orchestrator = await ChildProcess.StartAsync(
            new ChildCommand("servers", "dotnet", program, "servers", "--folder", folder.Path, "--env-file", ready) { Log = folder.Below("servers.log") });
        await orchestrator.ReadyAsync(TimeSpan.FromMinutes(1), _ => Task.FromResult(File.Exists(ready)), stop);
        var servers = ProcessTree.Descendants(orchestrator.Id);

        Posix.Send(orchestrator.Id, Signal.Kill);   // alone: KillAsync would take its children along

        Assert.NotEmpty(servers);
        await Until.TrueAsync("The servers have stopped", TimeSpan.FromMinutes(1), _ => Task.FromResult(!servers.Any(ProcessTree.IsAlive)), stop);
    }
}
