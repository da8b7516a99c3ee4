using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Notifications;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Nothing_is_lost_and_nothing_comes_twice(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task Two_replicas_and_events_that_come_three_times_make_one_mail_each()
    {
        await notifications.StartHostAsync();
        var (owner, manager) = (await notifications.PersonAsync("Odile"), await notifications.PersonAsync("Malik"));
        var mission = await notifications.MissionAsync(_organisation, [owner, manager]);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            var (submitted, id) = (notifications.Submitted(_organisation, mission), Guid.CreateVersion7());
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => notifications.Bus.PublishAsync(submitted, id)));
        }

        await Eventually.TrueAsync(() => Task.FromResult(notifications.To(owner).Count >= 20 && notifications.To(manager).Count >= 20), "everybody was told");
        await Eventually.StaysAsync(
            () => Task.FromResult(notifications.To(owner).Count == 20 && notifications.To(manager).Count == 20), "nobody is told twice", TimeSpan.FromSeconds(2));
        Assert.Equal(40, notifications.To(owner).Concat(notifications.To(manager)).Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_contact_that_arrives_after_the_application_still_gets_its_mail()
    {
        var late = new Person(Guid.CreateVersion7(), "Léa", "fr");
        var mission = await notifications.MissionAsync(_organisation, [late]);
        await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission));
        await Eventually.TrueAsync(async () => await WaitingAsync(late, "waiting for contact"), "the message waits for the contact");
        await notifications.Bus.PublishAsync(late.Contact());
        await notifications.Mails.WaitForAsync(late.Email, "Nouvelle candidature", stop: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_mission_and_a_membership_that_arrive_after_the_application_do_no_harm()
    {
        var owner = await notifications.PersonAsync("Odile");
        var mission = Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission));
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, $"SELECT count(*) FROM notices WHERE organisation_id = '{_organisation}' AND waits > 0") == 1, "the notice waits for recipients");
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 1, owner.Id, MemberRole.Owner));
        await Eventually.TrueAsync(async () => await WaitingAsync(owner, "waiting for mission"), "the message waits for the mission");
        await notifications.Bus.PublishAsync(new MissionPublished(mission, 1, Sample.Mission(_organisation), notifications.Clock.GetUtcNow()));
        await notifications.Mails.WaitForAsync(owner.Email, "Nouvelle candidature", stop: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_second_manager_whose_membership_was_overtaken_is_told_too_and_the_first_not_twice()
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile"), await notifications.PersonAsync("Malik"));
        var mission = await notifications.MissionAsync(_organisation, [owner]);
        await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission));
        await notifications.Mails.WaitForAsync(owner.Email, stop: TestContext.Current.CancellationToken);
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 2, manager.Id, MemberRole.Manager));
        await notifications.Mails.WaitForAsync(manager.Email, stop: TestContext.Current.CancellationToken);
        Assert.Single(notifications.To(owner));

        notifications.Clock.Advance(TimeSpan.FromHours(1));
        var newcomer = await notifications.PersonAsync("Nina");
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 3, newcomer.Id, MemberRole.Manager));
        await Eventually.TrueAsync(() => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM memberships WHERE account_id = '{newcomer.Id}'"), "the newcomer is known");
        await Eventually.StaysAsync(() => Task.FromResult(notifications.To(newcomer).Count == 0), "a newcomer isn't told of the past", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Who_left_or_only_welcomes_is_not_told()
    {
        var (owner, former, welcomer) = (await notifications.PersonAsync("Odile"), await notifications.PersonAsync("Félix"), await notifications.PersonAsync("Wassila"));
        var mission = await notifications.MissionAsync(_organisation, [owner, former]);
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 8, welcomer.Id, MemberRole.Welcomer));
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 9, former.Id, null));
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, $"SELECT count(*) FROM memberships WHERE organisation_id = '{_organisation}' AND version >= 8") == 2, "both changes are known");
        await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission));
        await notifications.Mails.WaitForAsync(owner.Email, "Nouvelle candidature", stop: TestContext.Current.CancellationToken);
        Assert.Empty(notifications.To(former));
        Assert.Empty(notifications.To(welcomer));
    }

    [Fact]
    public async Task A_changed_address_and_mission_hold_from_then_on_and_older_news_is_ignored()
    {
        var person = await notifications.PersonAsync("Camille");
        var mission = await notifications.MissionAsync(_organisation, []);
        await notifications.Bus.PublishAsync(person.Contact(version: 3) with { FirstName = "Camille-Anne" });
        await notifications.Bus.PublishAsync(new MissionChanged(mission, 3, Sample.Mission(_organisation) with { Title = "Soutien scolaire" }, notifications.Clock.GetUtcNow()));
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, $"SELECT (SELECT count(*) FROM contacts WHERE account_id = '{person.Id}' AND version = 3) + (SELECT count(*) FROM missions WHERE id = '{mission}' AND version = 3)") == 2, "the news arrived");
        await notifications.Bus.PublishAsync(person.Contact(version: 2) with { FirstName = "Ancienne" });
        await notifications.Bus.PublishAsync(new MissionChanged(mission, 2, Sample.Mission(_organisation) with { Title = "Ancien titre" }, notifications.Clock.GetUtcNow()));
        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, _organisation, person.Id, notifications.Clock.GetUtcNow()));
        var mail = await notifications.Mails.WaitForAsync(person.Email, "Soutien scolaire", stop: TestContext.Current.CancellationToken);
        Assert.Contains("Bonjour Camille-Anne", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_mail_server_is_away_messages_wait_and_none_is_at_fault()
    {
        var owner = await notifications.PersonAsync("Odile");
        var mission = await notifications.MissionAsync(_organisation, [owner]);
        await notifications.StopMailAsync();
        foreach (var _ in Enumerable.Range(0, 5)) { await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission)); }
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, Of(owner, "state = 'Pending'")) == 5, "five messages wait");
        await Eventually.StaysAsync(async () => await Sql.CountAsync(notifications.Database, Of(owner, "state = 'Pending' AND attempts = 0")) == 5, "none is blamed", TimeSpan.FromSeconds(2));

        notifications.StartMail();
        await Eventually.TrueAsync(() => Task.FromResult(notifications.To(owner).Count == 5), "all five came");
        Assert.Equal(5, notifications.To(owner).Select(mail => mail.MessageId).Distinct().Count());
        await Eventually.TrueAsync(() => Task.FromResult(notifications.Bus.Heard<NotificationDelivered>().Count(told => told.AccountId == owner.Id) == 5), "the others heard of it");
    }

    [Fact]
    public async Task A_crash_between_the_servers_yes_and_our_commit_repeats_the_same_message_id()
    {
        var owner = await notifications.PersonAsync("Odile");
        var mission = await notifications.MissionAsync(_organisation, [owner]);
        var crashes = 0;
        notifications.Refusal = address =>
        {
            if (address == owner.Email && Interlocked.Increment(ref crashes) == 1) { Sql.EndSessionsThatHold(notifications.Database, "deliveries"); }
            return null;
        };
        await notifications.Bus.PublishAsync(notifications.Submitted(_organisation, mission));
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, Of(owner, "state = 'Sent'")) == 1, "the delivery is sent after all");
        notifications.Refusal = null;
        Assert.Equal(2, notifications.To(owner).Count);
        Assert.Single(notifications.To(owner).Select(mail => mail.MessageId).Distinct());
    }

    private Task<bool> WaitingAsync(Person person, string why) =>
        Sql.AnyAsync(notifications.Database, Of(person, $"state = 'Pending' AND last_error = '{why}'"));

    private static string Of(Person person, string condition) => $"SELECT count(*) FROM deliveries WHERE recipient_id = '{person.Id}' AND channel = 'EMail' AND {condition}";
}
