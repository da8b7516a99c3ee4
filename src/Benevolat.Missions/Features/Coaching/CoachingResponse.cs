using System.ComponentModel;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>How clear a mission is, and what would make it clearer.</summary>
public sealed record CoachingResponse(
    [property: Description("0 to 100: the sum of the parts.")] int Score,
    IReadOnlyList<CoachingPart> Parts,
    [property: Description("What blocks publishing comes first. Mending a finding never lowers the score.")] IReadOnlyList<CoachingFinding> Findings)
{
    internal static CoachingResponse Of(CoachReport report) => new(
        report.Score,
        [.. report.Parts.Select(part => new CoachingPart(part.Part.Code, part.Part.Label.Localized(), part.Score, part.Part.Most))],
        [.. report.Findings.Select(Of)]);

    internal static CoachingFinding Of(CoachFinding finding) =>
        new(finding.Rule.Code, finding.Rule.Severity, finding.Field, finding.Rule.Text.Localized(finding.Facts), finding.Match);
}

public sealed record CoachingPart(string Code, string Label, int Score, int Most);

public sealed record CoachingFinding(
    string Code,
    [property: Description("A `blocking` one keeps the organisation from publishing.")] CoachSeverity Severity,
    [property: Description("The field of the mission that it points at.")] string Field,
    [property: Description("What to write instead, in the request's language.")] string Sentence,
    [property: Description("The words in question, as they were written.")] string? Match);
