using System.CommandLine;
using Benevolat.Local.Commands;
using Benevolat.Local.Processes;
using Benevolat.Local.Running;
using Spectre.Console;

var reset = new Option<bool>("--reset") { Description = "Start anew: forget all data" };
var port = new Option<int>("--port") { Description = "Port of the site; the next free one if it is taken", DefaultValueFactory = _ => 8080 };
var replicas = new Option<int>("--replicas") { Description = "Processes of each of missions, volunteers, matching, notifications", DefaultValueFactory = _ => 1 };
var noDemo = new Option<bool>("--no-demo") { Description = "No demo accounts and missions" };
var noDashboard = new Option<bool>("--no-dashboard") { Description = "No Aspire dashboard, no telemetry" };
var stats = new Option<bool>("--stats") { Description = "Show what each process of the running system takes, and end" };
var native = new Option<bool>("--native") { Description = "Without containers even where there is an engine (run.sh decides)" };
var folder = new Option<DirectoryInfo>("--folder")
{
    Description = "Where data, mails and logs go",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(new SystemOptions { Folder = "." }.Repository, ".local")),
};
replicas.Validators.Add(result => { if (result.GetValue(replicas) is < 1 or > 9) { result.AddError("--replicas takes 1 to 9."); } });
port.Validators.Add(result => { if (result.GetValue(port) is < 1 or > 65535) { result.AddError("--port takes 1 to 65535."); } });

var command = new RootCommand("Benevolat on this machine: every service, PostgreSQL, RabbitMQ, a mail catcher and the Aspire dashboard, without containers.")
{
    reset, port, replicas, noDemo, noDashboard, stats, native, folder, ServersCommand.Create(),
};
command.SetAction(async (result, stop) =>
{
    var options = new SystemOptions
    {
        Folder = result.GetRequiredValue(folder).FullName,
        Port = result.GetValue(port),
        Replicas = result.GetValue(replicas),
        Demo = !result.GetValue(noDemo),
        Dashboard = !result.GetValue(noDashboard),
    };
    return result.GetValue(stats) ? StatsCommand.Run(options.Folder) : await UpCommand.RunAsync(options, result.GetValue(reset), stop);
});

// Without a terminal there is no width to fit: a line of a log stays one line.
if (Console.IsOutputRedirected) { AnsiConsole.Profile.Width = 1000; }

try
{
    // Ctrl-C and SIGTERM cancel the action; stopping everything in order may take longer than the two seconds it would get.
    var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2), EnableDefaultExceptionHandler = false };
    return await command.Parse(args).InvokeAsync(configuration);
}
catch (Exception failure) when (failure is ProcessDiedException or TimeoutException or InvalidOperationException or IOException)
{
    Say.Error(failure.Message);
    return 1;
}
