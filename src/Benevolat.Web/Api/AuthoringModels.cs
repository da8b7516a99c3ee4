using System.Text.Json;

namespace Benevolat.Web.Api;

/// <summary>How clear a mission is, from 0 to 100, and what would make it clearer.</summary>
public sealed record Coaching(int Score, IReadOnlyList<CoachingPart> Parts, IReadOnlyList<CoachingFinding> Findings)
{
    private static readonly string[] OfHeavyOnes = ["coach.time-heavy", "coach.tasks-many"];

    /// <summary>Whether it is much for one person, and may be shared out.</summary>
    public bool IsHeavy => Findings.Any(finding => OfHeavyOnes.Contains(finding.Code));

    public int Blocking => Findings.Count(finding => finding.IsBlocking);
}

public sealed record CoachingPart(string Code, string Label, int Score, int Most);

public sealed record CoachingFinding(string Code, string Severity, string Field, string Sentence, string? Match)
{
    public bool IsBlocking => Severity == "blocking";
}

/// <summary>A mission half written that one may begin with. Those of networks have an id, those of the system a code.</summary>
public sealed record MissionTemplate(Guid? Id, string Code, string? Network, string Domain, string Name, string? Kind, string? Title)
{
    public string Key => Id?.ToString() ?? Code;
}

public sealed record FullTemplate(string Name, MissionInput Content);

/// <summary>How a heavy mission may be shared out; <paramref name="Ways"/> are all in which it is heavy.</summary>
public sealed record SplitProposal(string By, IReadOnlyList<string> Ways, IReadOnlyList<ProposedMission> Parts);

/// <param name="Why">What it takes over of the whole, as a sentence.</param>
public sealed record ProposedMission(MissionInput Mission, string Label, string Why);

/// <summary>A step from state to state.</summary>
public sealed record MissionStep(string? From, string To, string Actor, DateTimeOffset At, string? Reason, string? Detail, string? Note);

/// <summary>What somebody else changed meanwhile, under the API's name of the field.</summary>
public sealed record FieldChange(string Field, JsonElement? Before, JsonElement? Now);
