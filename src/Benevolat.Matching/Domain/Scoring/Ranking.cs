namespace Benevolat.Matching.Domain.Scoring;

/// <summary>The order of results: best first, ties by id, so that the same question always gets the same answer.</summary>
public static class Ranking
{
    public static IReadOnlyList<(T Of, Match Match)> Best<T>(IEnumerable<T> candidates, Func<T, Match?> score, Func<T, Guid> id, int count) => [.. candidates
        .Select(candidate => (Of: candidate, Match: score(candidate)))
        .Where(candidate => candidate.Match is not null)
        .OrderByDescending(candidate => candidate.Match!.Score).ThenBy(candidate => id(candidate.Of))
        .Take(count)
        .Select(candidate => (candidate.Of, candidate.Match!))];
}
