namespace Benevolat.Index.Matching;

/// <summary>What would make a match better.</summary>
public static class MatchImprovements
{
    /// <summary>The parts that give less than full marks, those that give away most first.</summary>
    public static IReadOnlyList<MatchImprovement> Of(MatchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return [.. hit.Parts.Where(part => part.Gap is not MatchGap.None)
            .Select(part => new MatchImprovement(part.Part, part.Gap, part.Weight - part.Contribution))
            .OrderByDescending(improvement => improvement.Lost).ThenBy(improvement => improvement.Part)];
    }
}

/// <param name="Lost">What full marks would add, in 1/10,000.</param>
public sealed record MatchImprovement(MatchPart Part, MatchGap Gap, int Lost);
