using Benevolat.Contracts.Matching;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class Those_who_came_advise
{
    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 1, 1, false)]
    [InlineData(2, 1, 0, true)]
    [InlineData(2, 0, 1, true)]
    [InlineData(3, 1, 0, false)]
    [InlineData(4, 1, 1, true)]
    [InlineData(5, 1, 1, false)]
    [InlineData(0, 0, 3, true)]
    public void From_three_answers_on_when_a_third_has_doubts(int yes, int partly, int no, bool advises)
    {
        var finding = FeedbackAdvice.Of(new FeedbackTally(yes, partly, no));
        Assert.Equal(advises ? "feedback.not-as-described" : null, finding?.Rule.Code);
    }

    [Fact]
    public void Last_without_costing_a_point_or_keeping_from_publishing()
    {
        var report = Coached.Look(Coached.Ready with { Title = "Aide" });
        var advised = report.And(FeedbackAdvice.Of(new FeedbackTally(0, 0, 3)));
        Assert.Equal((report.Score, report.Blocking.Count), (advised.Score, advised.Blocking.Count));
        Assert.Equal("feedback.not-as-described", advised.Findings[^1].Rule.Code);
        Assert.Equal(report.Findings.Count + 1, advised.Findings.Count);
        Assert.Same(report, report.And(null));
    }

    [Fact]
    public void With_what_they_said_last()
    {
        var feedback = new MissionFeedback { ApplicationId = Guid.CreateVersion7(), MissionId = Guid.CreateVersion7() };
        feedback.Note(2, AsDescribed.No);
        feedback.Note(1, AsDescribed.Yes);
        feedback.Note(2, AsDescribed.Yes);
        Assert.Equal(AsDescribed.No, feedback.AsDescribed);
        feedback.Note(3, null);
        Assert.Null(feedback.AsDescribed);
    }
}
