using System.Globalization;

namespace Benevolat.Contracts.Vocabulary;

/// <summary>
/// Hours of a week in the notation of the API: <c>mon-14</c> is Monday from 14:00 to 15:00, Europe/Paris.
/// Hour 0 of the week is Monday 00:00, hour 167 is Sunday 23:00.
/// </summary>
public static class WeekHours
{
    public const int HoursInAWeek = 168;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads one slot; false when it is not a day of three letters, a dash and an hour from 0 to 23.</summary>
    public static bool TryParse(string? text, out int hourOfWeek)
    {
        hourOfWeek = -1;
        if (text is not { Length: 5 or 6 } || text[3] != '-') { return false; }

        var day = Array.IndexOf(Days, text[..3]);
        if (day < 0 || !int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 23) { return false; }

        hourOfWeek = (day * 24) + hour;
        return true;
    }

    /// <summary>Writes an hour of the week (0 to 167) back in the notation.</summary>
    public static string Format(int hourOfWeek) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[hourOfWeek / 24]}-{hourOfWeek % 24:00}");
}
