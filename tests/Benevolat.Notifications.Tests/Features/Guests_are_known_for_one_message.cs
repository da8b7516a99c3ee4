using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Notifications;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Guests_are_known_for_one_message(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private readonly string _email = $"{Guid.NewGuid():N}@mail.test";
    private readonly string _token = $"secret-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("fr", "Les Lilas vous invite à la rejoindre", "en tant que gestionnaire")]
    [InlineData("en", "Les Lilas asks you to join it", "as a manager")]
    public async Task An_invitation_reaches_an_address_without_an_account_and_then_the_address_is_forgotten(string language, string subject, string says)
    {
        var (invited, cause) = (Invited(language), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => notifications.Bus.PublishAsync(invited, cause)));
        var mail = await notifications.Mails.WaitForAsync(_email, subject, stop: TestContext.Current.CancellationToken);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(new Uri($"http://localhost:8080/invitation/{_token}"), mail.Links);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Equal("member-invited", mail.Headers["X-Benevolat-Kind"]);

        var told = await notifications.Bus.HearAsync<NotificationDelivered>(delivered => delivered.Cause == cause);
        Assert.Equal((invited.InvitationId, "e-mail"), (told.AccountId, told.Channel));
        await Eventually.TrueAsync(async () => await StandsAsync() == 0, "neither address nor secret stands in the database");
        Assert.Equal(0, await Sql.CountAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{invited.InvitationId}' AND channel = 'InApp'"));
        Assert.Single(notifications.Mails.All(), one => one.Recipients.Contains(_email));
    }

    [Fact]
    public async Task Whom_nothing_reaches_is_forgotten_when_the_invitation_is_over()
    {
        notifications.Refusal = address => address == _email ? "550 no such user" : null;
        var invited = Invited("fr");
        await notifications.Bus.PublishAsync(invited);
        await notifications.Bus.HearAsync<NotificationParked>(parked => parked.AccountId == invited.InvitationId);
        Assert.Equal(1, await StandsAsync());
        await Sql.ExecuteAsync(notifications.Database, $"UPDATE guests SET expires_at = now() - interval '1 minute' WHERE id = '{invited.InvitationId}'");
        await Eventually.TrueAsync(async () => await StandsAsync() == 0, "the address is forgotten");
    }

    [Fact]
    public async Task An_invitation_that_is_over_before_it_was_sent_is_dropped()
    {
        var invited = Invited("fr") with { ExpiresAt = notifications.Clock.GetUtcNow().AddSeconds(-1) };
        await notifications.Bus.PublishAsync(invited);
        await Eventually.TrueAsync(
            () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM notices WHERE recipient_id = '{invited.InvitationId}' AND addressed_at IS NOT NULL"), "it was looked at");
        await Eventually.TrueAsync(
            async () => await StandsAsync() == 0 && !await Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{invited.InvitationId}'"), "nothing is left of it");
        Assert.DoesNotContain(notifications.Mails.All(), mail => mail.Recipients.Contains(_email));
    }

    private MemberInvited Invited(string language)
    {
        var now = notifications.Clock.GetUtcNow();
        return new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), "Les Lilas", MemberRole.Manager, _email, _token, language, now.AddDays(14), now);
    }

    /// <summary>Rows of any table that hold the address or the secret.</summary>
    private Task<long> StandsAsync() => Sql.CountAsync(notifications.Database,
        $"""
        SELECT (SELECT count(*) FROM guests AS row WHERE row::text LIKE '%{_email}%' OR row::text LIKE '%{_token}%')
             + (SELECT count(*) FROM notices AS row WHERE row::text LIKE '%{_email}%' OR row::text LIKE '%{_token}%')
             + (SELECT count(*) FROM deliveries AS row WHERE row::text LIKE '%{_email}%' OR row::text LIKE '%{_token}%')
        """);
}
