namespace Benevolat.Web.Api;

public sealed record RecommendedMission(
    Guid Id, string Title, Guid OrganisationId, string? OrganisationName, string? Commune, double? DistanceKm, int? PlacesLeft, string? Domain, string? Kind);

/// <param name="Most">What this part can give at most.</param>
/// <param name="Sentence">The reason with its facts, in the reader's language.</param>
public sealed record Reason(string Part, double Contribution, double Most, string Sentence);

/// <summary>What would bring a mission and a volunteer nearer to each other.</summary>
public sealed record Improvement(string Part, string Sentence);

public sealed record Recommendation(RecommendedMission Mission, double Score, IReadOnlyList<Reason>? Reasons, IReadOnlyList<Improvement>? Improvements)
{
    /// <summary>What speaks for it, the strongest first.</summary>
    public IEnumerable<Reason> Strongest => (Reasons ?? []).Where(reason => reason.Contribution > 0).OrderByDescending(reason => reason.Contribution);
}

/// <summary>A mission that fails one condition alone.</summary>
public sealed record NearMiss(RecommendedMission Mission, IReadOnlyList<MissingCondition>? Missing);

public sealed record MissingCondition(string Constraint, string Sentence);

public sealed record Recommendations(int? WeightsVersion, IReadOnlyList<Recommendation> Items, IReadOnlyList<NearMiss>? NearMisses);

/// <summary>A volunteer whom a mission would suit, without name or contact.</summary>
public sealed record Candidate(Guid VolunteerId, double? DistanceKm, double Score, IReadOnlyList<Reason>? Reasons, bool Invited)
{
    public IEnumerable<Reason> Strongest => (Reasons ?? []).Where(reason => reason.Contribution > 0).OrderByDescending(reason => reason.Contribution);
}

/// <summary>How often an association's missions were proposed.</summary>
public sealed record Exposure(long Shown, long FirstPage, DateOnly Since, double Share);
