using Week = Benevolat.Contracts.Vocabulary.WeekHours;

namespace Benevolat.Missions.Domain;

/// <content>When and where.</content>
public sealed partial class Mission
{
    /// <summary>Shifts bound the period when no dates are given; a shift whose times stay keeps its id, since sign-ups refer to it.</summary>
    private void WriteSchedule(MissionContent content, DateTimeOffset now)
    {
        var shifts = content.Shifts.OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.EndsAt).ToList();
        _shifts.RemoveAll(old => !shifts.Exists(old.HasTimesOf));
        foreach (var shift in shifts)
        {
            if (_shifts.Find(old => old.HasTimesOf(shift)) is { } kept) { kept.Offer(shift.Places); }
            else { _shifts.Add(new Shift(Guid.CreateVersion7(now), shift)); }
        }

        StartsOn = content.StartsOn ?? (shifts.Count > 0 ? ParisTime.DateOf(shifts[0].StartsAt) : null);
        EndsOn = content.EndsOn ?? (shifts.Count > 0 ? ParisTime.DateOf(shifts.Max(shift => shift.EndsAt)) : null);
        var rhythm = content.Hours.Select(HourOf).Distinct().Order().ToList();
        Hours = [.. rhythm.Select(Week.Format)];
        WeekHours = [.. rhythm.Concat(shifts.SelectMany(shift => ParisTime.HoursOfWeek(shift.StartsAt, shift.EndsAt))).Distinct().Order()];
    }

    private void WriteAddresses(IReadOnlyList<AddressContent> addresses, DateTimeOffset now)
    {
        if (_addresses.OrderBy(address => address.Position).Select(address => address.Content).SequenceEqual(addresses)) { return; }

        _addresses.Clear();
        _addresses.AddRange(addresses.Select((address, position) => new Address(Guid.CreateVersion7(now), position, address)));
    }

    private static int HourOf(string text) => Week.TryParse(text, out var hour) ? hour : throw Rules.Hours.Broken();
}
