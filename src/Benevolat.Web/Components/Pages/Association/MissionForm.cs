using System.Globalization;
using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association;

/// <summary>One line of the form's dated slots, as typed.</summary>
public sealed record ShiftLine(string? Day, string? From, string? To, string? Places);

/// <summary>A mission as its form shows it. What the form doesn't ask for (further addresses, the welcomer) stays as it was.</summary>
public sealed record MissionForm
{
    private const int SpareLines = 3;

    public MissionInput Content { get; init; } = new() { Kind = "one-off", Remote = "no" };
    public string? PlacesText { get; init; } = "1";
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }
    public string? HoursPerWeek { get; init; }
    public string? Skills { get; init; }
    public string? Street { get; init; }
    public string? Commune { get; init; }
    public string? CommuneCode { get; init; }
    public IReadOnlySet<string> Ticked { get; init; } = new HashSet<string>();
    public IReadOnlyList<ShiftLine> Shifts { get; init; } = [.. Enumerable.Repeat(new ShiftLine(null, null, null, null), SpareLines)];

    public static MissionForm Of(Mission mission) => new()
    {
        Content = mission,
        PlacesText = mission.Places?.ToString(CultureInfo.InvariantCulture),
        StartsOn = mission.StartsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        EndsOn = mission.EndsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        HoursPerWeek = mission.HoursPerWeek?.ToString(CultureInfo.CurrentCulture),
        Skills = string.Join(", ", mission.Skills),
        Street = mission.MainAddress?.Street,
        Commune = mission.MainAddress?.Commune,
        CommuneCode = mission.MainAddress?.CommuneCode,
        Ticked = Week.Boxes(mission.Hours),
        Shifts = [.. mission.Shifts.Select(Line), new(null, null, null, null)],
    };

    /// <summary>What was typed, to be shown again if it is refused.</summary>
    internal static MissionForm Of(PostedForm posted) => new()
    {
        Content = new MissionInput
        {
            Title = posted.Text("title"),
            Description = posted.Text("description"),
            Domain = posted.Text("domain"),
            Kind = posted.Text("kind"),
            Remote = posted.Text("remote"),
            Activities = posted.Many("activities"),
            Audiences = posted.Many("audiences"),
            Skills = posted.Words("skills"),
            OpenToMinors = posted.IsChecked("openToMinors"),
            ReducedMobility = posted.IsChecked("reducedMobility"),
            CloseToTransport = posted.IsChecked("closeToTransport"),
            ExpensesRefunded = posted.IsChecked("expensesRefunded"),
            Welcome = posted.Text("welcome"),
        },
        PlacesText = posted.Text("places"),
        StartsOn = posted.Text("startsOn"),
        EndsOn = posted.Text("endsOn"),
        HoursPerWeek = posted.Text("hoursPerWeek"),
        Skills = string.Join(", ", posted.Words("skills")),
        Street = posted.Text("street"),
        Commune = posted.Text("place"),
        CommuneCode = posted.Text("placeCode"),
        Ticked = posted.Many("hours").ToHashSet(),
        Shifts = [.. Enumerable.Range(0, 40).TakeWhile(line => posted.Has(Shift(line, "day"))).Select(line => new ShiftLine(
            posted.Text(Shift(line, "day")), posted.Text(Shift(line, "from")), posted.Text(Shift(line, "to")), posted.Text(Shift(line, "places"))))],
    };

    /// <summary>What the service gets; what can't be read becomes an error at its field.</summary>
    internal MissionInput Read(PostedForm posted, PlaceItem? place, Mission? before, FormErrors errors, Texts t) => Content with
    {
        Places = posted.Whole("places", errors, t["Écrivez un nombre de places."]),
        StartsOn = posted.Day("startsOn", errors, t["Écrivez une date, par exemple 02/12/2026."]),
        EndsOn = posted.Day("endsOn", errors, t["Écrivez une date, par exemple 02/12/2026."]),
        HoursPerWeek = posted.Number("hoursPerWeek", errors, t["Écrivez un nombre d'heures, par exemple 3 ou 2,5."]),
        Hours = Week.Merge(before?.Hours ?? [], Ticked),
        Shifts = ReadShifts(posted, errors, t),
        Addresses = Addresses(place, before),
        WelcomerId = before?.WelcomerId,
        Activities = Kept(before?.Activities ?? [], Content.Activities, Text.Activities.All),
        Audiences = Kept(before?.Audiences ?? [], Content.Audiences, Labels.Audiences),
    };

    /// <summary>The name of a slot's field: the JSON path of the line.</summary>
    public static string Shift(int line, string part) => $"shifts[{line}].{part}";

    private List<Shift> ReadShifts(PostedForm posted, FormErrors errors, Texts t)
    {
        List<Shift> read = [];
        for (var line = 0; line < Shifts.Count; line++)
        {
            if (Shifts[line] is { Day: null, From: null, To: null }) { continue; }

            var day = posted.Day(Shift(line, "day"), errors, t["Écrivez une date, par exemple 02/12/2026."]);
            var from = posted.Hour(Shift(line, "from"), errors, t["Écrivez une heure, par exemple 14:00."]);
            var to = posted.Hour(Shift(line, "to"), errors, t["Écrivez une heure, par exemple 17:00."]);
            var places = posted.Whole(Shift(line, "places"), errors, t["Écrivez un nombre de places."]) ?? 1;
            if (day is { } on && from is { } start && to is { } end)
            {
                // Until an hour before it began: over midnight.
                read.Add(new(Formats.FromParis(on, start), Formats.FromParis(end > start ? on : on.AddDays(1), end), places));
            }
            else if (!errors.AtFields.Any(error => error.Field.StartsWith($"shifts[{line}]", StringComparison.Ordinal)))
            {
                errors.Add(Shift(line, "day"), t["Un créneau a une date, un début et une fin."]);
            }
        }

        return read;
    }

    private List<MissionAddress> Addresses(PlaceItem? place, Mission? before)
    {
        if (place is null) { return []; }
        var known = before?.MainAddress is { } main && main.CommuneCode == place.Code && main.Street == Street ? main.Coordinates : place.Coordinates;
        return [new(Street, place.Name, place.Code, place.Postcode, known), .. before?.Addresses.Skip(1) ?? []];
    }

    /// <summary>What is ticked, in the order it had; words that the form has no box for stay.</summary>
    private static List<string> Kept(IReadOnlyList<string> before, IReadOnlyList<string> ticked, IReadOnlyList<(string Value, string Label)> boxes) =>
        [.. before.Where(word => ticked.Contains(word) || boxes.All(box => box.Value != word)).Union(ticked)];

    private static ShiftLine Line(Shift shift)
    {
        var (from, to) = (Formats.InParis(shift.StartsAt), Formats.InParis(shift.EndsAt));
        return new(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from.ToString("HH:mm", CultureInfo.InvariantCulture),
            to.ToString("HH:mm", CultureInfo.InvariantCulture), shift.Places.ToString(CultureInfo.InvariantCulture));
    }
}
