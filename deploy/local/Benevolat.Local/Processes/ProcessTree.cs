using System.Globalization;

namespace Benevolat.Local.Processes;

/// <summary>Who descends from whom, as /proc tells it.</summary>
public static class ProcessTree
{
    /// <summary>Children, grandchildren and so on; the process itself isn't among them.</summary>
    public static IReadOnlyList<int> Descendants(int processId)
    {
        var childrenOf = Everyone().ToLookup(pair => pair.Parent, pair => pair.Id);
        var found = new List<int>();
        var open = new Queue<int>(childrenOf[processId]);
        while (open.TryDequeue(out var next))
        {
            found.Add(next);
            foreach (var child in childrenOf[next]) { open.Enqueue(child); }
        }

        return found;
    }

    /// <summary>Whether it runs; one that has ended but wasn't yet collected by its parent (a zombie) doesn't.</summary>
    public static bool IsAlive(int processId) => Stat(processId) is { } stat && stat[0] is not ("Z" or "X");

    /// <summary>The moment it started, in the kernel's ticks: with the id it names one process for ever.</summary>
    public static string? StartedAt(int processId) => Stat(processId)?[19];

    private static IEnumerable<(int Id, int Parent)> Everyone()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Stat(id) is { } stat)
            {
                yield return (id, int.Parse(stat[1], CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The fields after the command's name, which may itself hold blanks and parentheses: state, parent, …</summary>
    private static string[]? Stat(int processId)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{processId}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;   // it ended between the listing and the reading
        }
    }
}
