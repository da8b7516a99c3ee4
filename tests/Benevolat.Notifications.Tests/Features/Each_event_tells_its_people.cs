using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Notifications;
using Benevolat.Local.Mail;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Each_event_tells_its_people(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Theory]
    [InlineData("fr", "Nouvelle candidature pour « Aide aux devoirs »", "avant le jeudi 26 novembre 2026 à 18 h")]
    [InlineData("en", "New application for “Aide aux devoirs”", "before Thursday 26 November 2026 at 18:00 (Paris time)")]
    public async Task A_submission_tells_owners_and_managers_by_when_to_answer(string language, string subject, string deadline)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        var mission = await notifications.MissionAsync(_organisation, [owner, manager]);
        var submitted = notifications.Submitted(_organisation, mission);
        await notifications.Bus.PublishAsync(submitted);
        foreach (var person in new[] { owner, manager })
        {
            var mail = await ReceivedAsync(person, subject);
            Assert.Contains(person.FirstName, mail.Text, StringComparison.Ordinal);
            Assert.Contains(deadline, mail.Text, StringComparison.Ordinal);
            Assert.Contains(new Uri($"http://localhost:8080/association/candidatures/{submitted.ApplicationId}"), mail.Links);
        }
    }

    [Theory]
    [InlineData("fr", "est bien partie", "au plus tard le jeudi 26 novembre 2026 à 18 h")]
    [InlineData("en", "is on its way", "by Thursday 26 November 2026 at 18:00 (Paris time)")]
    public async Task A_submission_tells_the_volunteer_by_when_an_answer_is_promised(string language, string subject, string deadline)
    {
        var (volunteer, mission) = await VolunteerAsync(language);
        var submitted = notifications.Submitted(_organisation, mission) with { VolunteerId = volunteer.Id };
        await notifications.Bus.PublishAsync(submitted);
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(deadline, mail.Text, StringComparison.Ordinal);
        Assert.Equal("application-received", mail.Headers["X-Benevolat-Kind"]);
        Assert.Contains(new Uri($"http://localhost:8080/candidatures/{submitted.ApplicationId}"), mail.Links);
    }

    [Theory]
    [InlineData("fr", "Les Lilas a bien vu votre candidature", "revient vers vous")]
    [InlineData("en", "Les Lilas has seen your application", "will come back to you")]
    public async Task An_acknowledgement_tells_the_volunteer(string language, string subject, string says)
    {
        var (volunteer, mission) = await VolunteerAsync(language);
        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, _organisation, volunteer.Id, notifications.Clock.GetUtcNow()));
        Assert.Contains(says, (await ReceivedAsync(volunteer, subject)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "C'est oui", "Qui vous accueille : Wassila", "le mercredi de 14 h à 16 h", "environ 2 heures par semaine")]
    [InlineData("en", "It's a yes", "Who welcomes you: Wassila", "on Wednesdays from 14:00 to 16:00", "about 2 hours a week")]
    public async Task An_acceptance_says_who_when_and_where(string language, string subject, string who, string slot, string rhythm)
    {
        var welcomer = await notifications.PersonAsync("Wassila");
        var (volunteer, mission) = await VolunteerAsync(language);
        var accepted = new ApplicationAccepted(Guid.CreateVersion7(), 2, mission, _organisation, volunteer.Id, welcomer.Id, notifications.Clock.GetUtcNow());
        await notifications.Bus.PublishAsync(accepted);
        var mail = await ReceivedAsync(volunteer, subject);
        foreach (var fact in new[] { who, slot, rhythm, "12 rue des Lilas, 69003 Lyon" }) { Assert.Contains(fact, mail.Text, StringComparison.Ordinal); }
        Assert.Contains("<li>12 rue des Lilas, 69003 Lyon</li>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Wassila", mail.Html, StringComparison.Ordinal);
        Assert.Contains(new Uri($"http://localhost:8080/candidatures/{accepted.ApplicationId}"), mail.Links);
    }

    [Fact]
    public async Task Without_a_named_welcomer_the_team_welcomes()
    {
        var (volunteer, mission) = await VolunteerAsync("fr");
        await notifications.Bus.PublishAsync(new ApplicationAccepted(Guid.CreateVersion7(), 2, mission, _organisation, volunteer.Id, null, notifications.Clock.GetUtcNow()));
        Assert.Contains("l'équipe de Les Lilas", (await ReceivedAsync(volunteer, "C'est oui")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "n'a pas été retenue", "il ne reste plus de place")]
    [InlineData("en", "was declined", "no place is left")]
    public async Task A_refusal_says_why(string language, string subject, string reason)
    {
        var (volunteer, mission) = await VolunteerAsync(language);
        await notifications.Bus.PublishAsync(new ApplicationDeclined(Guid.CreateVersion7(), 2, mission, _organisation, volunteer.Id, DeclineReason.NoPlaceLeft, notifications.Clock.GetUtcNow()));
        Assert.Contains(reason, (await ReceivedAsync(volunteer, subject)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "a été retirée", "la personne n'est pas disponible")]
    [InlineData("en", "was withdrawn", "the person is not available")]
    public async Task A_withdrawal_tells_who_runs_the_organisation(string language, string subject, string reason)
    {
        var owner = await notifications.PersonAsync("Odile", language);
        var mission = await notifications.MissionAsync(_organisation, [owner]);
        await notifications.Bus.PublishAsync(new ApplicationWithdrawn(Guid.CreateVersion7(), 2, mission, _organisation, Guid.CreateVersion7(), WithdrawalReason.NotAvailable, notifications.Clock.GetUtcNow()));
        Assert.Contains(reason, (await ReceivedAsync(owner, subject)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Les Lilas est vérifiée")]
    [InlineData("en", "Les Lilas is verified")]
    public async Task A_verification_tells_the_owners(string language, string subject)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        await notifications.MissionAsync(_organisation, [owner, manager]);
        await notifications.Bus.PublishAsync(new OrganisationVerified(_organisation, 3, "Les Lilas", notifications.Clock.GetUtcNow()));
        Assert.Contains(new Uri($"http://localhost:8080/association/{_organisation}"), (await ReceivedAsync(owner, subject)).Links);
        Assert.Empty(notifications.To(manager));
    }

    [Theory]
    [InlineData("fr", "Les Lilas : quelque chose est à compléter")]
    [InlineData("en", "Les Lilas: something is to be completed")]
    public async Task An_organisation_that_is_handed_back_is_told_to_its_owners(string language, string subject)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        await notifications.MissionAsync(_organisation, [owner, manager]);
        await notifications.Bus.PublishAsync(new OrganisationRefused(_organisation, 3, "Les Lilas", notifications.Clock.GetUtcNow()));
        Assert.Contains(new Uri($"http://localhost:8080/association/{_organisation}"), (await ReceivedAsync(owner, subject)).Links);
        Assert.Empty(notifications.To(manager));
    }

    [Theory]
    [InlineData("fr", "Une personne demande à rejoindre Les Lilas")]
    [InlineData("en", "Somebody asks to join Les Lilas")]
    public async Task A_request_to_join_is_told_to_the_owners(string language, string subject)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        await notifications.MissionAsync(_organisation, [owner, manager]);
        await notifications.Bus.PublishAsync(new JoinRequested(Guid.CreateVersion7(), 1, _organisation, "Les Lilas", Guid.CreateVersion7(), notifications.Clock.GetUtcNow()));
        Assert.Contains(new Uri($"http://localhost:8080/association/{_organisation}/equipe"), (await ReceivedAsync(owner, subject)).Links);
        Assert.Empty(notifications.To(manager));
    }

    [Theory]
    [InlineData("fr", MemberRole.Manager, "Vous faites partie de l'équipe de Les Lilas", "en tant que gestionnaire", "association")]
    [InlineData("en", MemberRole.Welcomer, "You are part of the team of Les Lilas", "as a welcomer", "association")]
    [InlineData("fr", null, "Les Lilas n'a pas accepté votre demande", "Ses missions restent ouvertes", "associations")]
    [InlineData("en", null, "Les Lilas did not accept your request", "still open to your help", "associations")]
    public async Task Who_asked_to_join_hears_the_answer(string language, MemberRole? role, string subject, string says, string page)
    {
        var person = await notifications.PersonAsync("Camille", language);
        await notifications.Bus.PublishAsync(new JoinAnswered(Guid.CreateVersion7(), 2, _organisation, "Les Lilas", person.Id, role, notifications.Clock.GetUtcNow()));
        var mail = await ReceivedAsync(person, subject);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(new Uri($"http://localhost:8080/{page}/{_organisation}"), mail.Links);
    }

    [Theory]
    [InlineData("fr", "« Aide aux devoirs » se termine bientôt", "se termine le mardi 1er décembre 2026")]
    [InlineData("en", "“Aide aux devoirs” ends soon", "ends on Tuesday 1 December 2026")]
    public async Task A_mission_that_ends_soon_is_told_to_who_runs_the_organisation(string language, string subject, string date)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        var mission = await notifications.MissionAsync(_organisation, [owner, manager]);
        await notifications.Bus.PublishAsync(new MissionExpiring(mission, 1, _organisation, new DateOnly(2026, 12, 1), notifications.Clock.GetUtcNow()));
        foreach (var person in new[] { owner, manager })
        {
            var mail = await ReceivedAsync(person, subject);
            Assert.Contains(date, mail.Text, StringComparison.Ordinal);
            Assert.Contains(new Uri($"http://localhost:8080/association/missions/{mission}"), mail.Links);
        }
    }

    [Theory]
    [InlineData(ReviewDecision.Accepted, "fr", "« Maraude » est en ligne", "les bénévoles la trouvent")]
    [InlineData(ReviewDecision.ChangesRequested, "fr", "« Maraude » est à retoucher", "renvoyez-la en relecture")]
    [InlineData(ReviewDecision.Refused, "fr", "« Maraude » n'a pas été acceptée", "La raison est indiquée")]
    [InlineData(ReviewDecision.Accepted, "en", "“Maraude” is online", "volunteers find it")]
    [InlineData(ReviewDecision.ChangesRequested, "en", "“Maraude” needs a few changes", "submit it again")]
    [InlineData(ReviewDecision.Refused, "en", "“Maraude” was not accepted", "Its page says why")]
    public async Task A_review_is_told_to_who_runs_the_organisation_whether_or_not_the_mission_is_known(
        ReviewDecision decision, string language, string subject, string says)
    {
        var (owner, manager) = (await notifications.PersonAsync("Odile", language), await notifications.PersonAsync("Malik", language));
        await notifications.MissionAsync(_organisation, [owner, manager]);
        var reviewed = new MissionReviewed(Guid.CreateVersion7(), 3, _organisation, "Maraude", decision, notifications.Clock.GetUtcNow());
        await notifications.Bus.PublishAsync(reviewed);
        foreach (var person in new[] { owner, manager })
        {
            var mail = await ReceivedAsync(person, subject);
            Assert.Contains(says, mail.Text, StringComparison.Ordinal);
            Assert.Contains(says, mail.Html, StringComparison.Ordinal);
            Assert.Contains(new Uri($"http://localhost:8080/association/missions/{reviewed.MissionId}"), mail.Links);
        }
    }

    [Fact]
    public async Task A_message_carries_what_mail_programs_need_and_the_bus_hears_nothing_personal()
    {
        var (volunteer, mission) = await VolunteerAsync("fr");
        var cause = Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, _organisation, volunteer.Id, notifications.Clock.GetUtcNow()), cause);
        var mail = await ReceivedAsync(volunteer, "a bien vu");
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.StartsWith("<http://localhost:8080/api/v1/notifications/unsubscribe?token=", mail.Headers["List-Unsubscribe"].Replace("\r\n", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal);
        Assert.EndsWith("@localhost", mail.MessageId, StringComparison.Ordinal);

        var told = await notifications.Bus.HearAsync<NotificationDelivered>(delivered => delivered.Cause == cause);
        Assert.Equal((volunteer.Id, "application-acknowledged", "e-mail"), (told.AccountId, told.Kind, told.Channel));
        Assert.All(notifications.Bus.Everything.Where(message => message.Type.StartsWith("notifications.", StringComparison.Ordinal)), message =>
        {
            Assert.DoesNotContain("mail.test", message.Json, StringComparison.Ordinal);
            Assert.DoesNotContain(volunteer.FirstName, message.Json, StringComparison.Ordinal);
        });
    }

    private async Task<(Person Volunteer, Guid Mission)> VolunteerAsync(string language) =>
        (await notifications.PersonAsync("Camille", language), await notifications.MissionAsync(_organisation, []));

    private Task<CaughtMail> ReceivedAsync(Person person, string subject) =>
        notifications.Mails.WaitForAsync(person.Email, subject, stop: TestContext.Current.CancellationToken);
}
