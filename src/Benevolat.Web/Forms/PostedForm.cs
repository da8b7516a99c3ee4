using System.Globalization;
using Benevolat.Web.Text;

namespace Benevolat.Web.Forms;

/// <summary>Reads what a browser sent: trimmed texts, empty is absent, line ends as everywhere else.</summary>
internal sealed class PostedForm(IFormCollection form)
{
    public string? Text(string name) => Clean(form[name].ToString());

    public bool Has(string name) => form.ContainsKey(name);

    public bool IsChecked(string name) => form[name].Count > 0;

    public IReadOnlyList<string> Many(string name) => [.. form[name].Select(value => Clean(value)).OfType<string>().Distinct()];

    /// <summary>One entry a comma or line: « secourisme, permis B ».</summary>
    public IReadOnlyList<string> Words(string name) =>
        [.. (Text(name) ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A whole number; an error at the field when something else was typed.</summary>
    public int? Whole(string name, FormErrors errors, string complaint)
    {
        if (Text(name) is not { } text) { return null; }
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) { return number; }
        errors.Add(name, complaint);
        return null;
    }

    /// <summary>A number with a comma or a point.</summary>
    public double? Number(string name, FormErrors errors, string complaint)
    {
        if (Text(name) is not { } text) { return null; }
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) { return number; }
        errors.Add(name, complaint);
        return null;
    }

    /// <summary>Hours as people say them, « 2,5 », in minutes; an error at the field when they are missing.</summary>
    public int? Minutes(string name, FormErrors errors, Texts t)
    {
        var before = errors.AtFields.Count;
        var hours = Number(name, errors, t["Écrivez un nombre d'heures, par exemple 3 ou 2,5."]);
        if (hours is null && errors.AtFields.Count == before) { errors.Add(name, t["Dites combien d'heures c'était."]); }
        return hours is null ? null : (int)Math.Round(Math.Clamp(hours.Value, 0, 1_000) * 60);
    }

    public DateOnly? Day(string name, FormErrors errors, string complaint)
    {
        if (Text(name) is not { } text) { return null; }
        string[] written = ["yyyy-MM-dd", "d/M/yyyy"];
        if (DateOnly.TryParseExact(text, written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
        errors.Add(name, complaint);
        return null;
    }

    public TimeOnly? Hour(string name, FormErrors errors, string complaint)
    {
        if (Text(name) is not { } text) { return null; }
        string[] written = ["HH:mm", "H:mm", "HH:mm:ss"];
        if (TimeOnly.TryParseExact(text, written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) { return hour; }
        errors.Add(name, complaint);
        return null;
    }

    /// <summary>One entry a line, commas and all.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        [.. (Text(name) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Clean(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } clean ? clean : null;
}
