using Benevolat.Contracts.Matching;
using Benevolat.Local.Mail;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Both_sides_write_to_each_other(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _application = Guid.CreateVersion7();

    [Theory]
    [InlineData("fr", "Un message vous attend à propos de « Aide aux devoirs »", "Les Lilas vous a écrit à propos de « Aide aux devoirs »")]
    [InlineData("en", "A message about “Aide aux devoirs” waits for you", "Les Lilas wrote to you about “Aide aux devoirs”")]
    public async Task A_message_is_told_to_the_other_side_alone(string language, string toOrganisation, string toVolunteer)
    {
        var (owner, volunteer, mission) = await PeopleAsync(language);
        await WriteAsync(mission, volunteer, fromVolunteer: true);
        Assert.Contains(new Uri($"http://localhost:8080/association/candidatures/{_application}"), (await ReceivedAsync(owner, toOrganisation)).Links);
        Assert.Empty(notifications.To(volunteer));
        await WriteAsync(mission, volunteer, fromVolunteer: false);
        Assert.Contains(new Uri($"http://localhost:8080/candidatures/{_application}"), (await ReceivedAsync(volunteer, toVolunteer)).Links);
        Assert.Single(notifications.To(owner));
    }

    [Fact]
    public async Task Several_in_a_row_are_told_at_once_and_together_after_an_hour()
    {
        var (owner, volunteer, mission) = await PeopleAsync("fr");
        await WriteAsync(mission, volunteer, fromVolunteer: true);
        await ReceivedAsync(owner);
        for (var more = 0; more < 3; more++) { await WriteAsync(mission, volunteer, fromVolunteer: true); }
        await Eventually.StaysAsync(() => Task.FromResult(notifications.To(owner).Count == 1), "additions wait", TimeSpan.FromSeconds(2));

        notifications.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => Task.FromResult(notifications.To(owner).Count == 2), "the additions are told together");
        await Eventually.StaysAsync(() => Task.FromResult(notifications.To(owner).Count == 2), "once", TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task An_answer_never_waits()
    {
        var (owner, volunteer, mission) = await PeopleAsync("fr");
        for (var turn = 1; turn <= 2; turn++)
        {
            await WriteAsync(mission, volunteer, fromVolunteer: true);
            await Eventually.TrueAsync(() => Task.FromResult(notifications.To(owner).Count == turn), $"the organisation heard {turn} times");
            await WriteAsync(mission, volunteer, fromVolunteer: false);
            await Eventually.TrueAsync(() => Task.FromResult(notifications.To(volunteer).Count == turn), $"the volunteer heard {turn} times");
        }
    }

    private async Task<(Person Owner, Person Volunteer, Guid Mission)> PeopleAsync(string language)
    {
        var owner = await notifications.PersonAsync("Odile", language);
        return (owner, await notifications.PersonAsync("Camille", language), await notifications.MissionAsync(_organisation, [owner]));
    }

    /// <summary>Publishes, and waits until the service has taken it in: who wrote first matters.</summary>
    private async Task WriteAsync(Guid mission, Person volunteer, bool fromVolunteer)
    {
        notifications.Clock.Advance(TimeSpan.FromSeconds(1));
        var (id, now) = (Guid.CreateVersion7(), notifications.Clock.GetUtcNow());
        await notifications.Bus.PublishAsync(
            new ApplicationMessagePosted(Guid.CreateVersion7(), 2, _application, mission, _organisation, volunteer.Id, fromVolunteer, now), id);
        await Eventually.TrueAsync(
            () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM messaging.inbox WHERE message_id = '{id}'"), "the message was taken");
    }

    private Task<CaughtMail> ReceivedAsync(Person person, string subject = "") =>
        notifications.Mails.WaitForAsync(person.Email, subject, stop: TestContext.Current.CancellationToken);
}
