using Benevolat.Local.Mail;
using Benevolat.Local.Processes;
using Benevolat.Local.Running;
using Spectre.Console;

namespace Benevolat.Local.Commands;

/// <summary>Starts the whole system, says where to look, and watches over it until it is stopped.</summary>
internal static class UpCommand
{
    private const int AlreadyRunning = 3;

    public static async Task<int> RunAsync(SystemOptions options, bool reset, CancellationToken stop)
    {
        using var held = StateFile.TryLock(options.Folder);
        if (held is null)
        {
            Say.Warning($"Already running at {StateFile.Read(options.Folder)?.Site ?? "another terminal"}. Stop it there with Ctrl-C first.");
            return AlreadyRunning;
        }

        if (reset) { await Reset.DeleteDataAsync(options); }
        try
        {
            await using var system = await StartAsync(options, stop);
            await using var page = await MailPage.StartAsync(system.Mail.Mails, Ports.FreeFrom(8025));
            StateFile.Write(options.Folder, system);
            Welcome.Print(options, system, page.Address);
            await new Supervisor(Say.Warning, () => StateFile.Write(options.Folder, system), TimeProvider.System).WatchAsync(system.All, stop);
            // Everything may have died for good: the mails and the logs are still worth a look, so only Ctrl-C ends this.
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            AnsiConsole.WriteLine("Stopping…");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            AnsiConsole.WriteLine("Stopped before everything had started.");
            return 130;
        }

        AnsiConsole.WriteLine("Stopped. The data stay: start again with ./run.sh, or anew with ./run.sh --reset.");
        return 0;
    }

    private static async Task<LocalSystem> StartAsync(SystemOptions options, CancellationToken stop)
    {
        if (AnsiConsole.Profile.Capabilities.Interactive) { return await TerminalSteps.DrawAsync(steps => LocalSystem.StartAsync(options, steps, stop)); }
        using var plain = new PlainSteps(Console.Out);
        return await LocalSystem.StartAsync(options, plain, stop);
    }
}
