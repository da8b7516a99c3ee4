namespace Benevolat.Local.Processes;

/// <summary>A process ended when it should have gone on; the message names it and ends with its last log lines.</summary>
public sealed class ProcessDiedException(string name, int exitCode, IReadOnlyList<string> lastLines)
    : Exception($"{name} ended with code {exitCode}. Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, lastLines)}")
{
    /// <summary>The name under which it was started.</summary>
    public string Name { get; } = name;

    /// <summary>What it returned; 128 + n when signal n ended it.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The end of its log.</summary>
    public IReadOnlyList<string> LastLines { get; } = lastLines;
}
