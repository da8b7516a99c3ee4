using Spectre.Console;

namespace Benevolat.Local.Commands;

/// <summary>Messages in colour; what they quote (log lines) is never read as markup.</summary>
internal static class Say
{
    public static void Warning(string message) => AnsiConsole.Write(new Text(message + Environment.NewLine, new Style(Color.Yellow)));

    public static void Error(string message) => AnsiConsole.Write(new Text(message + Environment.NewLine, new Style(Color.Red)));
}
