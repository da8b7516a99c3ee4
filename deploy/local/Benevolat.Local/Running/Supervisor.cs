using System.Globalization;
using Benevolat.Local.Processes;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>
/// Watches what runs. A process that dies is told about by name with its last lines, and started again after 1, 2, 4, 8 and 16 s;
/// one that dies a sixth time is left alone, since something else must be put right. Ten minutes without a death
/// wipe the slate. The others go on running all the while.
/// </summary>
public sealed class Supervisor(Action<string> tell, Action restarted, TimeProvider clock)
{
    private const int Attempts = 5;

    private static readonly TimeSpan Forgiven = TimeSpan.FromMinutes(10);

    /// <summary>Watches until told to stop, or until nothing is left to watch.</summary>
    public Task WatchAsync(IEnumerable<ILocalServer> servers, CancellationToken stop) =>
        Task.WhenAll(servers.Select(server => WatchAsync(server, stop)));

    private async Task WatchAsync(ILocalServer server, CancellationToken stop)
    {
        var deaths = 0;
        try
        {
            while (true)
            {
                var started = clock.GetTimestamp();
                await server.Process.Exited.WaitAsync(stop);
                deaths = clock.GetElapsedTime(started) > Forgiven ? 1 : deaths + 1;
                tell(server.Process.Died().Message);
                if (deaths > Attempts)
                {
                    tell($"{server.Name} died {deaths} times and is left alone. Its log has the rest.");
                    return;
                }

                await StartAgainAsync(server, TimeSpan.FromSeconds(1 << (deaths - 1)), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // We are stopping it ourselves.
        }
    }

    private async Task StartAgainAsync(ILocalServer server, TimeSpan pause, CancellationToken stop)
    {
        tell(string.Create(CultureInfo.InvariantCulture, $"{server.Name} starts again in {pause.TotalSeconds:0} s."));
        await Task.Delay(pause, clock, stop);
        try
        {
            await server.StartAsync(stop);
            restarted();
            tell($"{server.Name} is back.");
        }
        catch (ProcessDiedException)
        {
            // The loop sees the same death, tells of it and counts it.
        }
        catch (TimeoutException late)
        {
            tell(late.Message);
            await server.KillAsync();
        }
    }
}
