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
    public IReadOnlyList<string> SkillsToLearn { get; init; } = [];
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public bool VisibleToOrganisations { get; init; }
    public bool OnlyOpenToMinors { get; init; }
    public bool NeedsAccessibility { get; init; }
}

public sealed record Profile(
    string? FirstName, HomePlace? Place, int? RadiusKm, bool Remote, double? HoursPerWeek, IReadOnlyList<string>? Skills,
    IReadOnlyList<string>? Causes, IReadOnlyList<string>? Kinds, bool VisibleToOrganisations, IReadOnlyList<string>? Hours,
    IReadOnlyList<string>? SkillsToLearn = null, bool OnlyOpenToMinors = false, bool NeedsAccessibility = false);

/// <summary>What an organisation may know of a volunteer who applied.</summary>
public sealed record VolunteerCard(string? FirstName, string? Commune, bool Accepted);
