using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class WaitingLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_waits_is_offered_a_place_and_takes_it()
    {
        var application = InLine();
        Assert.Equal((ApplicationState.Acknowledged, Now, false), (application.State, application.WaitingSince, application.HoldsPlace));
        Assert.Equal("application.waits-already", Assert.Throws<RuleBrokenException>(() => application.PutInLine(Now)).Code);
        Assert.Equal("offer.none", Assert.Throws<RuleBrokenException>(() => application.TakeOffer(null, Now)).Code);

        application.Offer(Guid.NewGuid(), Now.AddHours(24));
        Assert.True(application.HoldsPlace);
        Assert.Equal("offer.lapsed", Assert.Throws<RuleBrokenException>(() => application.TakeOffer(null, Now.AddHours(24))).Code);

        application.TakeOffer(null, Now.AddHours(23));
        Assert.Equal((ApplicationState.Accepted, true, null, null), (application.State, application.HoldsPlace, application.OfferId, application.WaitingSince));
    }

    [Fact]
    public void Who_does_not_answer_goes_to_the_end_of_the_line_once_and_then_out_of_it()
    {
        var application = InLine();
        application.Offer(Guid.NewGuid(), Now.AddHours(24));
        Assert.True(application.LapseOffer(Now.AddHours(24)));
        Assert.Equal((Now.AddHours(24), false), (application.WaitingSince, application.HoldsPlace));

        application.Offer(Guid.NewGuid(), Now.AddHours(48));
        Assert.False(application.LapseOffer(Now.AddHours(48)));
        Assert.Equal((ApplicationState.Withdrawn, WithdrawalReason.NoResponse, null), (application.State, application.WithdrawnFor, application.WaitingSince));
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("withdraw")]
    [InlineData("decline")]
    [InlineData("mission ends")]
    public void Who_leaves_holds_nothing(string how)
    {
        var application = InLine();
        application.Offer(Guid.NewGuid(), Now.AddHours(24));
        switch (how)
        {
            case "refuse": application.RefuseOffer(Now); break;
            case "withdraw": application.Withdraw(WithdrawalReason.Other, Now); break;
            case "decline": application.Decline(DeclineReason.Other, null, Now); break;
            default: application.EndWithMission(Now); break;
        }

        Assert.Equal((false, null, null), (application.HoldsPlace, application.OfferId, application.WaitingSince));
    }

    [Fact]
    public void A_group_takes_its_places_together_or_not_at_all()
    {
        var places = PlaceAllocation.Of(Guid.NewGuid(), 5);
        places.Take(3);
        var refusal = Assert.Throws<RuleBrokenException>(() => places.Take(3));
        Assert.Equal(("mission.too-few-places", 2, 3), (refusal.Code, refusal.Facts["left"], refusal.Facts["asked"]));
        Assert.Equal((3, 2), (places.Taken, places.Left));
        places.Take(2);
        Assert.Equal("mission.no-place-left", Assert.Throws<RuleBrokenException>(() => places.Take()).Code);
        places.Release(5);
        Assert.Equal(0, places.Taken);
        Assert.Throws<InvalidOperationException>(() => places.Release());
    }

    private static Application InLine()
    {
        var application = Waiting.Applied(Now);
        application.PutInLine(Now);
        return application;
    }
}
