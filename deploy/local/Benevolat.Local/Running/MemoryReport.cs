using System.Globalization;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Running;

/// <summary>
/// What a process and its descendants take, in bytes. Resident counts a page that processes share once for each; proportional divides
/// it among them, so only proportional numbers may be added up.
/// </summary>
public sealed record MemoryUse(string Name, long Resident, long Proportional);

/// <summary>Reads what the parts of a running system take.</summary>
public static class MemoryReport
{
    /// <summary>One entry per named process; a named process isn't counted again below another.</summary>
    public static IReadOnlyList<MemoryUse> Of(IReadOnlyList<RunningProcess> processes)
    {
        var named = processes.Select(process => process.Id).ToHashSet();
        return [.. processes.Where(process => process.IsAlive).Select(process => Of(process, named))];
    }

    private static MemoryUse Of(RunningProcess process, HashSet<int> named)
    {
        int[] family = [process.Id, .. OwnDescendants(process.Id, named)];
        return new MemoryUse(process.Name, family.Sum(id => Field(id, "status", "VmRSS:")), family.Sum(id => Field(id, "smaps_rollup", "Pss:")));
    }

    private static IEnumerable<int> OwnDescendants(int id, HashSet<int> named)
    {
        var others = ProcessTree.Descendants(id).Where(named.Contains).ToList();
        var theirs = others.SelectMany(other => ProcessTree.Descendants(other).Prepend(other)).ToHashSet();
        return ProcessTree.Descendants(id).Where(descendant => !theirs.Contains(descendant));
    }

    private static long Field(int id, string file, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/{file}").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;   // it ended meanwhile, or belongs to another account and we aren't root
        }
    }
}
