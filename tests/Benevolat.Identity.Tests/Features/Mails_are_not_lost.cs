using System.Net;
using Benevolat.Testing;

namespace Benevolat.Identity.Tests.Features;

public sealed class Mails_are_not_lost(IdentityService service) : IClassFixture<IdentityService>
{
    [Fact]
    public async Task A_mail_server_that_is_busy_gets_the_same_message_again_later()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        var refusals = 0;
        service.Mail.Refusal = recipient => recipient.Contains(email, StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref refusals) <= 2 ? "451 4.3.0 Later" : null;

        await visitor.SignUpAsync(email).ExpectAsync(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => Task.FromResult(refusals >= 1), "the server was asked");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => Task.FromResult(refusals >= 2), "the server was asked again");
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        var mail = await service.Mail.Mails.WaitForAsync(email, "Confirmez", stop: TestContext.Current.CancellationToken);
        Assert.EndsWith("@localhost", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(1, service.Mail.Mails.CountByMessageId()[mail.MessageId]);
        Assert.DoesNotContain(service.Logs, line => line.Contains(email, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_stops_nobody_elses_mail()
    {
        var (visitor, dead, alive) = (new Visitor(service), Visitor.NewEmail(), Visitor.NewEmail());
        var refusals = 0;
        service.Mail.Refusal = recipient => recipient.Contains(dead, StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref refusals) > 0 ? "550 5.1.1 Unknown" : null;

        await visitor.SignUpAsync(dead).ExpectAsync(HttpStatusCode.Accepted);
        await visitor.SignUpAsync(alive).ExpectAsync(HttpStatusCode.Accepted);
        await service.Mail.Mails.WaitForAsync(alive, stop: TestContext.Current.CancellationToken);
        service.Clock.Advance(TimeSpan.FromHours(2));

        await Eventually.StaysAsync(() => Task.FromResult(refusals <= 1), "the dead mailbox was tried once", TimeSpan.FromSeconds(3));
    }
}
