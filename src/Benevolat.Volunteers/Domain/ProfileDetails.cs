using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Volunteers.Domain;

/// <summary>What a person says of themselves in one go.</summary>
public sealed record ProfileDetails(
    string FirstName,
    Place? Place,
    int RadiusKm,
    bool Remote,
    decimal? HoursPerWeek,
    IReadOnlyList<string> Skills,
    IReadOnlyList<MissionDomain> Causes,
    IReadOnlyList<MissionKind> Kinds,
    bool VisibleToOrganisations)
{
    public const int LongestFirstName = 60;
    public const int WidestRadiusKm = 200;
    public const int MostSkills = 50;
    public const int LongestSkill = 80;

    public IReadOnlyList<string> SkillsToLearn { get; init; } = [];

    public bool OnlyOpenToMinors { get; init; }

    public bool NeedsAccessibility { get; init; }

    /// <exception cref="Benevolat.ServiceDefaults.Rules.RuleBrokenException">When something doesn't hold.</exception>
    public void Check()
    {
        ProfileRules.FirstName.Require(!string.IsNullOrWhiteSpace(FirstName) && FirstName.Length <= LongestFirstName);
        ProfileRules.Radius.Require(RadiusKm is >= 1 and <= WidestRadiusKm);
        ProfileRules.Nowhere.Require(Place is not null || Remote);
        ProfileRules.HoursPerWeek.Require(HoursPerWeek is null or (> 0 and <= WeekHours.HoursInAWeek));
        ProfileRules.Skills.Require(AreSkills(Skills));
        ProfileRules.SkillsToLearn.Require(AreSkills(SkillsToLearn));
    }

    private static bool AreSkills(IReadOnlyList<string> skills) =>
        skills.Count <= MostSkills && skills.All(skill => !string.IsNullOrWhiteSpace(skill) && skill.Length <= LongestSkill);
}
