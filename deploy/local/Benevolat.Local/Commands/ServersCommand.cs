using System.CommandLine;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Commands;

/// <summary>Only the database and the broker: what the tests need.</summary>
internal static class ServersCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where their data live", Required = true };
        var envFile = new Option<FileInfo?>("--env-file") { Description = "A file to write, once they answer, with the variables that the tests read" };
        var command = new Command("servers", "Starts PostgreSQL and RabbitMQ on free ports and keeps them until it is stopped.") { folder, envFile };
        command.SetAction((result, stop) => RunAsync(result.GetRequiredValue(folder), result.GetValue(envFile), stop));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, FileInfo? envFile, CancellationToken stop)
    {
        await using var postgres = new NativePostgres(Path.Combine(folder.FullName, "postgres"));
        await using var rabbit = new NativeRabbitMq(Path.Combine(folder.FullName, "rabbitmq"));
        await Task.WhenAll(postgres.StartAsync(stop), rabbit.StartAsync(stop));
        string[] variables =
        [
            $"export BENEVOLAT_TEST_POSTGRES='{postgres.ConnectionString()}'",
            $"export BENEVOLAT_TEST_RABBITMQ='{rabbit.Uri}'",
            $"export BENEVOLAT_TEST_RABBITMQ_MANAGEMENT='{rabbit.ManagementUri}'",
        ];
        foreach (var line in variables) { Console.WriteLine(line); }
        if (envFile is not null) { await WriteWholeAsync(envFile.FullName, variables, stop); }
        var ended = await Task.WhenAny(postgres.Process.Exited, rabbit.Process.Exited, StoppedAsync(stop));
        if (stop.IsCancellationRequested) { return 0; }
        throw ended == postgres.Process.Exited ? postgres.Process.Died() : rabbit.Process.Died();
    }

    /// <summary>Whoever waits for the file finds it complete.</summary>
    private static async Task WriteWholeAsync(string path, string[] lines, CancellationToken stop)
    {
        await File.WriteAllLinesAsync(path + ".part", lines, stop);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static Task<int> StoppedAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource<int>();
        stop.Register(() => stopped.SetResult(0));
        return stopped.Task;
    }
}
