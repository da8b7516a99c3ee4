using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>What a score is made of.</summary>
public enum MatchPart { Hours, Distance, Skills, Causes, Kind }

/// <summary>How well one volunteer and one mission suit each other, with the facts behind every part.</summary>
/// <param name="Score">0 to 1: exactly the sum of the contributions.</param>
public sealed record Match(double Score, IReadOnlyList<PartOfMatch> Parts, MatchFacts Facts);

/// <summary>What one part adds to the score. Only parts that add something are listed.</summary>
public sealed record PartOfMatch(MatchPart Part, double Contribution);

/// <summary>The facts that the sentences tell.</summary>
/// <param name="DistanceKm">To the nearest address within reach; null when it is done from home.</param>
/// <param name="Windows">When both are free; empty when the mission asks for no particular hours.</param>
public sealed record MatchFacts(
    double? DistanceKm, MissionAddress? Address, bool SameCommune, IReadOnlyList<WeekWindow> Windows, IReadOnlyList<string> SharedSkills, MissionFacts Mission);
