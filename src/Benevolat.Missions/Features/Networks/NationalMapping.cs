using System.Globalization;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Places;

namespace Benevolat.Missions.Features.Networks;

/// <summary>From the national exchange shape to ours. What we have no field for stays in the stored document.</summary>
internal static class NationalMapping
{
    public static bool IsRemote(string text) => text is "no" or "possible" or "full" or "local";

    public static bool IsDate(string text) => TryDate(text, out var date) && MissionContent.IsSensible(date);

    /// <summary>"Soutien scolaire" and "soutien-scolaire" are the same activity.</summary>
    public static string Slug(string label) => string.Join('-', PlaceName.Letters(label));

    /// <summary>The mission as an organisation would have typed it, so that one validator judges both.</summary>
    public static MissionInput ToInput(this NationalMission mission, Gazetteer gazetteer) => new(
        mission.Title, mission.Description, mission.Domain, mission.Kind ?? (mission.Shifts is { Count: > 0 } ? MissionKind.OneOff : MissionKind.Regular),
        mission.Remote switch { "possible" => RemoteWork.Possible, "full" => RemoteWork.Full, _ => RemoteWork.No },
        Slugs(mission.Activities), Slugs(mission.Audience), mission.RomeSkills,
        mission.Places ?? 1, Date(mission.StartAt), Date(mission.EndAt), mission.Hours, mission.HoursPerWeek,
        [.. (mission.Shifts ?? []).Select(shift => shift is null ? null : new ShiftInput(shift.StartsAt, shift.EndsAt, shift.Places ?? mission.Places ?? 1))],
        [.. (mission.Addresses ?? []).Select(address => address!.ToInput(gazetteer))],
        mission.OpenToMinors, mission.ReducedMobilityAccessible, mission.CloseToTransport, mission.ExpensesRefunded, WelcomerId: null, Welcome: null)
    {
        Tasks = Lines(mission.Tasks, 20, MissionContent.LongestLine),
        Prerequisites = Lines(mission.Requirements, 10, MissionContent.LongestLine),
        SoftSkills = mission.SoftSkills,
        Tags = Lines(mission.Tags, 20, 60),
        ScheduleNote = mission.Schedule,
    };

    /// <summary>The commune that an address names: by its code, else by postcode and name, which is all that most feeds send.</summary>
    public static Place? PlaceIn(this Gazetteer gazetteer, NationalAddress address) =>
        (address.InseeCode is { } code ? gazetteer.Find(code) : null)
        ?? (address is { PostalCode: { } postcode, City: { } city } ? gazetteer.Find(postcode, city) : null);

    public static OrganisationProfile ToProfile(this NationalMission mission, Gazetteer gazetteer)
    {
        var here = mission.Addresses?.FirstOrDefault(address => address!.City == mission.OrganizationCity);
        var siren = mission.OrganizationSiren ?? mission.OrganizationSiret?[..9];
        return new OrganisationProfile(
            mission.OrganizationName!.Trim(), PlainText.From(mission.OrganizationDescription ?? ""), mission.OrganizationRNA, siren, mission.OrganizationSiret,
            mission.OrganizationUrl, Street: null, mission.OrganizationCity, here?.InseeCode ?? CodeOfSeat(mission, gazetteer),
            mission.OrganizationPostCode);
    }

    /// <summary>The network's key for the organisation, derived as the national platform does.</summary>
    public static string OrganisationKey(this NationalMission mission) =>
        mission.OrganizationClientId ?? mission.OrganizationRNA ?? mission.OrganizationSiret ?? mission.OrganizationSiren ?? Slug(mission.OrganizationName!);

    private static AddressInput ToInput(this NationalAddress address, Gazetteer gazetteer)
    {
        var place = gazetteer.PlaceIn(address);
        return new AddressInput(
            address.Street, address.City, address.InseeCode ?? place?.PresentCode, address.PostalCode,
            address.Location is { } at ? [at.Lon!.Value, at.Lat!.Value] : place?.Coordinates);
    }

    private static string? CodeOfSeat(NationalMission mission, Gazetteer gazetteer) =>
        mission is { OrganizationPostCode: { } postcode, OrganizationCity: { } city } ? gazetteer.Find(postcode, city)?.PresentCode : null;

    private static IReadOnlyList<string?> Slugs(IReadOnlyList<string?>? words) => [.. (words ?? []).Select(word => word is null ? null : Slug(word))];

    /// <summary>Feeds write at length: what our fields can't hold stays in the stored document only.</summary>
    private static List<string?> Lines(IReadOnlyList<string?>? lines, int most, int longest) =>
        [.. (lines ?? []).Where(line => !string.IsNullOrWhiteSpace(line)).Take(most)
            .Select(line => line!.Length <= longest ? line : $"{line[..(longest - 1)].TrimEnd()}…")];

    private static DateOnly? Date(string? text) => text is not null && TryDate(text, out var date) ? date : null;

    private static bool TryDate(string text, out DateOnly date)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) { return true; }
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) { return false; }

        date = ParisTime.DateOf(instant);
        return true;
    }
}
