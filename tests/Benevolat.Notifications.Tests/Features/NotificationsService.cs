using Benevolat.Contracts.Identity;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Local.Mail;
using Benevolat.Notifications.Data;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

/// <summary>The Notifications service under test, with a mail server that keeps what it gets.</summary>
public sealed class NotificationsService() : ServiceFixture<NotificationsDb>("notificationsdb")
{
    private readonly string _folder = Directory.CreateTempSubdirectory("benevolat-mail-").FullName;
    private MailCatcher _catcher = null!;

    /// <summary>Refusals of recipients, by address.</summary>
    public Func<string, string?>? Refusal { set => _catcher.Refusal = value; }

    public MailFolder Mails => _catcher.Mails;

    public override async ValueTask InitializeAsync()
    {
        _catcher = MailCatcher.Start(_folder);
        Settings["Smtp:Host"] = MailCatcher.Host;
        Settings["Smtp:Port"] = $"{_catcher.Port}";
        Settings["Public:Origin"] = "http://localhost:8080";
        Settings["Delivering:MostAttempts"] = "3";
        Settings["Delivering:LongestPause"] = "00:00:01";
        await base.InitializeAsync();
    }

    public async Task StopMailAsync() => await _catcher.DisposeAsync();

    public void StartMail() => _catcher = MailCatcher.Start(_folder, _catcher.Port);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _catcher.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Somebody who can be reached; the address tells tests apart.</summary>
    public async Task<Person> PersonAsync(string firstName, string language = "fr")
    {
        var person = new Person(Guid.CreateVersion7(), firstName, language);
        await Bus.PublishAsync(person.Contact());
        return person;
    }

    /// <summary>An organisation with a mission that is published, and who acts for it.</summary>
    public async Task<Guid> MissionAsync(Guid organisation, Person[] managers, Guid? welcomer = null, MissionFacts? facts = null)
    {
        var version = 1;
        foreach (var manager in managers)
        {
            await Bus.PublishAsync(new OrganisationMembershipChanged(organisation, version, manager.Id, version++ == 1 ? MemberRole.Owner : MemberRole.Manager));
        }

        var mission = Guid.CreateVersion7();
        await Bus.PublishAsync(new MissionPublished(mission, 1, facts ?? Sample.Mission(organisation, welcomer), Clock.GetUtcNow()));
        return mission;
    }

    public ApplicationSubmitted Submitted(Guid organisation, Guid mission, Guid? volunteer = null) =>
        new(Guid.CreateVersion7(), 1, mission, organisation, volunteer ?? Guid.CreateVersion7(), Clock.GetUtcNow(), new DateTimeOffset(2026, 11, 26, 17, 0, 0, TimeSpan.Zero));

    public IReadOnlyList<CaughtMail> To(Person person) => [.. Mails.All().Where(mail => mail.Recipients.Contains(person.Email))];
}

/// <summary>Somebody in a test.</summary>
public sealed record Person(Guid Id, string FirstName, string Language)
{
    public string Email => $"{Id:N}@mail.test";

    public AccountContactChanged Contact(long version = 1) => new(Id, version, Email, FirstName, Language);
}
