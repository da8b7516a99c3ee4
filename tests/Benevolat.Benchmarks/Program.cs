using System.CommandLine;
using System.Globalization;
using Benevolat.Benchmarks.Commands;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var command = new RootCommand("What the goals of Benevolat ask for, measured against what they name, in one run on this machine.")
{
    SearchCommand.Create(),
    CorpusCommand.Create(),
    MatchingCommand.Create(),
    QualityCommand.Create(),
    StaticJsonCommand.Create(),
};
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
