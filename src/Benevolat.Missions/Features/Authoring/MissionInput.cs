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
    /// <summary>Only after validation. Addresses without coordinates stand in the middle of their commune.</summary>
    internal MissionContent ToContent(Gazetteer gazetteer) => new(
        Title!, PlainText.From(Description!), Domain!.Value, Kind!.Value, Remote ?? RemoteWork.No, Words(Activities), Words(Audiences), Words(Skills),
        Places!.Value, StartsOn, EndsOn, Words(Hours), HoursPerWeek,
        [.. (Shifts ?? []).Select(shift => new ShiftContent(shift!.StartsAt!.Value, shift.EndsAt!.Value, shift.Places!.Value))],
        [.. (Addresses ?? []).Select(address => address!.ToContent(gazetteer))],
        OpenToMinors ?? false, ReducedMobility ?? false, CloseToTransport ?? false, ExpensesRefunded ?? false, WelcomerId,
        string.IsNullOrWhiteSpace(Welcome) ? null : PlainText.From(Welcome));

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
