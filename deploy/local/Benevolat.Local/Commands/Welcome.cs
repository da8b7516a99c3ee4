using Benevolat.Local.Running;
using Spectre.Console;

namespace Benevolat.Local.Commands;

/// <summary>Where to look, once everything runs.</summary>
internal static class Welcome
{
    public static void Print(SystemOptions options, LocalSystem system, Uri mails)
    {
        var table = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string what, string where) => table.AddRow($"[bold]{Markup.Escape(what)}[/]", Markup.Escape(where));

        AnsiConsole.WriteLine();
        Row("The site", Url(system.Site));
        Row("API reference", Url(new Uri(system.Site, "/docs")));
        Row("Mails", $"{Url(mails)}  (files in {system.Mail.Mails.Folder})");
        if (system.Dashboard is not null) { Row("Traces, logs, metrics", system.DashboardProblem ?? Url(system.Dashboard.Address)); }
        Row("RabbitMQ management", Url(new Uri(system.RabbitMq.ManagementUri!)));
        Row("PostgreSQL", system.Postgres.ConnectionString("missions"));
        Row("Logs", options.Below("logs"));
        if (options.Demo)
        {
            foreach (var (role, email) in Demo.Accounts) { Row($"Demo {role}", $"{email}  {Demo.Password}"); }
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("Ctrl-C stops everything. ./run.sh --stats in a second terminal shows what each process takes.");
    }

    private static string Url(Uri address) => address.ToString().TrimEnd('/');
}
