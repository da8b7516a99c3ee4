using Benevolat.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
