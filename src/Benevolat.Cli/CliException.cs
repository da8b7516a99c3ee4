namespace Benevolat.Cli;

/// <summary>What went wrong, in words for the person at the terminal: what happened and what to do about it.</summary>
internal sealed class CliException(string message) : Exception(message);
