using Benevolat.Local.Processes;
using Benevolat.Local.Running;

namespace Benevolat.Local.Tests.Running;

public sealed class FailedStartTests
{
    [Fact]
    public async Task A_migration_that_fails_is_named_with_its_last_lines_and_nothing_goes_on_running()
    {
        using var folder = new TemporaryFolder();
        var options = StubRepository.Create(folder) with { Settings = new Dictionary<string, string?> { ["STUB_FAILS"] = "matching migrate" } };
        using var steps = new PlainSteps(TextWriter.Null);

        var death = await Assert.ThrowsAsync<ProcessDiedException>(() => LocalSystem.StartAsync(options, steps, TestContext.Current.CancellationToken));

        Assert.Equal("matching migrate", death.Name);
        Assert.Contains(death.LastLines, line => line.Contains("Told to fail.", StringComparison.Ordinal));
        Assert.DoesNotContain(ProcessTree.Descendants(Environment.ProcessId), id => RunsFrom(folder.Path, id));
    }

    private static bool RunsFrom(string folder, int id)
    {
        try { return File.ReadAllText($"/proc/{id}/cmdline").Contains(folder, StringComparison.Ordinal); }
        catch (IOException) { return false; }
    }
}
