using System.Globalization;
using System.Text;

namespace Benevolat.Benchmarks.Reporting;

/// <summary>A line of a chart.</summary>
internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A chart with logarithmic axes, as SVG: how one thing grows with another.</summary>
internal sealed class Chart(string title, string xTitle, string yTitle, IReadOnlyList<Series> series)
{
    private const double Width = 860, Height = 520, Left = 84, Right = 30, Top = 56, Bottom = 150;

    private static readonly string[] Colours = ["#0b6e4f", "#c8553d", "#2d5fa4", "#8a5aa8", "#b8860b", "#4a4a4a"];
    private static readonly string[] Dashes = ["", "7 4", "2 4", "9 3 2 3", "4 2", "1 3"];

    private readonly (double Low, double High) _x = Decades(series.SelectMany(line => line.Points.Select(point => point.X)));
    private readonly (double Low, double High) _y = Decades(series.SelectMany(line => line.Points.Select(point => point.Y)));
    private readonly StringBuilder _svg = new();

    public string ToSvg()
    {
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="system-ui, sans-serif" font-size="14" role="img">""");
        Line($"<title>{Escape(title)}</title>");
        Line($"""<rect width="{Width}" height="{Height}" fill="#fff"/>""");
        Text(Width / 2, 28, title, "middle", "font-size=\"18\" font-weight=\"600\"");
        Axes();
        foreach (var (number, line) in series.Index()) { Draw(number, line); }
        Line($"</svg>");
        return _svg.ToString();
    }

    private void Axes()
    {
        for (var decade = _x.Low; decade <= _x.High; decade++)
        {
            var x = X(Math.Pow(10, decade));
            Line($"""<line x1="{x}" y1="{Top}" x2="{x}" y2="{Height - Bottom}" stroke="#ddd"/>""");
            Text(x, Height - Bottom + 20, Number(Math.Pow(10, decade)), "middle");
        }

        for (var decade = _y.Low; decade <= _y.High; decade++)
        {
            var y = Y(Math.Pow(10, decade));
            Line($"""<line x1="{Left}" y1="{y}" x2="{Width - Right}" y2="{y}" stroke="#ddd"/>""");
            Text(Left - 8, y + 5, Number(Math.Pow(10, decade)), "end");
        }

        Text((Left + Width - Right) / 2, Height - Bottom + 44, xTitle, "middle", "fill=\"#444\"");
        var middle = (Top + Height - Bottom) / 2;
        Text(22, middle, yTitle, "middle", string.Create(CultureInfo.InvariantCulture, $"fill=\"#444\" transform=\"rotate(-90 22 {middle})\""));
    }

    private void Draw(int number, Series line)
    {
        var (colour, dash) = (Colours[number % Colours.Length], Dashes[number % Dashes.Length]);
        var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}")));
        Line($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>""");
        foreach (var (x, y) in line.Points)
        {
            Line($"""<circle cx="{X(x)}" cy="{Y(y)}" r="4" fill="{colour}"/>""");
            Text(X(x), Y(y) - 9, Number(y), "middle", $"fill=\"{colour}\" font-size=\"12\"");
        }

        // Two columns of names below the axis.
        var (left, top) = (Left + (number % 2 * 390), Height - 82 + (number / 2 * 24));
        Line($"""<line x1="{left}" y1="{top}" x2="{left + 34}" y2="{top}" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>""");
        Text(left + 42, top + 5, line.Name, "start");
    }

    private double X(double value) => Left + ((Math.Log10(value) - _x.Low) / (_x.High - _x.Low) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - ((Math.Log10(value) - _y.Low) / (_y.High - _y.Low) * (Height - Top - Bottom));

    private void Text(double x, double y, string text, string anchor, string more = "") =>
        Line($"""<text x="{x}" y="{y}" text-anchor="{anchor}" {more}>{Escape(text)}</text>""");

    private void Line(FormattableString markup) => _svg.AppendLine(markup.ToString(CultureInfo.InvariantCulture));

    private static string Number(double value) => value.ToString(value < 1 ? "0.####" : "#,0.#", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>The powers of ten around the values.</summary>
    private static (double Low, double High) Decades(IEnumerable<double> values)
    {
        var all = values.Select(Math.Log10).ToList();
        var (low, high) = (Math.Floor(all.Min() + 1e-9), Math.Ceiling(all.Max() - 1e-9));
        return (low, Math.Max(high, low + 1));
    }
}
