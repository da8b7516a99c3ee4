using System.Collections.Concurrent;
using Benevolat.Local.Processes;
using Benevolat.Local.Running;
using Benevolat.Local.Servers;
using Microsoft.Extensions.Time.Testing;

namespace Benevolat.Local.Tests.Running;

public sealed class SupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _told = new();
    private readonly FakeTimeProvider _clock = new();
    private int _restarts;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_that_dies_is_named_with_its_last_lines_and_comes_back()
    {
        await using var server = new ShellServer("baker", "echo out of flour; exec sleep 60", _folder);
        await server.StartAsync(Stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = Watch(server, end.Token);

        await server.Process.ReadyAsync(TimeSpan.FromSeconds(10), _ => Task.FromResult(server.Process.LastLines.Count > 0), Stop);
        await server.KillAsync();
        await SomeTimeLaterAsync(() => _told.Contains("baker is back."));
        await end.CancelAsync();
        await watching;

        Assert.Contains(_told, message => message.StartsWith("baker ended with code 137", StringComparison.Ordinal) && message.EndsWith("out of flour", StringComparison.Ordinal));
        Assert.Equal(1, _restarts);
        Assert.True(server.Process.IsRunning);
    }

    [Fact]
    public async Task A_process_that_dies_again_and_again_is_left_alone_while_the_others_go_on()
    {
        await using var hopeless = new ShellServer("hopeless", "exit 7", _folder);
        await using var steady = new ShellServer("steady", "exec sleep 60", _folder);
        await hopeless.StartAsync(Stop);
        await steady.StartAsync(Stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = Watch([hopeless, steady], end.Token);

        await SomeTimeLaterAsync(() => _told.Any(message => message.Contains("left alone", StringComparison.Ordinal)));

        Assert.True(steady.Process.IsRunning);
        Assert.False(watching.IsCompleted);
        Assert.Equal(6, _told.Count(message => message.StartsWith("hopeless ended with code 7", StringComparison.Ordinal)));
        Assert.Equal(
            [.. from seconds in (int[])[1, 2, 4, 8, 16] select $"hopeless starts again in {seconds} s."],
            _told.Where(message => message.Contains("starts again", StringComparison.Ordinal)));
        await end.CancelAsync();
        await watching;
    }

    private Task Watch(ILocalServer server, CancellationToken stop) => Watch([server], stop);

    private Task Watch(ILocalServer[] servers, CancellationToken stop) =>
        new Supervisor(_told.Enqueue, () => Interlocked.Increment(ref _restarts), _clock).WatchAsync(servers, stop);

    private Task SomeTimeLaterAsync(Func<bool> condition) => Until.TrueAsync("the supervisor has done it", TimeSpan.FromSeconds(30), _ =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(condition());
    }, Stop);

    /// <summary>A server that is a line of shell: ready at once.</summary>
    private sealed class ShellServer(string name, string script, TemporaryFolder folder) : ILocalServer
    {
        public string Name => name;

        public ChildProcess Process { get; private set; } = null!;

        public async Task StartAsync(CancellationToken stop = default) =>
            Process = await ChildProcess.StartAsync(new ChildCommand(name, "/bin/sh", "-c", script) { Log = folder.Below($"{name}.log") });

        public Task StopAsync() => Process.StopAsync(TimeSpan.FromSeconds(5));

        public Task KillAsync() => Process.KillAsync();

        public Task RestartAsync(CancellationToken stop = default) => throw new NotSupportedException("The supervisor starts; it never restarts.");

        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
