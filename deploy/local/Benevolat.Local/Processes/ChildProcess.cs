using System.Diagnostics;

namespace Benevolat.Local.Processes;

/// <summary>A process that we started and answer for: it never outlives us, and when it dies its last lines are at hand.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesShown = 20;

    private readonly Process _process;
    private readonly ChildCommand _command;

    private ChildProcess(ChildCommand command, Process process)
    {
        (_command, _process) = (command, process);
        Exited = WaitAsync();
    }

    /// <summary>How people know it.</summary>
    public string Name => _command.Name;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => !Exited.IsCompleted;

    /// <summary>Completes with the exit code when the process ends, for whatever reason.</summary>
    public Task<int> Exited { get; }

    /// <summary>The end of what it said.</summary>
    public IReadOnlyList<string> LastLines => LogTail.Of(_command.Log, LinesShown);

    /// <summary>Starts it; the log's folder is made when missing.</summary>
    public static async Task<ChildProcess> StartAsync(ChildCommand command)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(command.Log)!);
        return new ChildProcess(command, await Launcher.StartAsync(command.ToStartInfo()));
    }

    /// <summary>Starts it, waits for its end, and throws unless it ended well and in time.</summary>
    public static async Task RunAsync(ChildCommand command, TimeSpan timeout, CancellationToken stop = default)
    {
        await using var child = await StartAsync(command);
        try
        {
            if (await child.Exited.WaitAsync(timeout, stop) != 0) { throw child.Died(); }
        }
        catch (TimeoutException late)
        {
            throw child.Late($"{command.Name}: not ended within {timeout.TotalSeconds:0} s.", late);
        }
    }

    /// <summary>Asks until it is ready; gives up at once when the process dies.</summary>
    public async Task ReadyAsync(TimeSpan timeout, Func<CancellationToken, Task<bool>> probe, CancellationToken stop = default)
    {
        try
        {
            await Until.TrueAsync($"{Name} is ready", timeout, async token => IsRunning ? await probe(token) : throw Died(), stop);
        }
        catch (TimeoutException late)
        {
            throw Late(late.Message, late);
        }
    }

    /// <summary>The exception that tells of this process's end.</summary>
    public ProcessDiedException Died() => new(Name, Exited.IsCompleted ? Exited.Result : -1, LastLines);

    /// <summary>Asks it to finish, waits, and kills what is still there.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (IsRunning) { Posix.Send(Id, _command.StopSignal); }
        try
        {
            await Exited.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }
    }

    /// <summary>kill -9, children included: what they hold (ports, shared memory) is free when this returns.</summary>
    public async Task KillAsync()
    {
        if (!IsRunning) { return; }
        var family = ProcessTree.Descendants(Id);
        Posix.Send(Id, Signal.Kill);   // the head first, or it would see its children die and act on it
        foreach (var member in family) { Posix.Send(member, Signal.Kill); }
        await Exited;
        await Until.TrueAsync($"{Name} and its children are gone", TimeSpan.FromSeconds(10), _ => Task.FromResult(!family.Any(ProcessTree.IsAlive)));
    }

    /// <summary>Kills it if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private TimeoutException Late(string what, TimeoutException late) => new($"{what} Its last lines:\n{string.Join('\n', LastLines)}", late);

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
