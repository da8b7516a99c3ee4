namespace Benevolat.Cli.Tests;

/// <summary>What a run of the command line left behind.</summary>
public sealed record Ran(int Code, string Out, string Error)
{
    public static async Task<Ran> WithInputAsync(string input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var reader = new StringReader(input);
        var terminal = new Terminal(Terminal.On(output), Terminal.On(error), reader);
        var code = await CommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
