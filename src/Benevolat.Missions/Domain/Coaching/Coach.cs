namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Reads a mission as a volunteer would, and says what would make it clearer.</summary>
public static class Coach
{
    public static IReadOnlyList<CoachRule> Rules { get; } =
    [
        .. TitleRules.All, .. DescriptionRules.All, .. TimeRules.All, .. WhereRules.All, .. WelcomeRules.All, .. HonestyRules.All, .. RequirementRules.All,
        .. InclusionRules.All,
    ];

    /// <summary>
    /// What is to mend, what blocks first. The score is the sum of the parts; a part has its points less the weight of each of its rules
    /// that finds something. No two findings are weighed against each other, so mending one never lowers the score.
    /// </summary>
    public static CoachReport Look(CoachedMission mission)
    {
        var findings = Rules.SelectMany(rule => rule.FindingsIn(mission)).OrderBy(finding => finding.Rule.Severity).ToList();
        var rules = findings.Select(finding => finding.Rule).Distinct().ToList();
        return new CoachReport([.. CoachPart.All.Select(part => new PartScore(part, Points(part, rules, mission)))], findings);
    }

    private static int Points(CoachPart part, IReadOnlyList<CoachRule> found, CoachedMission mission)
    {
        var own = found.Where(rule => rule.Part == part).ToList();
        return own.Exists(rule => rule.Weight == CoachRule.Whole) || (part.NeedsText && mission.SaysNothing)
            ? 0
            : part.Most - own.Sum(rule => rule.Weight);
    }
}

/// <summary>What the coach found, and how far the mission has come.</summary>
public sealed record CoachReport(IReadOnlyList<PartScore> Parts, IReadOnlyList<CoachFinding> Findings)
{
    /// <summary>0 to 100.</summary>
    public int Score => Parts.Sum(part => part.Score);

    /// <summary>With one more piece of advice, which comes last; the score stays.</summary>
    public CoachReport And(CoachFinding? advice) => advice is null ? this : this with { Findings = [.. Findings, advice] };

    /// <summary>What keeps it from being published.</summary>
    public IReadOnlyList<CoachFinding> Blocking => [.. Findings.Where(finding => finding.Rule.Severity == CoachSeverity.Blocking)];
}

/// <summary>How much of a part is reached.</summary>
public sealed record PartScore(CoachPart Part, int Score);
