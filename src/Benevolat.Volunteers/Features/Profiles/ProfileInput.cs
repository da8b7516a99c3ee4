using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>What a person writes about themselves.</summary>
public sealed record ProfileInput(
    [property: Description("Shown to organisations that one applied to.")] string? FirstName,
    [property: Description("The commune one starts from; may be absent when `remote` is true.")] PlaceInput? Place,
    [property: Description("How far one travels, 1 to 200 km.")] int? RadiusKm,
    [property: Description("Whether missions done from home are welcome.")] bool? Remote,
    decimal? HoursPerWeek,
    [property: Description("Own words or ROME codes, at most 50 of 80 characters.")] IReadOnlyList<string>? Skills,
    IReadOnlyList<MissionDomain>? Causes,
    IReadOnlyList<MissionKind>? Kinds,
    [property: Description("Consent to be proposed to organisations.")] bool? VisibleToOrganisations,
    [property: Description("What one would like to learn, as `skills`: at most 50 of 80 characters.")] IReadOnlyList<string>? SkillsToLearn,
    [property: Description("A wish: to be shown only missions that are open to minors. Nobody's age is asked.")] bool? OnlyOpenToMinors,
    [property: Description("A wish: only missions that can be reached with reduced mobility.")] bool? NeedsAccessibility)
{
    internal ProfileDetails ToDetails() => new(
        FirstName!, Place?.ToPlace(), RadiusKm!.Value, Remote ?? false, HoursPerWeek, Skills ?? [], Causes ?? [], Kinds ?? [], VisibleToOrganisations ?? false)
    {
        SkillsToLearn = SkillsToLearn ?? [],
        OnlyOpenToMinors = OnlyOpenToMinors ?? false,
        NeedsAccessibility = NeedsAccessibility ?? false,
    };
}

/// <summary>A commune as `GET /places` gives it.</summary>
public sealed record PlaceInput(
    string? Commune,
    [property: Description("INSEE code, 5 characters.")] string? CommuneCode,
    string? Postcode,
    [property: Description("Longitude, latitude of the commune's centre.")] IReadOnlyList<double>? Coordinates)
{
    internal Place ToPlace() => Domain.Place.In(Commune!, CommuneCode!, Postcode!, Coordinates![0], Coordinates[1]);
}
