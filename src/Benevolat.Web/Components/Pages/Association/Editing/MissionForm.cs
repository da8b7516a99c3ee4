using System.Globalization;
using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>One line of the form's dated slots, as typed.</summary>
public sealed record ShiftLine(string? Day, string? From, string? To, string? Places)
{
    public static readonly ShiftLine Empty = new(null, null, null, null);

    public bool IsEmpty => this is { Day: null, From: null, To: null };
}

/// <summary>One of the form's addresses, as typed.</summary>
public sealed record AddressLine(string? Street, string? Commune, string? CommuneCode)
{
    public static readonly AddressLine Empty = new(null, null, null);

    public bool IsEmpty => Street is null && Commune is null;
}

/// <summary>A mission as the steps of its form show it: what is saved, and in the step at hand what was typed.</summary>
public sealed record MissionForm
{
    private const int SpareLines = 2;

    public MissionInput Content { get; init; } = new();
    public string? PlacesText { get; init; }
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }
    public string? HoursPerWeek { get; init; }
    public IReadOnlySet<string> Ticked { get; init; } = new HashSet<string>();
    public IReadOnlyList<ShiftLine> Shifts { get; init; } = [];
    public IReadOnlyList<AddressLine> Addresses { get; init; } = [];

    public static MissionForm Of(MissionInput content) => new()
    {
        Content = content,
        PlacesText = content.Places?.ToString(CultureInfo.InvariantCulture),
        StartsOn = Iso(content.StartsOn),
        EndsOn = Iso(content.EndsOn),
        HoursPerWeek = content.HoursPerWeek?.ToString(CultureInfo.CurrentCulture),
        Ticked = Week.Boxes(content.Hours),
        Shifts = [.. content.Shifts.Select(Line), .. Enumerable.Repeat(ShiftLine.Empty, SpareLines)],
        Addresses = content.Addresses.Count > 0 ? [.. content.Addresses.Select(address => new AddressLine(address.Street, address.Commune, address.CommuneCode))] : [AddressLine.Empty],
    };

    /// <summary>The second step as typed, to be shown again if it can't be read.</summary>
    internal MissionForm WithTimes(PostedForm posted) => this with
    {
        PlacesText = posted.Text("places"),
        StartsOn = posted.Text("startsOn"),
        EndsOn = posted.Text("endsOn"),
        HoursPerWeek = posted.Text("hoursPerWeek"),
        Ticked = posted.Many("hours").ToHashSet(),
        Shifts = [.. Enumerable.Range(0, 200).TakeWhile(line => posted.Has(Shift(line, "day"))).Select(line => new ShiftLine(
            posted.Text(Shift(line, "day")), posted.Text(Shift(line, "from")), posted.Text(Shift(line, "to")), posted.Text(Shift(line, "places"))))],
    };

    /// <summary>The third step as typed, with the rows that its buttons ask for.</summary>
    internal MissionForm WithAddresses(PostedForm posted) => this with
    {
        Addresses = EditorActions.Rows(posted.Text(EditorActions.Field), Enumerable.Range(0, 50).TakeWhile(line => posted.Has(Address(line, "place")))
            .Select(line => new AddressLine(posted.Text(Address(line, "street")), posted.Text(Address(line, "place")), posted.Text(Address(line, "placeCode"))))),
    };

    /// <summary>The name of a slot's field: the JSON path of the line.</summary>
    public static string Shift(int line, string part) => $"shifts[{line}].{part}";

    public static string Address(int line, string part) => $"addresses[{line}].{part}";

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ShiftLine Line(Shift shift)
    {
        var (from, to) = (Formats.InParis(shift.StartsAt), Formats.InParis(shift.EndsAt));
        return new(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from.ToString("HH:mm", CultureInfo.InvariantCulture),
            to.ToString("HH:mm", CultureInfo.InvariantCulture), shift.Places.ToString(CultureInfo.InvariantCulture));
    }
}
