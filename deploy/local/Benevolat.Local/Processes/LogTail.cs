using System.Text;

namespace Benevolat.Local.Processes;

/// <summary>The end of a log, read without reading the whole of it.</summary>
public static class LogTail
{
    private const int Window = 16 * 1024;

    /// <summary>The last lines of a file; none when there is no file.</summary>
    public static IReadOnlyList<string> Of(string path, int lines)
    {
        if (!File.Exists(path)) { return []; }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = Math.Max(0, file.Length - Window);
        file.Position = start;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var all = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The first line of a window is usually a part of one.
        return [.. all.Skip(start > 0 ? 1 : 0).TakeLast(lines)];
    }

    /// <summary>Puts the log of the previous run aside, so that a log tells of one run.</summary>
    public static void Turn(string path)
    {
        if (File.Exists(path)) { File.Move(path, Path.ChangeExtension(path, ".previous.log"), overwrite: true); }
    }
}
