using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Notifications.Tests.Domain;

public class A_delivery_ends_somewhere
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly Notice Cause = new()
    {
        Id = Guid.NewGuid(),
        Kind = NotificationKind.ApplicationSubmitted,
        At = Now,
        OrganisationId = Guid.NewGuid(),
        DueAt = Now,
    };

    [Fact]
    public void A_refusal_is_tried_again_later_and_later_and_then_parked()
    {
        var delivery = Planned();
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            delivery.Refused("smtp 451", isFinal: false, mostAttempts: 4, Now);
            Assert.Equal(DeliveryState.Pending, delivery.State);
            waits.Add(delivery.DueAt - Now);
        }

        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], waits);
        delivery.Refused("smtp 451", isFinal: false, mostAttempts: 4, Now);
        Assert.Equal((DeliveryState.Parked, 4, "smtp 451"), (delivery.State, delivery.Attempts, delivery.LastError));
    }

    [Fact]
    public void A_final_refusal_is_parked_at_once_and_starts_anew_when_replayed()
    {
        var delivery = Planned();
        delivery.Refused("smtp 550", isFinal: true, mostAttempts: 10, Now);
        Assert.Equal(DeliveryState.Parked, delivery.State);
        delivery.Replay(Now.AddDays(1));
        Assert.Equal((DeliveryState.Pending, 0, Now.AddDays(1)), (delivery.State, delivery.Attempts, delivery.DueAt));
    }

    [Fact]
    public void Waiting_for_a_fact_never_parks()
    {
        var delivery = Planned();
        for (var wait = 0; wait < 100; wait++) { delivery.WaitFor("contact", Now); }
        Assert.Equal((DeliveryState.Pending, Now.AddMinutes(5)), (delivery.State, delivery.DueAt));
    }

    [Fact]
    public void Only_what_is_parked_is_replayed()
    {
        Assert.Equal("delivery.not-parked", Assert.Throws<RuleBrokenException>(() => Planned().Replay(Now)).Rule.Code);
        var sent = Planned();
        sent.Sent(Now);
        Assert.Throws<RuleBrokenException>(() => sent.Replay(Now));
    }

    [Fact]
    public void What_is_in_the_app_is_there_at_once() =>
        Assert.Equal(DeliveryState.Sent, Delivery.Plan(Cause, Guid.NewGuid(), Channel.InApp, Now).State);

    [Fact]
    public void The_message_id_follows_from_cause_recipient_and_kind_alone()
    {
        var recipient = Guid.NewGuid();
        var one = Delivery.Plan(Cause, recipient, Channel.EMail, Now);
        var again = Delivery.Plan(Cause, recipient, Channel.EMail, Now.AddDays(1));
        Assert.Equal(MessageIdentity.Of(one, "benevolat.test"), MessageIdentity.Of(again, "benevolat.test"));
        Assert.EndsWith("@benevolat.test", MessageIdentity.Of(one, "benevolat.test"), StringComparison.Ordinal);
        Assert.NotEqual(MessageIdentity.Of(one, "benevolat.test"), MessageIdentity.Of(Delivery.Plan(Cause, Guid.NewGuid(), Channel.EMail, Now), "benevolat.test"));
    }

    [Fact]
    public void A_notice_without_recipients_gives_up_after_a_month()
    {
        var notice = new Notice { Id = Guid.NewGuid(), Kind = NotificationKind.ApplicationSubmitted, At = Now, OrganisationId = Guid.NewGuid(), DueAt = Now };
        Assert.True(notice.WaitForRecipients(Now));
        Assert.Equal(Now.AddSeconds(1), notice.DueAt);
        Assert.False(notice.WaitForRecipients(Now.AddDays(31)));
        Assert.NotNull(notice.AddressedAt);
    }

    [Fact]
    public void Members_are_looked_up_only_where_nobody_is_named()
    {
        Assert.Equal(Cause.OrganisationId, Cause.MembersOf);
        var alert = new Notice { Id = Guid.NewGuid(), Kind = NotificationKind.NewMissions, At = Now, RecipientId = Guid.NewGuid(), DueAt = Now };
        Assert.Null(alert.MembersOf);
        var toVolunteer = new Notice
        {
            Id = Guid.NewGuid(),
            Kind = NotificationKind.ApplicationReceived,
            At = Now,
            OrganisationId = Cause.OrganisationId,
            RecipientId = Guid.NewGuid(),
            DueAt = Now,
        };
        Assert.Null(toVolunteer.MembersOf);
    }

    private static Delivery Planned() => Delivery.Plan(Cause, Guid.NewGuid(), Channel.EMail, Now);
}
