using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;
using A = Benevolat.Matching.Domain.ApplicationAction;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ApplicationActionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_each_side_may_do_follows_the_state()
    {
        var application = Waiting.Applied(Now);
        Assert.Equal([A.Message, A.Withdraw], ForVolunteer(application));
        Assert.Equal([A.Acknowledge, A.Accept, A.Decline, A.PutOnWaitingList, A.Message], ForManager(application));
        Assert.Empty(application.Possible(asVolunteer: false, MemberRole.Welcomer));

        application.PutInLine(Now);
        Assert.Equal([A.Accept, A.Decline, A.Message], ForManager(application));
        application.Offer(Guid.NewGuid(), Now.AddDays(1));
        Assert.Equal([A.AcceptOffer, A.RefuseOffer, A.Message, A.Withdraw], ForVolunteer(application));

        application.TakeOffer(null, Now);
        Assert.Equal([A.Message, A.Withdraw, A.DeclareHours, A.GiveFeedback], ForVolunteer(application));
        Assert.Equal([A.Message, A.Complete, A.RecordNoShow, A.DeclareHours], ForManager(application));

        application.Withdraw(WithdrawalReason.Other, Now);
        Assert.Empty(ForVolunteer(application));
        Assert.Empty(ForManager(application));
    }

    private static IReadOnlyList<A> ForVolunteer(Application application) => application.Possible(asVolunteer: true, role: null);

    private static IReadOnlyList<A> ForManager(Application application) => application.Possible(asVolunteer: false, MemberRole.Manager);
}
