using System.Text.Json;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Running;

/// <summary>A process by name; the id together with its start names it for ever, since ids are used again.</summary>
public sealed record RunningProcess(string Name, int Id, string? StartedAt)
{
    internal static RunningProcess Of(string name, int id) => new(name, id, ProcessTree.StartedAt(id));

    internal bool IsAlive => ProcessTree.IsAlive(Id) && ProcessTree.StartedAt(Id) == StartedAt;
}

/// <summary>What runs from a folder, as a second terminal may read it; the lock beside it says whether it still does.</summary>
public sealed record StateFile(string Site, IReadOnlyList<RunningProcess> Processes)
{
    private const string Name = "state.json";

    /// <summary>What the folder's state says, if something runs from it.</summary>
    public static StateFile? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        var state = File.Exists(path) ? JsonSerializer.Deserialize<StateFile>(File.ReadAllText(path)) : null;
        return state is { Processes: [var first, ..] } && first.IsAlive ? state : null;
    }

    /// <summary>Takes the folder for this process, or returns nothing when another has it. Held until disposed, however we end.</summary>
    public static IDisposable? TryLock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    internal static void Write(string folder, LocalSystem system)
    {
        var processes = system.All.Select(server => RunningProcess.Of(server.Name, server.Process.Id));
        var state = new StateFile(system.Site.ToString(), [RunningProcess.Of("run.sh", Environment.ProcessId), .. processes]);
        var draft = Path.Combine(folder, Name + ".part");
        File.WriteAllText(draft, JsonSerializer.Serialize(state));
        File.Move(draft, Path.Combine(folder, Name), overwrite: true);
    }
}
