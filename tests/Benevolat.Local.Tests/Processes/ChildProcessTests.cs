using Benevolat.Local.Processes;

namespace Benevolat.Local.Tests.Processes;

public sealed class ChildProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_that_dies_before_it_is_ready_is_named_with_its_code_and_its_last_twenty_lines()
    {
        await using var child = await ChildProcess.StartAsync(Shell("baker", "seq 1 50; echo out of flour >&2; exit 3"));

        var death = await Assert.ThrowsAsync<ProcessDiedException>(() => child.ReadyAsync(Patience, _ => Task.FromResult(false), Stop));

        Assert.Equal("baker", death.Name);
        Assert.Equal(3, death.ExitCode);
        Assert.Equal(20, death.LastLines.Count);
        Assert.Equal("out of flour", death.LastLines[^1]);
        Assert.Contains("baker ended with code 3", death.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_never_gets_ready_is_given_up_with_its_last_lines()
    {
        await using var child = await ChildProcess.StartAsync(Shell("sleeper", "echo still yawning; exec sleep 60"));

        var late = await Assert.ThrowsAsync<TimeoutException>(() => child.ReadyAsync(TimeSpan.FromSeconds(1), _ => Task.FromResult(false), Stop));

        Assert.Contains("still yawning", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_asks_first_and_lets_the_process_finish()
    {
        await using var child = await ChildProcess.StartAsync(Shell("tidy", "trap 'echo goodbye; exit 0' TERM; echo up; while :; do sleep 0.05; done"));
        await child.ReadyAsync(Patience, _ => Task.FromResult(child.LastLines.Contains("up")), Stop);

        await child.StopAsync(Patience);

        Assert.Equal(0, await child.Exited);
        Assert.Equal("goodbye", child.LastLines[^1]);
    }

    [Fact]
    public async Task Stopping_kills_what_does_not_listen()
    {
        await using var child = await ChildProcess.StartAsync(Shell("deaf", "trap '' TERM; echo up; while :; do sleep 0.05; done"));
        await child.ReadyAsync(Patience, _ => Task.FromResult(child.LastLines.Contains("up")), Stop);

        await child.StopAsync(TimeSpan.FromMilliseconds(300));

        Assert.Equal(137, await child.Exited);
    }

    [Fact]
    public async Task Killing_takes_grandchildren_along()
    {
        await using var child = await ChildProcess.StartAsync(Shell("parent", "sleep 60 & sleep 60 & echo up; wait"));
        await child.ReadyAsync(Patience, _ => Task.FromResult(child.LastLines.Contains("up")), Stop);
        var family = ProcessTree.Descendants(child.Id);

        await child.KillAsync();

        Assert.Equal(2, family.Count);
        Assert.DoesNotContain(family, ProcessTree.IsAlive);
    }

    [Fact]
    public async Task A_log_of_another_run_is_put_aside()
    {
        var command = Shell("twice", "echo once");
        await ChildProcess.RunAsync(command, Patience, Stop);
        LogTail.Turn(command.Log);
        await ChildProcess.RunAsync(command, Patience, Stop);

        Assert.Equal(["once"], LogTail.Of(command.Log, 10));
        Assert.Equal(["once"], LogTail.Of(_folder.Below("twice.previous.log"), 10));
    }

    private ChildCommand Shell(string name, string script) => new(name, "/bin/sh", "-c", script) { Log = _folder.Below($"{name}.log") };
}
