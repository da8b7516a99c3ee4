using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>A profile as its owner reads it.</summary>
public sealed record ProfileView(
    Guid Id,
    string FirstName,
    PlaceView? Place,
    int RadiusKm,
    bool Remote,
    decimal? HoursPerWeek,
    IReadOnlyList<string> Skills,
    IReadOnlyList<MissionDomain> Causes,
    IReadOnlyList<MissionKind> Kinds,
    bool VisibleToOrganisations,
    [property: Description("What they would like to learn.")] IReadOnlyList<string> SkillsToLearn,
    [property: Description("A wish: only missions that are open to minors.")] bool OnlyOpenToMinors,
    [property: Description("A wish: only missions that can be reached with reduced mobility.")] bool NeedsAccessibility,
    [property: Description("Free hours of a week, `wed-14` is Wednesday from 14:00 to 15:00, Europe/Paris.")] IReadOnlyList<string> Hours,
    long Version)
{
    public static ProfileView Of(Profile profile) => new(
        profile.Id,
        profile.FirstName,
        profile.Place is { } place ? new PlaceView(place.Commune, place.CommuneCode, place.Postcode, [place.Longitude, place.Latitude]) : null,
        profile.RadiusKm,
        profile.Remote,
        profile.HoursPerWeek,
        profile.Skills,
        profile.Causes,
        profile.Kinds,
        profile.VisibleToOrganisations,
        profile.SkillsToLearn,
        profile.OnlyOpenToMinors,
        profile.NeedsAccessibility,
        [.. profile.Hours.Select(WeekHours.Format)],
        profile.Version);
}

/// <summary>A commune.</summary>
public sealed record PlaceView(
    string Commune,
    [property: Description("INSEE code, 5 characters.")] string CommuneCode,
    string Postcode,
    [property: Description("Longitude, latitude; kept to two decimals.")] IReadOnlyList<double> Coordinates);
