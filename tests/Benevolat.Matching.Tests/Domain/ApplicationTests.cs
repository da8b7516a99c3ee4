using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ApplicationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<ApplicationState, Action<Application>> Steps = new()
    {
        [ApplicationState.Acknowledged] = application => application.Acknowledge(Now),
        [ApplicationState.Accepted] = application => application.Accept(null, null, Now),
        [ApplicationState.Declined] = application => application.Decline(DeclineReason.Other, null, Now),
        [ApplicationState.Withdrawn] = application => application.Withdraw(WithdrawalReason.Other, Now),
        [ApplicationState.Completed] = application => application.Complete(Now),
        [ApplicationState.NoShow] = application => application.MissTheDay(Now),
    };

    /// <summary>Written out, not computed, so that the table in the code is checked against another one.</summary>
    private static readonly Dictionary<ApplicationState, ApplicationState[]> Legal = new()
    {
        [ApplicationState.Submitted] = [ApplicationState.Acknowledged, ApplicationState.Accepted, ApplicationState.Declined, ApplicationState.Withdrawn],
        [ApplicationState.Acknowledged] = [ApplicationState.Accepted, ApplicationState.Declined, ApplicationState.Withdrawn],
        [ApplicationState.InDiscussion] = [ApplicationState.Accepted, ApplicationState.Declined, ApplicationState.Withdrawn],
        [ApplicationState.Accepted] = [ApplicationState.Completed, ApplicationState.NoShow, ApplicationState.Withdrawn],
        [ApplicationState.Declined] = [],
        [ApplicationState.Withdrawn] = [],
        [ApplicationState.Expired] = [],
        [ApplicationState.Completed] = [],
        [ApplicationState.NoShow] = [],
    };

    public static TheoryData<ApplicationState, ApplicationState> EveryStep()
    {
        var steps = new TheoryData<ApplicationState, ApplicationState>();
        foreach (var from in Legal.Keys)
        {
            foreach (var to in Steps.Keys) { steps.Add(from, to); }
        }

        return steps;
    }

    [Theory, MemberData(nameof(EveryStep))]
    public void A_step_is_taken_when_the_table_allows_it_and_refused_otherwise(ApplicationState from, ApplicationState to)
    {
        var application = In(from);
        var version = application.Version;
        if (Legal[from].Contains(to))
        {
            Steps[to](application);
            Assert.Equal(to, application.State);
            Assert.Equal(version + 1, application.Version);
            return;
        }

        var refusal = Assert.Throws<RuleBrokenException>(() => Steps[to](application));
        Assert.Equal("application.transition", refusal.Code);
        Assert.NotEqual(refusal.Rule.French, refusal.Rule.English);
        Assert.Equal(from, application.State);
        Assert.Equal(version, application.Version);
    }

    [Theory]
    [InlineData(ApplicationState.Submitted, true)]
    [InlineData(ApplicationState.Acknowledged, true)]
    [InlineData(ApplicationState.InDiscussion, true)]
    [InlineData(ApplicationState.Accepted, true)]
    [InlineData(ApplicationState.Completed, false)]
    [InlineData(ApplicationState.NoShow, false)]
    [InlineData(ApplicationState.Declined, false)]
    [InlineData(ApplicationState.Withdrawn, false)]
    [InlineData(ApplicationState.Expired, false)]
    public void A_mission_that_ends_ends_what_was_not_over(ApplicationState from, bool legal)
    {
        var application = In(from);
        var (answered, version) = (application.AnsweredAt, application.Version);
        if (!legal)
        {
            Assert.Equal("application.transition", Assert.Throws<RuleBrokenException>(() => application.EndWithMission(Now)).Code);
            return;
        }

        application.EndWithMission(Now.AddDays(1));
        Assert.Equal(
            (ApplicationState.Declined, DeclineReason.MissionTerminated, false, version + 1),
            (application.State, application.DeclinedFor, application.HoldsPlace, application.Version));
        Assert.Equal(answered, application.AnsweredAt); // a machine's answer is nobody's merit
        Assert.Null(application.NextStepAt);
    }

    [Fact]
    public void A_refused_step_leaves_nothing_behind()
    {
        var application = In(ApplicationState.Declined);
        Assert.Throws<RuleBrokenException>(() => application.Accept(Guid.NewGuid(), null, Now.AddDays(1)));
        Assert.Null(application.WelcomerId);
        Assert.Equal(Now, application.ChangedAt);
        Assert.False(application.HoldsPlace);
    }

    [Fact]
    public void Reasons_and_the_welcomer_are_kept()
    {
        var welcomer = Guid.NewGuid();
        var accepted = In(ApplicationState.Submitted);
        accepted.Accept(welcomer, "Bienvenue.", Now.AddHours(1));
        Assert.Equal((welcomer, true, Now.AddHours(1)), (accepted.WelcomerId, accepted.HoldsPlace, accepted.ChangedAt));

        accepted.Withdraw(WithdrawalReason.NotAvailable, Now.AddHours(2));
        Assert.Equal((WithdrawalReason.NotAvailable, false), (accepted.WithdrawnFor, accepted.HoldsPlace));

        var declined = In(ApplicationState.Acknowledged);
        declined.Decline(DeclineReason.NoPlaceLeft, "Désolés.", Now);
        Assert.Equal((DeclineReason.NoPlaceLeft, "Désolés."), (declined.DeclinedFor, declined.AnswerMessage));
    }

    private static Application In(ApplicationState state)
    {
        var application = Waiting.Applied(Now);
        if (state is ApplicationState.Completed or ApplicationState.NoShow) { application.Accept(null, null, Now); }
        switch (state)
        {
            case ApplicationState.Submitted: break;
            case ApplicationState.InDiscussion: application.Say(fromVolunteer: false, Now, Waiting.Promise); break;
            case ApplicationState.Expired: Waiting.InSilence(application); break;
            default: Steps[state](application); break;
        }

        return application;
    }
}
