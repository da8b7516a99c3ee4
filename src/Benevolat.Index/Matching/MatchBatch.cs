using Benevolat.Index.Matching.Asking;

namespace Benevolat.Index.Matching;

/// <summary>Who should hear of which missions: the best for each of many volunteers, on several threads, always with the same result.</summary>
public static class MatchBatch
{
    /// <returns>In the order of the questions: for each what <see cref="MissionMatches.Best"/> would answer, without its explanation.</returns>
    public static IReadOnlyList<IReadOnlyList<BatchHit>> Best(MissionMatches missions, IReadOnlyList<BatchQuestion> questions, int threads, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(missions);
        ArgumentNullException.ThrowIfNull(questions);
        var answers = new IReadOnlyList<BatchHit>[questions.Count];
        Parallel.For(0, questions.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop }, number =>
        {
            var top = Scratch.Mine.Top;
            top.Start(questions[number].Ask.Count);
            missions.Question(questions[number].Volunteer, questions[number].Ask).Scan(missions.Layers, top);
            answers[number] = BatchHit.Of(top.Sorted());
        });
        return answers;
    }
}

/// <summary>One volunteer and what is asked for them.</summary>
public sealed record BatchQuestion(MatchVolunteer Volunteer, MatchAsk Ask);

/// <param name="Score">In 1/10,000.</param>
public readonly record struct BatchHit(Guid Id, int Score)
{
    internal static BatchHit[] Of(ReadOnlySpan<Candidate> best)
    {
        var hits = new BatchHit[best.Length];
        for (var place = 0; place < hits.Length; place++) { hits[place] = new(Search.Segments.MissionIds.ToGuid(best[place].Id), best[place].Score); }
        return hits;
    }
}
