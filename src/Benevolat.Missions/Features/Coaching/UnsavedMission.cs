using System.Globalization;
using System.Text.Json;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>
/// Reads a mission that somebody is still writing. What can't be read counts as missing: the coach says what is missing, and a form
/// that is half filled is no mistake.
/// </summary>
internal sealed class UnsavedMission
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.OrdinalIgnoreCase);

    private UnsavedMission(JsonElement mission)
    {
        foreach (var field in mission.EnumerateObject())
        {
            if (Readable(() => field.Name) is { } name) { _fields[name] = field.Value; }
        }
    }

    public static MissionContent Read(JsonElement mission) => new UnsavedMission(mission).ToContent();

    private MissionContent ToContent()
    {
        var shifts = Shifts();
        return new MissionContent(
            Text("title", MissionContent.LongestTitle * 10) ?? "", PlainText.From(Text("description", MissionContent.LongestDescription) ?? ""),
            Choice<MissionDomain>("domain") ?? MissionDomain.Autre, Choice<MissionKind>("kind") ?? (shifts.Count > 0 ? MissionKind.OneOff : MissionKind.Regular),
            Choice<RemoteWork>("remote") ?? RemoteWork.No, Words("activities", 20), Words("audiences", 20), Words("skills", 30), Places(), Date("startsOn"), Date("endsOn"),
            [.. Words("hours", WeekHours.HoursInAWeek).Where(hour => WeekHours.TryParse(hour, out _))], HoursPerWeek(), shifts, Addresses(),
            Flag("openToMinors"), Flag("reducedMobility"), Flag("closeToTransport"), Flag("expensesRefunded"), WelcomerId(), Note("welcome"))
        {
            Tasks = Words("tasks", 20),
            Prerequisites = Words("prerequisites", 10),
            SoftSkills = Words("softSkills", 15),
            Tags = Words("tags", 20),
            Difficulty = Note("difficulty"),
            ScheduleNote = Note("scheduleNote"),
            ExpensesNote = Note("expensesNote"),
            Mandate = Note("mandate"),
        };
    }

    private string? Text(string name, int longest) => Of(name) is { } field ? TextIn(field, longest) : null;

    private string? Note(string name) => Text(name, MissionContent.LongestNote) is { } text ? PlainText.From(text) : null;

    private List<string> Words(string name, int most) =>
        [.. Items(name, most).Select(item => TextIn(item, MissionContent.LongestLine)).OfType<string>()];

    private int Places() => Of("places") is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out var places) && places is >= 1 and <= MissionContent.MostPlaces ? places : 0;

    private decimal? HoursPerWeek() =>
        Of("hoursPerWeek") is { ValueKind: JsonValueKind.Number } field && field.TryGetDecimal(out var hours) && hours is >= 0.1m and <= 168m ? hours : null;

    private DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Text(name, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && MissionContent.IsSensible(date) ? date : null;

    private bool Flag(string name) => Of(name) is { ValueKind: JsonValueKind.True };

    private Guid? WelcomerId() => Guid.TryParse(Text("welcomerId", 50), out var id) ? id : null;

    private TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Kebab.TryParse(Text(name, 50), out TEnum value) ? value : null;

    private List<ShiftContent> Shifts() => [.. Items("shifts", 200).Select(ShiftIn).OfType<ShiftContent>().Where(shift => shift.IsSensible)];

    private static ShiftContent? ShiftIn(JsonElement item)
    {
        var shift = item.ValueKind == JsonValueKind.Object ? new UnsavedMission(item) : null;
        return shift?.Instant("startsAt") is { } start && shift.Instant("endsAt") is { } end ? new ShiftContent(start, end, shift.Places()) : null;
    }

    private DateTimeOffset? Instant(string name) =>
        DateTimeOffset.TryParse(Text(name, 40), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private List<AddressContent> Addresses() => [.. Items("addresses", 50).Select(AddressIn).OfType<AddressContent>()];

    private static AddressContent? AddressIn(JsonElement item)
    {
        var address = item.ValueKind == JsonValueKind.Object ? new UnsavedMission(item) : null;
        return address?.Text("commune", 100) is { } commune ? new AddressContent(address.Text("street", 200), commune, "", "", 0, 0) : null;
    }

    private IEnumerable<JsonElement> Items(string name, int most) => Of(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray().Take(most) : [];

    private JsonElement? Of(string name) => _fields.TryGetValue(name, out var field) ? field : null;

    private static string? TextIn(JsonElement field, int longest)
    {
        if (field.ValueKind != JsonValueKind.String || Readable(field.GetString)?.Trim() is not { Length: > 0 } text) { return null; }

        return text.Length <= longest ? text : text[..longest];
    }

    /// <summary>Half a surrogate pair is no text.</summary>
    private static string? Readable(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
