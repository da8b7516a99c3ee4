using System.Globalization;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class PromiseTests
{
    /// <summary>A Monday, 9:00 in Paris: the answer is due on Thursday at 18:00, four working days of nine hours later.</summary>
    private static readonly DateTimeOffset Monday = At("2026-11-23T08:00:00Z");

    [Fact]
    public void Thresholds_are_shares_of_the_working_time_promised()
    {
        var times = Waiting.Promise.From(Monday);
        Assert.Equal(
            (At("2026-11-24T17:00:00Z"), At("2026-11-26T17:00:00Z"), At("2026-11-27T17:00:00Z"), At("2026-11-30T17:00:00Z"), At("2026-12-08T17:00:00Z")),
            (times.RemindAt, times.AnswerBy, times.HandOverAt, times.AlternativesAt, times.ExpiresAt));
    }

    [Fact]
    public void Silence_goes_through_every_step_and_ends()
    {
        var application = Waiting.Applied(Monday);
        Assert.Equal((PromiseStep.Running, Turn.Organisation, application.RemindAt), (application.PromiseStep, application.Turn, application.NextStepAt));
        Assert.Null(application.TakeStep(application.RemindAt.AddTicks(-1)));

        Assert.Equal(
            [PromiseStep.Reminded, PromiseStep.Overdue, PromiseStep.HandedOver, PromiseStep.AlternativesProposed, PromiseStep.Over],
            Waiting.InSilence(application));
        Assert.Equal((ApplicationState.Expired, 2, application.HandOverAt), (application.State, application.Version, application.HandedOverAt));
        Assert.Null(application.AnsweredAt);
        Assert.Null(application.TakeStep(Monday.AddYears(1)));
    }

    [Fact]
    public void After_a_long_standstill_nobody_is_told_that_an_answer_will_soon_be_due()
    {
        var application = Waiting.Applied(Monday);
        Assert.Equal(PromiseStep.Overdue, application.TakeStep(Monday.AddMonths(2)));
        Assert.Equal(PromiseStep.HandedOver, application.TakeStep(Monday.AddMonths(2)));
    }

    [Fact]
    public void Having_seen_it_is_no_answer()
    {
        var application = Waiting.Applied(Monday);
        application.Acknowledge(Monday.AddHours(1));
        Assert.Equal((PromiseStep.Running, application.RemindAt, null), (application.PromiseStep, application.NextStepAt, application.AnsweredAt));
    }

    [Theory]
    [InlineData("accept", true)]
    [InlineData("accept", false)]
    [InlineData("decline", true)]
    [InlineData("write", true)]
    [InlineData("write", false)]
    [InlineData("put in line", true)]
    public void A_human_answer_stops_the_clock_and_is_remembered_as_in_time_or_late(string how, bool inTime)
    {
        var application = Waiting.Applied(Monday);
        var at = inTime ? application.AnswerBy : application.AnswerBy.AddTicks(1);
        Answer(application, how, at);
        Assert.Equal((at, inTime, PromiseStep.Kept, null), (application.AnsweredAt, application.AnsweredInTime, application.PromiseStep, application.NextStepAt));
        Assert.Equal(how == "write" ? Turn.Volunteer : Turn.Nobody, application.Turn);
    }

    [Fact]
    public void Who_writes_back_gets_a_new_promise_and_the_first_answer_keeps_its_merit()
    {
        var application = Waiting.Applied(Monday);
        application.Say(fromVolunteer: false, Monday.AddHours(2), Waiting.Promise);
        application.Say(fromVolunteer: false, Monday.AddHours(3), Waiting.Promise);
        Assert.Equal((ApplicationState.InDiscussion, 2), (application.State, application.Version));

        var back = At("2026-12-01T08:00:00Z");
        application.Say(fromVolunteer: true, back, Waiting.Promise);
        Assert.Equal((Turn.Organisation, PromiseStep.Running, Waiting.Promise.AnswerBy(back)), (application.Turn, application.PromiseStep, application.AnswerBy));
        var answerBy = application.AnswerBy;
        application.Say(fromVolunteer: true, back.AddDays(1), Waiting.Promise);
        Assert.Equal(answerBy, application.AnswerBy); // writing twice doesn't move what was promised

        Assert.Equal(PromiseStep.Over, Waiting.InSilence(application)[^1]);
        Assert.Equal((Monday.AddHours(2), true), (application.AnsweredAt, application.AnsweredInTime));
    }

    [Fact]
    public void After_the_yes_one_may_still_write_and_no_clock_runs()
    {
        var application = Waiting.Applied(Monday);
        application.Accept(null, null, Monday);
        application.Say(fromVolunteer: true, Monday.AddDays(1), Waiting.Promise);
        Assert.Equal((ApplicationState.Accepted, Turn.Nobody, null), (application.State, application.Turn, application.NextStepAt));

        application.Withdraw(WithdrawalReason.Other, Monday.AddDays(2));
        Assert.Equal("application.transition", Assert.Throws<RuleBrokenException>(() => application.Say(true, Monday.AddDays(3), Waiting.Promise)).Code);
    }

    [Fact]
    public void Only_what_was_handed_over_is_looked_after_and_one_reminder_a_day_is_enough()
    {
        var application = Waiting.Applied(Monday);
        Assert.Equal("promise.not-handed-over", Assert.Throws<RuleBrokenException>(() => application.TakeUp("somebody", Monday)).Code);
        while (application.PromiseStep is not PromiseStep.HandedOver) { application.TakeStep(application.NextStepAt!.Value); }

        var now = application.HandOverAt;
        application.TakeUp("somebody", now);
        application.RemindAgain(now);
        Assert.Equal("promise.just-reminded", Assert.Throws<RuleBrokenException>(() => application.RemindAgain(now.AddHours(5))).Code);
        application.RemindAgain(now.AddDays(1));

        Assert.True(application.ProposeNow());
        Assert.False(application.ProposeNow());
        Assert.Equal((PromiseStep.AlternativesProposed, application.ExpiresAt), (application.PromiseStep, application.NextStepAt));

        application.Accept(null, null, now.AddDays(2));
        Assert.Throws<RuleBrokenException>(() => application.RemindAgain(now.AddDays(9)));
    }

    private static void Answer(Application application, string how, DateTimeOffset at)
    {
        switch (how)
        {
            case "accept": application.Accept(null, null, at); break;
            case "decline": application.Decline(DeclineReason.Other, null, at); break;
            case "write": application.Say(fromVolunteer: false, at, Waiting.Promise); break;
            default: application.PutInLine(at); break;
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
