using System.CommandLine;
using Benevolat.Local.Commands;

var command = new RootCommand("Benevolat on this machine, without containers.") { ServersCommand.Create() };
// Ctrl-C and SIGTERM cancel the action; stopping everything in order may take longer than the two seconds it would get.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) };
return await command.Parse(args).InvokeAsync(configuration);
