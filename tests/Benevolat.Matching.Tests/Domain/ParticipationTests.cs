using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain.Participations;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ParticipationTests
{
    private static readonly DateTimeOffset After = Shifted.Starts.AddHours(4);

    private static readonly Dictionary<string, Action<Participation>> Steps = new()
    {
        ["check in"] = its => its.CheckIn(Shifted.Starts, After),
        ["declare"] = its => its.Declare(90, MinutesBy.Volunteer, After),
        ["approve"] = its => its.Approve(null, After),
        ["miss"] = its => its.MissIt(After),
        ["cancel"] = its => its.Cancel(After),
        ["offer a swap"] = its => its.OfferSwap(Guid.NewGuid(), After),
    };

    private static readonly Dictionary<ParticipationState, (Action<Participation>? There, string[] Possible)> States = new()
    {
        [ParticipationState.Planned] = (null, ["check in", "declare", "approve", "miss", "cancel", "offer a swap"]),
        [ParticipationState.Present] = (its => its.CheckIn(Shifted.Starts, After), ["check in", "declare", "approve"]),
        [ParticipationState.Approved] = (its => its.Approve(null, After), []),
        [ParticipationState.NoShow] = (its => its.MissIt(After), []),
        [ParticipationState.Cancelled] = (its => its.Cancel(Shifted.Now), []),
    };

    public static TheoryData<ParticipationState, string> EveryStepFromEveryState =>
        new(States.Keys.SelectMany(state => Steps.Keys.Select(step => (state, step))));

    [Theory]
    [MemberData(nameof(EveryStepFromEveryState))]
    public void Only_the_steps_of_the_table_are_possible(ParticipationState state, string step)
    {
        var its = Shifted.Planned();
        States[state].There?.Invoke(its);
        Assert.Equal(state, its.State);
        var version = its.Version;
        if (States[state].Possible.Contains(step))
        {
            Steps[step](its);
            Assert.True(its.Version > version || step == "check in");
            return;
        }

        Assert.Equal("participation.transition", Assert.Throws<RuleBrokenException>(() => Steps[step](its)).Code);
        Assert.Equal((state, version), (its.State, its.Version));
    }

    [Theory]
    [InlineData("declare")]
    [InlineData("approve")]
    [InlineData("miss")]
    public void Nobody_was_there_or_missed_it_before_it_began(string step)
    {
        var its = Shifted.Planned();
        Action early = step switch
        {
            "declare" => () => its.Declare(90, MinutesBy.Volunteer, Shifted.Starts.AddMinutes(-1)),
            "approve" => () => its.Approve(90, Shifted.Starts.AddMinutes(-1)),
            _ => () => its.MissIt(Shifted.Starts.AddMinutes(-1)),
        };
        Assert.Equal("participation.not-begun", Assert.Throws<RuleBrokenException>(early).Code);
    }

    [Fact]
    public void Either_side_declares_and_approval_fixes_it()
    {
        var its = Shifted.Planned();
        its.Declare(150, MinutesBy.Volunteer, After);
        Assert.Equal((ParticipationState.Present, 150, MinutesBy.Volunteer), (its.State, its.Minutes, its.MinutesBy));
        its.Declare(160, MinutesBy.Organisation, After);
        its.Declare(170, MinutesBy.Volunteer, After);
        its.Approve(null, After);
        Assert.Equal((ParticipationState.Approved, 170, MinutesBy.Volunteer), (its.State, its.Minutes, its.MinutesBy));
    }

    [Fact]
    public void Without_a_declaration_the_length_of_the_shift_counts_unless_the_organisation_says_otherwise()
    {
        var (as_planned, otherwise) = (Shifted.Planned(hours: 3), Shifted.Planned(hours: 3));
        as_planned.Approve(null, After);
        otherwise.Approve(100, After);
        Assert.Equal((180, MinutesBy.Organisation), (as_planned.Minutes, as_planned.MinutesBy));
        Assert.Equal((100, MinutesBy.Organisation), (otherwise.Minutes, otherwise.MinutesBy));
    }

    [Fact]
    public void A_day_without_a_shift_is_approved_once_somebody_said_how_long_it_was()
    {
        var day = Participation.Attend(Guid.NewGuid(), Shifted.Accepted(), new DateOnly(2026, 12, 2), After);
        Assert.Equal("participation.minutes-missing", Assert.Throws<RuleBrokenException>(() => day.Approve(null, After)).Code);
        day.Declare(45, MinutesBy.Volunteer, After);
        day.Approve(null, After);
        Assert.Equal(45, day.Minutes);
    }

    [Fact]
    public void A_swap_ends_with_what_it_is_about_and_there_is_one_at_a_time()
    {
        var its = Shifted.Planned();
        its.OfferSwap(Guid.NewGuid(), Shifted.Now);
        Assert.Equal("swap.exists", Assert.Throws<RuleBrokenException>(() => its.OfferSwap(Guid.NewGuid(), Shifted.Now)).Code);
        its.Cancel(Shifted.Now);
        Assert.Null(its.SwapId);
    }

    [Fact]
    public void It_is_on_its_day_in_France_and_reminds_at_18_o_clock_the_day_before()
    {
        var its = Shifted.Planned();
        Assert.Equal(new DateOnly(2026, 12, 2), its.On);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero), its.RemindAt);
        Assert.Null(Participation.Plan(Guid.NewGuid(), Shifted.Accepted(), Shifted.Shift(), new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero)).RemindAt);
    }
}
