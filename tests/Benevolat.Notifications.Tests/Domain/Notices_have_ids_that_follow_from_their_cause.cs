using Benevolat.Notifications.Domain;

namespace Benevolat.Notifications.Tests.Domain;

public class Notices_have_ids_that_follow_from_their_cause
{
    private static readonly Guid Cause = Guid.Parse("019ac5d0-0000-7000-8000-000000000001");

    [Fact]
    public void The_same_cause_gives_the_same_id_whenever_it_comes_again() =>
        Assert.Equal(Guid.Parse("3861f52a-50d9-0192-17a4-a1ab1cf9972f"), NoticeIdentity.Of(Cause, NotificationKind.OrganisationReminded));

    [Fact]
    public void Sides_people_and_days_never_share_one()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Guid[] ids =
        [
            Cause, NoticeIdentity.Of(Cause, NotificationKind.OrganisationReminded), NoticeIdentity.Of(Cause, NotificationKind.AnswerHandedOver),
            NoticeIdentity.Of(Cause, one), NoticeIdentity.Of(Cause, other), NoticeIdentity.Of(other, one),
            NoticeIdentity.Of(Cause, new DateOnly(2026, 12, 1)), NoticeIdentity.Of(Cause, new DateOnly(2026, 12, 2)),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
