using System.Runtime.InteropServices;

namespace Benevolat.Local.Processes;

/// <summary>The few system calls that .NET doesn't offer.</summary>
internal static partial class Posix
{
    public static bool IsRoot => EffectiveUser() == 0;

    /// <summary>Sends a signal; a process that is already gone is no error.</summary>
    public static void Send(int processId, Signal signal)
    {
        // 0 and negative ids mean whole groups: never ours to signal.
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(processId);
        _ = Kill(processId, (int)signal);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}

/// <summary>The signals used here, by their Linux numbers.</summary>
public enum Signal
{
    /// <summary>What Ctrl-C sends; PostgreSQL's fast shutdown.</summary>
    Interrupt = 2,

    /// <summary>No warning, no clean-up: a power cut for one process.</summary>
    Kill = 9,

    /// <summary>A polite request to finish.</summary>
    Terminate = 15,
}
