using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>Tells an organisation whose mission the coach holds back what to mend.</summary>
internal static class CoachGate
{
    /// <summary>Does the step; a refusal by the coach carries <c>findings</c>.</summary>
    public static void Explain(Action step)
    {
        try
        {
            step();
        }
        catch (RuleBrokenException refused) when (refused.Rule == Rules.CoachBlocking)
        {
            var findings = (IReadOnlyList<CoachFinding>)refused.Facts[Mission.CoachFindings];
            throw new ProblemException(StatusCodes.Status409Conflict, refused.Rule)
            {
                Details = new Dictionary<string, object?> { ["findings"] = findings.Select(CoachingResponse.Of).ToList() },
            };
        }
    }
}
