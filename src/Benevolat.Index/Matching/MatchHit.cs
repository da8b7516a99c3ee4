namespace Benevolat.Index.Matching;

/// <summary>What a score is made of.</summary>
public enum MatchPart { Hours, Distance, Skills, Causes, Kind, Pathway, Responsiveness, Feedback }

/// <summary>One of the best.</summary>
/// <param name="Id">Of the mission, or of the volunteer where volunteers are looked for.</param>
/// <param name="Score">In 1/10,000: exactly the sum of the contributions.</param>
/// <param name="Parts">All of them, in the order of <see cref="MatchPart"/>.</param>
public sealed record MatchHit(Guid Id, Guid OrganisationId, int Score, IReadOnlyList<MatchedPart> Parts, MatchFacts Facts)
{
    public MatchedPart this[MatchPart part] => Parts[(int)part];
}

/// <summary>What one part adds.</summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Weight">In 1/10,000: the most that it can add.</param>
/// <param name="Contribution">In 1/10,000.</param>
/// <param name="Gap">Why it isn't more.</param>
public readonly record struct MatchedPart(MatchPart Part, double Value, int Weight, int Contribution, MatchGap Gap);

/// <summary>Why a part gives less than full marks.</summary>
public enum MatchGap
{
    /// <summary>It gives all it can.</summary>
    None,

    /// <summary>The volunteer didn't say.</summary>
    NotSaid,

    /// <summary>The mission leaves it open, or nobody knows yet.</summary>
    LeftOpen,

    /// <summary>Some of it: some hours, some skills, not next door, not always answered.</summary>
    Partly,

    /// <summary>Something else is wanted.</summary>
    Otherwise,

    /// <summary>It would be done from home.</summary>
    FromHome,
}

/// <summary>The facts that sentences tell.</summary>
/// <param name="Place">Which of the mission's places; null from home.</param>
/// <param name="Km">To that place, along a great circle; null from home.</param>
/// <param name="Time">Which of the mission's times: of those with the same hours, the one that counts longest. Null when it asks for none.</param>
/// <param name="SharedHours">When the mission needs somebody and the volunteer is free.</param>
/// <param name="NeededHours">How many hours the mission asks for; 0 when none in particular.</param>
/// <param name="SharedSkills">Of the mission's skills those that the volunteer has, by the alphabet…</param>
/// <param name="LearntSkills">…those that they want to learn…</param>
/// <param name="MissingSkills">…and the others.</param>
public sealed record MatchFacts(
    int? Place, double? Km, int? Time, WeekMask SharedHours, int NeededHours,
    IReadOnlyList<string> SharedSkills, IReadOnlyList<string> LearntSkills, IReadOnlyList<string> MissingSkills);

/// <summary>A mission that would be among the best but for one condition.</summary>
/// <param name="Hit">As if the condition held; what depends on it adds nothing.</param>
/// <param name="MissingSkills">Those required that the volunteer lacks, where that is the condition.</param>
public sealed record NearMiss(MatchHit Hit, MatchConstraint Failed, IReadOnlyList<string> MissingSkills);

/// <summary>Conditions that a match has to meet.</summary>
public enum MatchConstraint { Distance, Hours, Remote, RequiredSkill, Accessibility, Minors }
