using System.Globalization;

namespace Benevolat.Notifications.Domain.Wording;

internal sealed class English : Language
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    public override string Code => "en";

    public override string ToBeAgreed => "to be agreed with the organisation";

    public override string FromHome => "from your home";

    public override string AlsoFromHome => "part of it can be done from home";

    public override string Date(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    public override string Hour(TimeOnly hour) => hour.ToString("HH:mm", Culture);

    public override string At(DateTimeOffset instant)
    {
        var (date, hour) = Split(instant);
        return $"{Date(date)} at {Hour(hour)} (Paris time)";
    }

    public override string Slot(DateTimeOffset from, DateTimeOffset to)
    {
        var ((firstDay, start), (lastDay, end)) = (Split(from), Split(to));
        return firstDay == lastDay ? $"{Date(firstDay)}, from {Hour(start)} to {Hour(end)}" : $"from {Date(firstDay)}, {Hour(start)}, to {Date(lastDay)}, {Hour(end)}";
    }

    public override string EachWeek(DayOfWeek day, TimeOnly from, TimeOnly to) =>
        $"on {Culture.DateTimeFormat.GetDayName(day)}s from {Hour(from)} to {(to == TimeOnly.MinValue ? "midnight" : Hour(to))}";

    public override string HoursPerWeek(decimal hours) => $"about {Number(hours, Culture)} {(hours == 1 ? "hour" : "hours")} a week";

    public override string Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } start, { } end) => $"from {Date(start)} to {Date(end)}",
        ({ } start, null) => $"from {Date(start)} on",
        (null, { } end) => $"until {Date(end)}",
        _ => "",
    };

    public override string MoreSlots(int count) => count == 1 ? "and one more slot" : $"and {count} more slots";

    public override string MoreMissions(int count) => count == 1 ? "and one more mission" : $"and {count} more missions";

    public override string? Reason(string? name) => name switch
    {
        "RequirementsNotFulfilled" => "the requirements are not met",
        "NoPlaceLeft" => "no place is left",
        "ChangedMind" => "what is needed has changed",
        "NoResponse" => "a message was not answered",
        "MissionTerminated" => "the mission has ended",
        "NotAvailable" => "the person is not available",
        "FoundAnother" => "the person found another mission",
        _ => null,
    };

    public override string? Role(string? name) => name switch
    {
        "Owner" => "an owner",
        "Manager" => "a manager",
        "Welcomer" => "a welcomer",
        _ => null,
    };
}
