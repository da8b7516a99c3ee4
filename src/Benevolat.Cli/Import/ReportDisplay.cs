using System.Globalization;

namespace Benevolat.Cli.Import;

/// <summary>The end of an import: counts, then what was refused and which field to correct.</summary>
internal static class ReportDisplay
{
    private const int MostListed = 50;

    public static void Show(Terminal terminal, ImportReport report)
    {
        terminal.Out.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.GetCultureInfo("fr-FR"),
            $"{report.Created} créée(s), {report.Updated} modifiée(s), {report.Unchanged} inchangée(s), {report.Failures.Count} refusée(s) en {report.Elapsed.TotalSeconds:0.0} s."));
        var error = terminal.Error.Profile.Out.Writer;
        foreach (var (clientId, problem) in report.Failures.OrderBy(failure => failure.ClientId, StringComparer.Ordinal).Take(MostListed))
        {
            error.WriteLine($"✗ {clientId} : {problem.ToString().ReplaceLineEndings(Environment.NewLine + "  ")}");
        }

        if (report.Failures.Count > MostListed) { error.WriteLine($"… et {report.Failures.Count - MostListed} autre(s)."); }
    }
}
