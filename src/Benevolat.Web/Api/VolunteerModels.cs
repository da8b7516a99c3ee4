namespace Benevolat.Web.Api;

public sealed record HomePlace(string Commune, string CommuneCode, string? Postcode, IReadOnlyList<double>? Coordinates);

/// <summary>What a volunteer tells about themselves.</summary>
public sealed record ProfileInput
{
    public string? FirstName { get; init; }
    public HomePlace? Place { get; init; }
    public int? RadiusKm { get; init; }
    public bool Remote { get; init; }
    public double? HoursPerWeek { get; init; }
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public bool VisibleToOrganisations { get; init; }
}

public sealed record Profile(
    string? FirstName, HomePlace? Place, int? RadiusKm, bool Remote, double? HoursPerWeek, IReadOnlyList<string>? Skills,
    IReadOnlyList<string>? Causes, IReadOnlyList<string>? Kinds, bool VisibleToOrganisations, IReadOnlyList<string>? Hours);

/// <summary>What an organisation may know of a volunteer who applied.</summary>
public sealed record VolunteerCard(string? FirstName, string? Commune, bool Accepted);

public sealed record RecommendedMission(
    Guid Id, string Title, string? OrganisationName, string? Commune, double? DistanceKm, int? PlacesLeft, string? Domain, string? Kind);

public sealed record Reason(string Part, double Contribution, string Sentence);

public sealed record Recommendation(RecommendedMission Mission, double Score, IReadOnlyList<Reason>? Reasons);

public sealed record Recommendations(IReadOnlyList<Recommendation> Items);

/// <summary>One volunteer's request to join one mission.</summary>
public sealed record Candidacy(
    Guid Id, Guid MissionId, string MissionTitle, Guid OrganisationId, string OrganisationName, Guid VolunteerId, string State,
    string? Message, DateTimeOffset SubmittedAt, DateTimeOffset? AnswerBy, string? Reason, string? AnswerMessage, long Version)
{
    public bool AwaitsAnswer => State is "submitted";

    public bool IsLive => State is "submitted" or "acknowledged" or "in-discussion" or "accepted";
}
