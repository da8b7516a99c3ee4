using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>What an organisation writes about a mission.</summary>
public sealed record MissionInput(
    string? Title,
    string? Description,
    MissionDomain? Domain,
    MissionKind? Kind,
    RemoteWork? Remote,
    [property: Description("Codes of the national list, for example `soutien-scolaire`.")] IReadOnlyList<string?>? Activities,
    [property: Description("Who benefits, for example `seniors`.")] IReadOnlyList<string?>? Audiences,
    [property: Description("ROME codes or free words.")] IReadOnlyList<string?>? Skills,
    int? Places,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    [property: Description("Weekly rhythm: `wed-14` is Wednesday from 14:00 to 15:00, Europe/Paris.")] IReadOnlyList<string?>? Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<ShiftInput?>? Shifts,
    IReadOnlyList<AddressInput?>? Addresses,
    bool? OpenToMinors,
    bool? ReducedMobility,
    bool? CloseToTransport,
    bool? ExpensesRefunded,
    [property: Description("Account of the member who welcomes.")] Guid? WelcomerId,
    [property: Description("How a new volunteer is received.")] string? Welcome)
{
    [Description("What one does, step by step.")]
    public IReadOnlyList<string?>? Tasks { get; init; }

    [Description("What one must bring or be, each with its reason.")]
    public IReadOnlyList<string?>? Prerequisites { get; init; }

    [Description("Patience, listening…")]
    public IReadOnlyList<string?>? SoftSkills { get; init; }
    public IReadOnlyList<string?>? Tags { get; init; }

    [Description("What is hard about it, said beforehand.")]
    public string? Difficulty { get; init; }

    [Description("The schedule in words, where hours and shifts don't say it all.")]
    public string? ScheduleNote { get; init; }

    [Description("What is refunded, and how.")]
    public string? ExpensesNote { get; init; }

    [Description("Of a responsibility: what one decides, for how long, with whom.")]
    public string? Mandate { get; init; }

    /// <summary>Only after validation. Addresses without coordinates stand in the middle of their commune.</summary>
    internal MissionContent ToContent(Gazetteer gazetteer) => new(
        Title!, PlainText.From(Description!), Domain!.Value, Kind!.Value, Remote ?? RemoteWork.No, Words(Activities), Words(Audiences), Words(Skills),
        Places!.Value, StartsOn, EndsOn, Words(Hours), HoursPerWeek,
        [.. (Shifts ?? []).Select(shift => new ShiftContent(shift!.StartsAt!.Value, shift.EndsAt!.Value, shift.Places!.Value))],
        [.. (Addresses ?? []).Select(address => address!.ToContent(gazetteer))],
        OpenToMinors ?? false, ReducedMobility ?? false, CloseToTransport ?? false, ExpensesRefunded ?? false, WelcomerId,
        Text(Welcome))
    {
        Tasks = Texts(Tasks),
        Prerequisites = Texts(Prerequisites),
        SoftSkills = Words(SoftSkills),
        Tags = Words(Tags),
        Difficulty = Text(Difficulty),
        ScheduleNote = Text(ScheduleNote),
        ExpensesNote = Text(ExpensesNote),
        Mandate = Text(Mandate),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.From(text);

    private static List<string> Texts(IReadOnlyList<string?>? texts) => [.. (texts ?? []).Select(text => PlainText.From(text!))];

    private static List<string> Words(IReadOnlyList<string?>? words) => [.. (words ?? []).Select(word => word!.Trim())];
}

public sealed record ShiftInput(DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int? Places);

/// <param name="Coordinates">[longitude, latitude]; may be absent for communes that <c>/places</c> knows.</param>
public sealed record AddressInput(string? Street, string? Commune, string? CommuneCode, string? Postcode, IReadOnlyList<double>? Coordinates)
{
    internal AddressContent ToContent(Gazetteer gazetteer)
    {
        var centre = Coordinates ?? gazetteer.Find(CommuneCode!)!.Coordinates;
        return new AddressContent(Street?.Trim(), Commune!.Trim(), CommuneCode!, Postcode!, centre[0], centre[1]);
    }
}
