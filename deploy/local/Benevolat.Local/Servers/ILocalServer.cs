using Benevolat.Local.Processes;

namespace Benevolat.Local.Servers;

/// <summary>Something that runs as our child on a port of its own, and keeps its data over stop, kill and restart.</summary>
public interface ILocalServer : IAsyncDisposable
{
    /// <summary>How people know it.</summary>
    string Name { get; }

    /// <summary>The process that runs now, or ran last.</summary>
    ChildProcess Process { get; }

    /// <summary>Starts it and returns once it answers.</summary>
    Task StartAsync(CancellationToken stop = default);

    /// <summary>Stops it in good order.</summary>
    Task StopAsync();

    /// <summary>kill -9.</summary>
    Task KillAsync();

    /// <summary>Stops it if it runs, then starts it on the same port with the same data.</summary>
    Task RestartAsync(CancellationToken stop = default);
}
