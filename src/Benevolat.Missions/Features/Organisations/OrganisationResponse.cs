using System.ComponentModel;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An organisation as the API shows it.</summary>
public sealed record OrganisationResponse(
    Guid Id,
    string Name,
    string Purpose,
    string? Rna,
    string? Siren,
    string? Siret,
    string? CourtRegister,
    string? Website,
    OrganisationAddress? Address,
    [property: Description("Where its logo is; it names the content, so a new logo has a new address. Null without one.")] string? LogoUrl,
    OrganisationState State,
    [property: Description("Why it is in this state; null for strangers.")] string? StateReason,
    AnswersResponse Answers,
    [property: Description("How many missions it offers now; null in lists.")] int? PublishedMissions,
    [property: Description("When it was last handed in for verification; null for strangers.")] DateTimeOffset? SubmittedAt,
    [property: Description("What a moderator should look at twice; null for everybody else.")] IReadOnlyList<OrganisationFlag>? Flags,
    long Version)
{
    /// <param name="isInsider">For members and moderators.</param>
    internal static OrganisationResponse From(
        Organisation organisation, bool isInsider, int? publishedMissions = null, IReadOnlyList<OrganisationFlag>? flags = null)
    {
        var profile = organisation.Profile;
        return new(
            organisation.Id, profile.Name, profile.Purpose, profile.Rna, profile.Siren, profile.Siret, profile.CourtRegister, profile.Website,
            OrganisationAddress.From(profile), LogoUrlOf(organisation), organisation.State, isInsider ? organisation.StateReason : null,
            AnswersResponse.From(organisation), publishedMissions, isInsider ? organisation.SubmittedAt : null, flags, organisation.Version);
    }

    private static string? LogoUrlOf(Organisation organisation) =>
        organisation.LogoTag is { } tag ? $"/api/v1/organisations/{organisation.Id}/logo?v={tag}" : null;
}

/// <summary>Where the organisation sits.</summary>
/// <param name="CommuneCode">INSEE code; null when a network's feed gave none.</param>
public sealed record OrganisationAddress(string? Street, string? Commune, string? CommuneCode, string? Postcode)
{
    internal static OrganisationAddress? From(OrganisationProfile profile) =>
        profile is { Street: null, Commune: null, CommuneCode: null, Postcode: null }
            ? null
            : new(profile.Street, profile.Commune, profile.CommuneCode, profile.Postcode);
}

/// <summary>How it answers volunteers.</summary>
/// <param name="Rate">Share of the last applications that got an answer, 0 to 1; null while it is new.</param>
/// <param name="MedianHours">Half of the answers came within so many hours; null while it is new.</param>
/// <param name="Over">How many applications this is reckoned over.</param>
/// <param name="IsNew">Fewer than 3 applications: nothing can be said yet.</param>
public sealed record AnswersResponse(double? Rate, double? MedianHours, int Over, bool IsNew)
{
    internal static AnswersResponse From(Organisation organisation) => new(
        organisation.AnswerRate, organisation.IsNew ? null : organisation.MedianAnswerHours, organisation.Asked, organisation.IsNew);
}
