using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Notifications;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class One_bad_row_harms_no_other(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task A_message_that_cannot_be_written_is_parked_while_others_go_out()
    {
        var (unlucky, lucky) = (await notifications.PersonAsync("Ursule"), await notifications.PersonAsync("Lucie"));
        var broken = await notifications.MissionAsync(_organisation, []);
        await Eventually.TrueAsync(() => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM missions WHERE id = '{broken}'"), "the mission is known");
        await Sql.ExecuteAsync(notifications.Database, $"UPDATE missions SET facts = '{{}}' WHERE id = '{broken}'");
        await AcceptAsync(unlucky, broken);
        await AcceptAsync(lucky, await notifications.MissionAsync(_organisation, []));
        await notifications.Mails.WaitForAsync(lucky.Email, stop: TestContext.Current.CancellationToken);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await Eventually.TrueAsync(
                () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{unlucky.Id}' AND attempts = {attempt}"), $"attempt {attempt} failed");
            notifications.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        await notifications.Bus.HearAsync<NotificationParked>(told => told.AccountId == unlucky.Id);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_addressed_waits_while_others_go_on()
    {
        var (unlucky, lucky) = (await notifications.PersonAsync("Ursule"), await notifications.PersonAsync("Lucie"));
        var mission = await notifications.MissionAsync(_organisation, []);
        await Sql.ExecuteAsync(notifications.Database,
            $"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.recipient_id = '{unlucky.Id}') EXECUTE FUNCTION refuse();
            """);
        await AcceptAsync(unlucky, mission);
        await AcceptAsync(lucky, mission);
        await notifications.Mails.WaitForAsync(lucky.Email, stop: TestContext.Current.CancellationToken);
        await Sql.ExecuteAsync(notifications.Database, "DROP TRIGGER refuse ON deliveries");
        await notifications.Mails.WaitForAsync(unlucky.Email, stop: TestContext.Current.CancellationToken);
    }

    private Task AcceptAsync(Person person, Guid mission) => notifications.Bus.PublishAsync(
        new ApplicationAccepted(Guid.CreateVersion7(), 2, mission, _organisation, person.Id, null, notifications.Clock.GetUtcNow()));
}
