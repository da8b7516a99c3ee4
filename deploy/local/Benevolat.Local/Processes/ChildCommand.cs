using System.Diagnostics;

namespace Benevolat.Local.Processes;

/// <summary>What to start, and how it likes to be stopped.</summary>
/// <param name="Name">How people know it: in messages, and as the name of its log.</param>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ChildCommand(string Name, string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables added to those of this process; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The folder to start in.</summary>
    public string Folder { get; init; } = "/";

    /// <summary>The file that gets everything it says.</summary>
    public required string Log { get; init; }

    /// <summary>The account to run under, when it must not be root.</summary>
    public string? User { get; init; }

    /// <summary>The signal that makes it stop in good order; also what the kernel sends it should we die.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>
    /// The chain sh → setsid → setpriv → program keeps one process id, because each step replaces itself by the next:
    /// sh sends output straight to the log (no pipe that breaks with us), setsid keeps a terminal's Ctrl-C away so that we can
    /// stop things in order, setpriv asks the kernel to stop the child should we die.
    /// </summary>
    internal ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Folder, UseShellExecute = false };
        foreach (var part in (string[])["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", Log]) { start.ArgumentList.Add(part); }
        foreach (var part in (string[])["setsid", "setpriv"]) { start.ArgumentList.Add(part); }
        if (User is not null)
        {
            foreach (var part in (string[])["--reuid", User, "--regid", User, "--init-groups"]) { start.ArgumentList.Add(part); }
        }

        foreach (var part in (string[])["--pdeathsig", SignalName, "--", Program, .. Arguments]) { start.ArgumentList.Add(part); }
        foreach (var (key, value) in Environment) { start.Environment[key] = value; }
        return start;
    }

    private string SignalName => StopSignal switch
    {
        Signal.Interrupt => "INT",
        Signal.Kill => "KILL",
        _ => "TERM",
    };
}
