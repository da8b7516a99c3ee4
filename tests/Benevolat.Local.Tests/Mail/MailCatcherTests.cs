using System.Net.Http.Json;
using System.Text.Json;
using Benevolat.Local.Mail;
using MailKit.Net.Smtp;
using MimeKit;

namespace Benevolat.Local.Tests.Mail;

public sealed class MailCatcherTests : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();
    private readonly MailCatcher _catcher;

    public MailCatcherTests() => _catcher = MailCatcher.Start(_folder.Below("mail"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _catcher.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_mail_arrives_as_it_was_written_accents_attachments_and_all()
    {
        await SendAsync(Message("Bienvenue à l’accueil", "Élodie vous attend.\r\nhttps://localhost/confirm?a=1&b=2\r\n"), "lea@demo.benevolat.test");

        var mail = await _catcher.Mails.WaitForAsync("lea@demo.benevolat.test", "bienvenue", stop: Stop);

        Assert.Equal("Bienvenue à l’accueil", mail.Subject);
        Assert.StartsWith("Élodie vous attend.", mail.Text, StringComparison.Ordinal);
        Assert.Equal("https://localhost/confirm?a=1&b=2", Assert.Single(mail.Links).AbsoluteUri);
        Assert.Equal("yes", mail.Headers["X-Test"]);
    }

    [Fact]
    public async Task The_same_message_sent_twice_counts_twice_under_its_message_id()
    {
        var message = Message("Encore", "une fois");
        message.MessageId = "encore@benevolat.test";

        await SendAsync(message, "lea@demo.benevolat.test");
        await SendAsync(message, "lea@demo.benevolat.test");

        Assert.Equal(2, _catcher.Mails.CountByMessageId()["encore@benevolat.test"]);
    }

    [Fact]
    public async Task It_refuses_when_told_and_accepts_again_after()
    {
        _catcher.Refusal = recipient => recipient.StartsWith("lea", StringComparison.Ordinal) ? "451 4.3.0 Later" : null;
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(Message("Non", "pas encore"), "lea@demo.benevolat.test"));
        await SendAsync(Message("Oui", "d’autres passent"), "bob@demo.benevolat.test");
        _catcher.Refusal = null;
        await SendAsync(Message("Oui", "maintenant"), "lea@demo.benevolat.test");

        Assert.Equal(SmtpStatusCode.ErrorInProcessing, refused.StatusCode);
        Assert.Equal(["Oui", "Oui"], _catcher.Mails.All().Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Another_reader_of_the_same_folder_sees_the_same_mails()
    {
        var elsewhere = new MailFolder(_folder.Below("mail"));
        var waiting = elsewhere.WaitForAsync(mail => mail.Subject == "Partagé", stop: Stop);
        await SendAsync(Message("Partagé", "par le dossier"), "lea@demo.benevolat.test");

        Assert.Equal(Assert.Single(_catcher.Mails.All()).Id, (await waiting).Id);
    }

    [Fact]
    public async Task Waiting_for_a_mail_that_does_not_come_says_which()
    {
        var late = await Assert.ThrowsAsync<TimeoutException>(
            () => _catcher.Mails.WaitForAsync("lea@demo.benevolat.test", "Rien", TimeSpan.FromMilliseconds(200), Stop));

        Assert.Contains("lea@demo.benevolat.test", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_lists_mails_with_links_to_click_and_runs_no_script_of_theirs()
    {
        var message = Message("<b>Salut</b>", "Voir https://localhost/confirm");
        message.Body = new BodyBuilder { TextBody = message.TextBody, HtmlBody = "<script>alert(1)</script><p>Voir</p>" }.ToMessageBody();
        await SendAsync(message, "lea@demo.benevolat.test");
        var mail = Assert.Single(_catcher.Mails.All());
        await using var page = await MailPage.StartAsync(_catcher.Mails);
        using var http = new HttpClient { BaseAddress = page.Address };

        var html = await http.GetAsync($"/messages/{mail.Id}/html", Stop);

        Assert.Contains("&lt;b&gt;Salut", await http.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://localhost/confirm\">", await http.GetStringAsync($"/messages/{mail.Id}", Stop), StringComparison.Ordinal);
        Assert.Contains("sandbox", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(mail.Id, (await http.GetFromJsonAsync<JsonElement>("/api/messages", Stop))[0].GetProperty("id").GetString());
    }

    private static MimeMessage Message(string subject, string text)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("Benevolat", "bonjour@benevolat.test"));
        message.To.Add(new MailboxAddress("Quelqu’un", "someone@benevolat.test"));
        message.Headers.Add("X-Test", "yes");
        return message;
    }

    private async Task SendAsync(MimeMessage message, string recipient)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(MailCatcher.Host, _catcher.Port, useSsl: false, Stop);
        await client.SendAsync(message, MailboxAddress.Parse("bonjour@benevolat.test"), [MailboxAddress.Parse(recipient)], Stop);
        await client.DisconnectAsync(quit: true, Stop);
    }
}
