using System.Text;

namespace Benevolat.Benchmarks.Reporting;

/// <summary>What was measured, as Markdown: for the terminal and for a file.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Content)> _files = [];
    private readonly List<Ratio> _goals = [];

    public bool EveryGoalIsMet => _goals.All(goal => goal.IsMet);

    public Report Heading(string text, int level = 2)
    {
        _text.AppendLine().Append('#', level).Append(' ').AppendLine(text).AppendLine();
        return this;
    }

    public Report Text(string text)
    {
        _text.AppendLine(text).AppendLine();
        return this;
    }

    public Report List(params IEnumerable<string> items)
    {
        foreach (var item in items) { _text.Append("- ").AppendLine(item); }
        _text.AppendLine();
        return this;
    }

    /// <summary>The first column is text, the others are numbers and stand right.</summary>
    public Report Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(headers);
        Row([.. headers.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in rows) { Row(row); }
        _text.AppendLine();
        return this;
    }

    public Report Goals(params IEnumerable<Ratio> goals)
    {
        var all = goals.ToList();
        _goals.AddRange(all);
        return Table(Ratio.Headers, all.Select(goal => goal.Row));
    }

    public Report Picture(string file, string title, string svg)
    {
        _files.Add((file, svg));
        _text.Append("![").Append(title).Append("](").Append(file).AppendLine(")").AppendLine();
        return this;
    }

    /// <summary>Writes the report and its pictures side by side.</summary>
    public async Task<string> SaveAsync(string folder, string name, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, content) in _files) { await File.WriteAllTextAsync(Path.Combine(folder, file), content, stop); }
        var path = Path.Combine(folder, name + ".md");
        await File.WriteAllTextAsync(path, ToString(), stop);
        return path;
    }

    public override string ToString() => _text.ToString().TrimStart();

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
