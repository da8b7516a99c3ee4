using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>How much a finding weighs: a blocking one keeps the mission from being published by its organisation.</summary>
public enum CoachSeverity { Blocking, Advice }

/// <summary>
/// One thing that makes a mission easier to say yes to. Pure: what it finds depends on the mission and the day alone.
/// </summary>
/// <param name="Text">Code, and the sentences that say what to write instead; <c>{match}</c> and <c>{instead}</c> come from what was found.</param>
/// <param name="Weight">Points of its part that are lost while it finds something, however often; <see cref="Whole"/> loses them all.</param>
/// <param name="Field">What it points at, as the API calls it.</param>
/// <param name="Look">What it finds.</param>
public sealed record CoachRule(Rule Text, CoachSeverity Severity, CoachPart Part, int Weight, string Field, Func<CoachedMission, IEnumerable<CoachHit>> Look)
{
    /// <summary>Without this, the part has nothing to show.</summary>
    public const int Whole = -1;

    /// <summary>Findings of one rule that are listed: a text with fifty of them is mended like one with five.</summary>
    public const int MostFindings = 5;

    public string Code => Text.Code;

    internal IEnumerable<CoachFinding> FindingsIn(CoachedMission mission) => Look(mission)
        .DistinctBy(hit => (hit.Field, hit.Match))
        .Take(MostFindings)
        .Select(hit => new CoachFinding(this, hit.Field ?? Field, hit.Match, hit.Instead));

    internal static CoachRule Blocking(string code, CoachPart part, int weight, string field, string french, string english, Func<CoachedMission, IEnumerable<CoachHit>> look) =>
        new(new Rule($"coach.{code}", french, english), CoachSeverity.Blocking, part, weight, field, look);

    internal static CoachRule Advice(string code, CoachPart part, int weight, string field, string french, string english, Func<CoachedMission, IEnumerable<CoachHit>> look) =>
        new(new Rule($"coach.{code}", french, english), CoachSeverity.Advice, part, weight, field, look);
}

/// <summary>Something that a rule found.</summary>
/// <param name="Field">Where, when it isn't the rule's own field.</param>
/// <param name="Match">The words in question, as they were written.</param>
/// <param name="Instead">What to write instead of them.</param>
public readonly record struct CoachHit(string? Field = null, string? Match = null, string? Instead = null)
{
    /// <summary>One finding about the field as a whole, or none.</summary>
    internal static IEnumerable<CoachHit> When(bool found) => found ? [default] : [];

    internal static IEnumerable<CoachHit> Of(IEnumerable<WordHit> hits) => hits.Select(hit => new CoachHit(hit.Field, hit.Text, hit.Instead));
}

/// <summary>What the coach says.</summary>
public sealed record CoachFinding(CoachRule Rule, string Field, string? Match, string? Instead)
{
    /// <summary>What fills the places of the sentences.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; } = new Dictionary<string, object> { ["match"] = Match ?? "", ["instead"] = Instead ?? "" };
}
