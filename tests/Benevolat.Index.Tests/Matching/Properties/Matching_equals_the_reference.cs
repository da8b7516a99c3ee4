using Benevolat.Index.Matching;
using FsCheck.Xunit;

namespace Benevolat.Index.Tests.Matching.Properties;

/// <summary>Whatever happened before, whoever asks: to the letter what the plain reference says, ties included, in both directions.</summary>
public sealed class Matching_equals_the_reference
{
    [Property(Arbitrary = [typeof(SmallMatchLife)], MaxTest = 600)]
    public void After_any_changes(MatchLife life) => Live(life, both => AskAll(both, life));

    [Property(Arbitrary = [typeof(LargeMatchLife)], MaxTest = 15)]
    public void With_many(MatchLife life) => Live(life, both => AskAll(both, life));

    [Property(Arbitrary = [typeof(SmallMatchLife)], MaxTest = 100)]
    public void Whatever_part_of_the_machinery_is_used(MatchLife life) => Live(life, both =>
    {
        foreach (var ask in life.Asks)
        {
            foreach (var means in (MatchMeans[])[MatchMeans.Plain, MatchMeans.WithoutGround])
            {
                foreach (var volunteer in life.Volunteers) { both.Best(volunteer, ask with { Means = means }); }
                foreach (var mission in life.Missions) { both.Best(mission, ask with { Means = means }); }
            }
        }
    });

    [Property(Arbitrary = [typeof(LargeMatchLife)], MaxTest = 10)]
    public void In_batches_on_any_number_of_threads(MatchLife life) => Live(life, both =>
    {
        if (life.Asks.Count == 0) { return; }
        var questions = both.LiveVolunteers.Select((volunteer, number) => new BatchQuestion(volunteer, life.Asks[number % life.Asks.Count])).ToList();
        var missions = both.Missions.Current;
        var expected = questions.Select(question => missions.Best(question.Volunteer, question.Ask).Select(hit => new BatchHit(hit.Id, hit.Score)));
        var one = MatchBatch.Best(missions, questions, threads: 1);
        Assert.Equal(expected, one);
        Assert.Equal(one, MatchBatch.Best(missions, questions, threads: 3));
    });

    private static void Live(MatchLife life, Action<BothMatchers> look)
    {
        var both = new BothMatchers();
        var number = both.Missions.Current.Number;
        foreach (var change in life.Events)
        {
            both.Take(change);
            Assert.True(both.Missions.Current.Number > number, "The number of the snapshot did not grow.");
            number = both.Missions.Current.Number;
            look(both);
        }
    }

    private static void AskAll(BothMatchers both, MatchLife life)
    {
        foreach (var ask in life.Asks)
        {
            foreach (var volunteer in life.Volunteers)
            {
                both.Best(volunteer, ask);
                both.NearMisses(volunteer, ask);
            }

            foreach (var mission in life.Missions) { both.Best(mission, ask); }
        }
    }
}
