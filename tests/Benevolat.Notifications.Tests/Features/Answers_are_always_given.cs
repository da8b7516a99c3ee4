using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Local.Mail;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Answers_are_always_given(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private static readonly DateTimeOffset AnswerBy = new(2026, 11, 26, 17, 0, 0, TimeSpan.Zero);
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _application = Guid.CreateVersion7();

    [Theory]
    [InlineData("fr", "Une personne attend votre réponse pour « Aide aux devoirs »", "avant le jeudi 26 novembre 2026 à 18 h")]
    [InlineData("en", "Somebody waits for your answer about “Aide aux devoirs”", "before Thursday 26 November 2026 at 18:00 (Paris time)")]
    public async Task Half_way_owners_and_managers_are_reminded(string language, string subject, string deadline)
    {
        var (owner, manager, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new AnswerDueSoon(_application, 1, mission, _organisation, volunteer.Id, AnswerBy, Now));
        foreach (var person in new[] { owner, manager })
        {
            var mail = await ReceivedAsync(person, subject);
            Assert.Contains(deadline, mail.Text, StringComparison.Ordinal);
            Assert.Contains(Desk, mail.Links);
        }

        Assert.Empty(notifications.To(volunteer));
    }

    [Theory]
    [InlineData("fr", "Réponse en retard", "Répondez-lui aujourd'hui", "Nous avons relancé Les Lilas", "Nous avons relancé l'association")]
    [InlineData("en", "Answer overdue", "Answer today", "We have reminded Les Lilas", "We have reminded the organisation")]
    public async Task When_the_promise_is_broken_both_sides_hear_of_it_once(string language, string firm, string today, string kind, string reminded)
    {
        var (owner, manager, volunteer, mission) = await PeopleAsync(language);
        var cause = Guid.CreateVersion7();
        var overdue = new AnswerOverdue(_application, 1, mission, _organisation, volunteer.Id, AnswerBy, Now);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => notifications.Bus.PublishAsync(overdue, cause)));

        var toOwner = await ReceivedAsync(owner, firm);
        Assert.Contains(today, toOwner.Text, StringComparison.Ordinal);
        Assert.Contains(Desk, toOwner.Links);
        var toVolunteer = await ReceivedAsync(volunteer, kind);
        Assert.Contains(reminded, toVolunteer.Text, StringComparison.Ordinal);
        Assert.Contains(Application, toVolunteer.Links);
        Assert.Equal("organisation-reminded", toVolunteer.Headers["X-Benevolat-Kind"]);
        await ReceivedAsync(manager, firm);

        await notifications.Bus.PublishAsync(overdue, cause);
        await Eventually.StaysAsync(
            () => Task.FromResult(new[] { owner, manager, volunteer }.All(person => notifications.To(person).Count == 1)), "nobody hears twice", TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("fr", true, "Une personne du réseau de l'association s'en occupe", "Votre réseau en est informé")]
    [InlineData("fr", false, "Une personne de la modération s'en occupe", "La modération en est informée")]
    [InlineData("en", true, "Somebody of the organisation's network now looks after it", "Your network has been told")]
    [InlineData("en", false, "A moderator now looks after it", "The moderators have been told")]
    public async Task A_person_takes_over_and_both_sides_know_who(string language, bool ofNetwork, string toVolunteer, string toOrganisation)
    {
        var (owner, _, volunteer, mission) = await PeopleAsync(language);
        Guid? network = ofNetwork ? Guid.CreateVersion7() : null;
        await notifications.Bus.PublishAsync(new ApplicationHandedOver(_application, 1, mission, _organisation, volunteer.Id, network, Now));
        var mail = await ReceivedAsync(volunteer);
        Assert.Contains(toVolunteer, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Application, mail.Links);
        mail = await ReceivedAsync(owner);
        Assert.Contains(toOrganisation, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Desk, mail.Links);
    }

    [Theory]
    [InlineData("fr", AlternativesCause.NoAnswer, "2 autres missions pour vous, après « Aide aux devoirs »", "n'a toujours pas répondu")]
    [InlineData("en", AlternativesCause.MissionEnded, "2 other missions for you, after “Aide aux devoirs”", "has ended")]
    public async Task Alternatives_are_listed_with_their_links(string language, AlternativesCause cause, string subject, string why)
    {
        var (_, _, volunteer, mission) = await PeopleAsync(language);
        var (best, second) = (await PublishAsync("Maraude du soir"), await PublishAsync("Atelier vélo"));
        await notifications.Bus.PublishAsync(Alternatives(mission, volunteer, [best, second], cause));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(why, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Maraude du soir (Les Lilas)", mail.Text, StringComparison.Ordinal);
        Assert.Equal([Page(best), Page(second)], mail.Links.Where(link => link.AbsolutePath.StartsWith("/missions/", StringComparison.Ordinal)));
        Assert.Contains(Application, mail.Links);
    }

    [Theory]
    [InlineData("fr", "Et après votre candidature", "aucune autre mission ne vous correspond")]
    [InlineData("en", "What next, after your application", "no other mission suits you")]
    public async Task Without_any_alternative_left_the_volunteer_still_gets_a_word(string language, string subject, string says)
    {
        var (_, _, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(Alternatives(mission, volunteer, [], AlternativesCause.NoAnswer));
        Assert.Contains(says, (await ReceivedAsync(volunteer, subject)).Text, StringComparison.Ordinal);

        var (gone, other) = (Guid.CreateVersion7(), await notifications.PersonAsync("Sacha", language));
        await notifications.Bus.PublishAsync(new MissionClosed(gone, 2, ClosingReason.Filled, Now));
        await Eventually.TrueAsync(
            () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM openings WHERE mission_id = '{gone}'"), "the mission is known to be closed");
        await notifications.Bus.PublishAsync(Alternatives(mission, other, [gone], AlternativesCause.NoAnswer));
        Assert.Contains(says, (await ReceivedAsync(other, subject)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "est close, faute de réponse", "Vous n'y êtes pour rien")]
    [InlineData("en", "is closed for want of an answer", "It is not your doing")]
    public async Task An_application_that_expires_says_so_kindly(string language, string subject, string says)
    {
        var (owner, _, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new ApplicationExpired(_application, 1, mission, _organisation, volunteer.Id, Now));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Application, mail.Links);
        Assert.Empty(notifications.To(owner));
    }

    [Theory]
    [InlineData("fr", "La mission « Aide aux devoirs » a pris fin", "un autre message suit")]
    [InlineData("en", "The mission “Aide aux devoirs” has ended", "another message follows")]
    public async Task A_mission_that_ended_is_no_refusal(string language, string subject, string announced)
    {
        var (_, _, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(
            new ApplicationDeclined(_application, 2, mission, _organisation, volunteer.Id, DeclineReason.MissionTerminated, Now));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(announced, mail.Text, StringComparison.Ordinal);
        Assert.Contains(announced, mail.Html, StringComparison.Ordinal);
    }

    private DateTimeOffset Now => notifications.Clock.GetUtcNow();

    private Uri Application => new($"http://localhost:8080/candidatures/{_application}");

    private Uri Desk => new($"http://localhost:8080/association/candidatures/{_application}");

    private static Uri Page(Guid mission) => new($"http://localhost:8080/missions/{mission}");

    private AlternativesProposed Alternatives(Guid mission, Person volunteer, IReadOnlyList<Guid> missions, AlternativesCause cause) =>
        new(_application, 1, mission, _organisation, volunteer.Id, missions, cause, Now);

    private async Task<Guid> PublishAsync(string title) =>
        await notifications.MissionAsync(Guid.CreateVersion7(), [], facts: Sample.Mission() with { Title = title });

    private async Task<(Person Owner, Person Manager, Person Volunteer, Guid Mission)> PeopleAsync(string language)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        return (owner, manager, await notifications.PersonAsync("Camille", language), await notifications.MissionAsync(_organisation, [owner, manager]));
    }

    private Task<CaughtMail> ReceivedAsync(Person person, string subject = "") =>
        notifications.Mails.WaitForAsync(person.Email, subject, stop: TestContext.Current.CancellationToken);
}
