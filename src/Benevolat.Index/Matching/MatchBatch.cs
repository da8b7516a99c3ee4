using Benevolat.Index.Matching.Asking;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching;

/// <summary>
/// Who should hear of which missions: the best for each of many volunteers, on several threads, always with the same result. Volunteers are
/// taken in geographic order, so that neighbours look at the same ground and it is looked up once for many of them.
/// </summary>
public static class MatchBatch
{
    private const int Portion = 256;

    /// <returns>In the order of the questions: for each what <see cref="MissionMatches.Best"/> would answer, without its explanation.</returns>
    public static IReadOnlyList<IReadOnlyList<BatchHit>> Best(
        MissionMatches missions, IReadOnlyList<BatchQuestion> questions, int threads, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(missions);
        ArgumentNullException.ThrowIfNull(questions);
        var (order, answers) = (InGeographicOrder(questions, threads), new IReadOnlyList<BatchHit>[questions.Count]);
        var portions = (questions.Count + Portion - 1) / Portion;
        // Each answer has its own place, so that it makes no difference which thread comes first.
        Parallel.For(0, portions, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop }, portion =>
        {
            var (top, ground) = (Scratch.Mine.Top, new SharedGround(missions.Layers));
            foreach (var number in order.AsSpan(portion * Portion, Math.Min(Portion, order.Length - (portion * Portion))))
            {
                var question = missions.Question(questions[number].Volunteer, questions[number].Ask);
                top.Start(questions[number].Ask.Count, missions.Layers);
                question.Scan(missions.Layers, ground, top);
                answers[number] = BatchHit.Of(top.Sorted(), missions.Layers);
            }
        });
        return answers;
    }

    private static int[] InGeographicOrder(IReadOnlyList<BatchQuestion> questions, int threads)
    {
        var (cells, order) = (new uint[questions.Count], new int[questions.Count]);
        Parallel.For(0, order.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
        {
            order[number] = number;
            cells[number] = questions[number].Volunteer.Place is { } home ? Positions.CellOf(Positions.Of(home)) : Geography.HilbertCurve.Nowhere;
        });

        Array.Sort(cells, order);
        return order;
    }
}

/// <summary>One volunteer and what is asked for them.</summary>
public sealed record BatchQuestion(MatchVolunteer Volunteer, MatchAsk Ask);

/// <param name="Score">In 1/10,000.</param>
public readonly record struct BatchHit(Guid Id, int Score)
{
    internal static BatchHit[] Of(ReadOnlySpan<Candidate> best, IReadOnlyList<MatchLayer> layers)
    {
        var hits = new BatchHit[best.Length];
        for (var place = 0; place < hits.Length; place++) { hits[place] = new(Search.Segments.MissionIds.ToGuid(best[place].IdIn(layers)), best[place].Score); }
        return hits;
    }
}
