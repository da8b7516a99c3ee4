using System.Globalization;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>What parts of a mission are called, in both languages.</summary>
internal static class Labels
{
    public static readonly Rule Morning = new("split.morning", "le matin", "in the morning");
    public static readonly Rule Afternoon = new("split.afternoon", "l'après-midi", "in the afternoon");
    public static readonly Rule Evening = new("split.evening", "le soir", "in the evening");
    public static readonly Rule Weekdays = new("split.weekdays", "en semaine", "on weekdays");
    public static readonly Rule Weekend = new("split.weekend", "le week-end", "at the weekend");

    private static readonly string[] French = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] English = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly Rule[] Days = [.. French.Zip(English, (french, english) => new Rule("split.weekday", $"le {french}", $"on {english}"))];

    public static Rule Every(int day) => Days[day];

    public static Rule Number(int number, int all) => new("split.number", $"{Text(number + 1)} sur {Text(all)}", $"{Text(number + 1)} of {Text(all)}");

    /// <summary>Days of a rhythm; with their hours, when another part has the same day.</summary>
    public static Rule Week(List<int> part, List<List<int>> all)
    {
        var days = part.GroupBy(hour => hour / 24).ToList();
        var isShared = days.Exists(day => all.Exists(other => other != part && other.Exists(hour => hour / 24 == day.Key)));
        return new Rule(
            "split.week",
            Join(days.Select(day => French[day.Key] + (isShared ? $" {Text(day.Min() % 24)} h - {Text((day.Max() % 24) + 1)} h" : "")), "et"),
            Join(days.Select(day => English[day.Key] + (isShared ? $" {Text(day.Min() % 24)}:00 - {Text((day.Max() % 24) + 1)}:00" : "")), "and"));
    }

    public static string Hours(decimal hours) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours, 1):0.#} h");

    private static string Join(IEnumerable<string> names, string and) =>
        names.ToList() is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} {and} {last}" : names.First();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
