using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ResponsivenessTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_applications_nothing_is_said() => Assert.Equal((0, 0, null, null, true), Tell(Responsiveness.Of([])));

    [Fact]
    public void Two_answers_are_too_few_to_judge_by() => Assert.Equal((2, 2, 3.0, null, true), Tell(Responsiveness.Of([After(2), After(4)])));

    [Fact]
    public void The_rate_counts_silence_and_the_median_does_not() =>
        Assert.Equal((3, 4, 5.0, 0.75, false), Tell(Responsiveness.Of([After(5), Silence, After(200), After(1)])));

    [Fact]
    public void Only_silence_has_no_median() => Assert.Equal((0, 3, null, 0.0, false), Tell(Responsiveness.Of([Silence, Silence, Silence])));

    private static (DateTimeOffset, DateTimeOffset?) Silence => (Then, null);

    private static (DateTimeOffset, DateTimeOffset?) After(double hours) => (Then, Then.AddHours(hours));

    private static (int, int, double?, double?, bool) Tell(Responsiveness its) => (its.Answered, its.Asked, its.MedianAnswerHours, its.Rate, its.IsNew);
}
