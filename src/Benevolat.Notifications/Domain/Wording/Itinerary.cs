using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Notifications.Domain.Wording;

/// <summary>When and where a mission takes place, in sentences.</summary>
public static class Itinerary
{
    private const int MostSlots = 5;
    private const int MostAddresses = 5;

    public static IReadOnlyList<string> When(MissionFacts mission, DateTimeOffset now, Language language)
    {
        ArgumentNullException.ThrowIfNull(mission);
        List<string> lines = [.. mission.Shifts.Count > 0 ? Slots(mission.Shifts, now, language) : Rhythm(mission, language)];
        return lines.Count > 0 ? lines : [language.ToBeAgreed];
    }

    public static IReadOnlyList<string> Where(MissionFacts mission, Language language)
    {
        ArgumentNullException.ThrowIfNull(mission);
        if (mission.Remote is RemoteWork.Full) { return [language.FromHome]; }

        List<string> lines = [.. mission.Addresses.Take(MostAddresses).Select(Address)];
        if (mission.Remote is RemoteWork.Possible) { lines.Add(language.AlsoFromHome); }
        return lines.Count > 0 ? lines : [language.ToBeAgreed];
    }

    /// <summary>When the shift or the participation is that a notice is about, as far as anybody said; null when it is about none.</summary>
    public static string? Slot(Notice notice, MissionFacts? mission, Language language)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (mission?.Shifts.FirstOrDefault(shift => notice.ShiftId is { } id ? shift.ShiftId == id : shift.StartsAt == notice.StartsAt) is { } known)
        {
            return language.Slot(known.StartsAt, known.EndsAt);
        }

        return notice.StartsAt is { } start ? language.At(start) : notice.Day is { } day ? language.Date(day) : null;
    }

    private static IEnumerable<string> Slots(IReadOnlyList<ShiftFacts> shifts, DateTimeOffset now, Language language)
    {
        List<ShiftFacts> coming = [.. shifts.Where(shift => shift.EndsAt > now).OrderBy(shift => shift.StartsAt)];
        foreach (var shift in coming.Take(MostSlots)) { yield return language.Slot(shift.StartsAt, shift.EndsAt); }
        if (coming.Count > MostSlots) { yield return language.MoreSlots(coming.Count - MostSlots); }
    }

    private static IEnumerable<string> Rhythm(MissionFacts mission, Language language)
    {
        foreach (var (first, last) in Runs(mission.Hours)) { yield return language.EachWeek(DayOf(first), HourOf(first), HourOf(last + 1)); }
        if (mission.HoursPerWeek is { } hours) { yield return language.HoursPerWeek(hours); }
        if (mission.StartsOn is not null || mission.EndsOn is not null) { yield return language.Period(mission.StartsOn, mission.EndsOn); }
    }

    /// <summary>Hours that follow each other on one day become one slot.</summary>
    private static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<string> notation)
    {
        (int First, int Last)? run = null;
        foreach (var hour in notation.Select(text => WeekHours.TryParse(text, out var hour) ? hour : -1).Where(hour => hour >= 0).Distinct().Order())
        {
            if (run is { } open && hour == open.Last + 1 && hour % 24 != 0)
            {
                run = (open.First, hour);
                continue;
            }

            if (run is { } done) { yield return done; }
            run = (hour, hour);
        }

        if (run is { } last) { yield return last; }
    }

    private static DayOfWeek DayOf(int hourOfWeek) => (DayOfWeek)(((hourOfWeek / 24) + 1) % 7);

    private static TimeOnly HourOf(int hourOfWeek) => new(hourOfWeek % 24, 0);

    private static string Address(MissionAddress address) =>
        string.IsNullOrWhiteSpace(address.Street) ? $"{address.Postcode} {address.Commune}" : $"{address.Street}, {address.Postcode} {address.Commune}";
}
