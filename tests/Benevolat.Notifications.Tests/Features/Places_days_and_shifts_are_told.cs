using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Local.Mail;
using Benevolat.Testing;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Places_days_and_shifts_are_told(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private static readonly ShiftFacts Shift = new(
        Guid.CreateVersion7(), new DateTimeOffset(2030, 12, 4, 13, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 12, 4, 15, 0, 0, TimeSpan.Zero), 3);

    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _application = Guid.CreateVersion7();

    [Theory]
    [InlineData("fr", "Vous êtes sur la liste d'attente de « Aide aux devoirs »")]
    [InlineData("en", "You are on the waiting list of “Aide aux devoirs”")]
    public async Task Who_waits_in_line_is_told(string language, string subject)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new ApplicationPutOnWaitingList(_application, 2, mission, _organisation, volunteer.Id, Now));
        Assert.Contains(Application, (await ReceivedAsync(volunteer, subject)).Links);
    }

    [Theory]
    [InlineData("fr", false, "jusqu'au mercredi 4 décembre 2030 à 9 h", "répondez avant le mercredi 4 décembre 2030 à 9 h")]
    [InlineData("fr", true, "(mercredi 4 décembre 2030, de 14 h à 16 h)", "répondez avant le mercredi 4 décembre 2030 à 9 h")]
    [InlineData("en", false, "until Wednesday 4 December 2030 at 09:00 (Paris time)", "answer before Wednesday 4 December 2030 at 09:00 (Paris time)")]
    public async Task An_offer_says_until_when_in_french_time(string language, bool ofShift, string says, string subject)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(Offer(mission, volunteer, ofShift ? Shift.ShiftId : null, new DateTimeOffset(2030, 12, 4, 8, 0, 0, TimeSpan.Zero)));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(ofShift ? Shifts(mission) : Application, mail.Links);
    }

    [Fact]
    public async Task An_offer_that_is_over_before_the_mail_could_go_is_not_told()
    {
        var volunteer = new Person(Guid.CreateVersion7(), "Camille", "fr");
        var mission = await notifications.MissionAsync(_organisation, []);
        await notifications.Bus.PublishAsync(Offer(mission, volunteer, null, Now.AddHours(24)));
        await Eventually.TrueAsync(() => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{volunteer.Id}' AND channel = 'EMail' AND waits > 0"), "the mail waits for an address");
        notifications.Clock.Advance(TimeSpan.FromHours(25));
        await notifications.Bus.PublishAsync(volunteer.Contact());
        await Eventually.TrueAsync(
            async () => await Sql.CountAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{volunteer.Id}' AND channel = 'EMail'") == 0, "the mail is dropped");
        Assert.Empty(notifications.To(volunteer));
    }

    [Theory]
    [InlineData("fr", true, "Vous avez laissé la place", "Merci de l'avoir dit")]
    [InlineData("fr", false, "est passée à la personne suivante", "votre réponse n'est pas venue à temps")]
    [InlineData("en", true, "You left the place", "Thank you for saying so")]
    [InlineData("en", false, "went to the next in line", "your answer didn't come in time")]
    public async Task An_offer_that_lapsed_is_told_to_whom_it_was_made(string language, bool declined, string subject, string says)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new PlaceOfferLapsed(Guid.CreateVersion7(), 2, _application, mission, _organisation, volunteer.Id, null, declined, Now));
        Assert.Contains(says, (await ReceivedAsync(volunteer, subject)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "C'est bientôt : « Aide aux devoirs », mercredi 4 décembre 2030, de 14 h à 16 h", "Qui vous accueille : Wassila", "Des bénévoles viennent pour « Aide aux devoirs » le mercredi 4 décembre 2030", "C'est vous qui les accueillez.")]
    [InlineData("en", "It's soon: “Aide aux devoirs”, Wednesday 4 December 2030, from 14:00 to 16:00", "Who welcomes you: Wassila", "Volunteers come for “Aide aux devoirs” on Wednesday 4 December 2030", "It is you who welcomes them.")]
    public async Task The_day_before_each_volunteer_is_reminded_and_those_who_expect_them_once(string language, string subject, string who, string toOrganisation, string you)
    {
        var (owner, volunteer, mission) = await PeopleAsync(language);
        var (welcomer, other) = (await notifications.PersonAsync("Wassila", language), await notifications.PersonAsync("Sacha", language));
        await notifications.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, 7, welcomer.Id, MemberRole.Welcomer));
        await Eventually.TrueAsync(() => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM memberships WHERE account_id = '{welcomer.Id}'"), "the welcomer is known");
        await Task.WhenAll(
            notifications.Bus.PublishAsync(Near(mission, volunteer, _application, welcomer.Id)),
            notifications.Bus.PublishAsync(Near(mission, other, Guid.CreateVersion7(), welcomer.Id)));

        var mail = await ReceivedAsync(volunteer, subject);
        foreach (var fact in new[] { who, "12 rue des Lilas, 69003 Lyon" }) { Assert.Contains(fact, mail.Text, StringComparison.Ordinal); }
        Assert.Contains(new Uri("http://localhost:8080/mes-creneaux"), mail.Links);
        await ReceivedAsync(other, subject);
        foreach (var (expecting, isWelcomer) in new[] { (owner, false), (welcomer, true) })
        {
            var expected = await ReceivedAsync(expecting, toOrganisation);
            Assert.Contains(Planning(mission), expected.Links);
            Assert.Equal(isWelcomer, expected.Text.Contains(you, StringComparison.Ordinal));
        }

        await Eventually.StaysAsync(
            () => Task.FromResult((notifications.To(owner).Count, notifications.To(welcomer).Count) == (1, 1)), "each hears once", TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("fr", "Comment cela s'est-il passé : « Aide aux devoirs » ?")]
    [InlineData("en", "How was it: “Aide aux devoirs”?")]
    public async Task Afterwards_the_volunteer_is_asked(string language, string subject)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new FeedbackAsked(_application, 5, mission, _organisation, volunteer.Id, Now));
        Assert.Contains(new Uri($"{Application}/avis"), (await ReceivedAsync(volunteer, subject)).Links);
    }

    [Theory]
    [InlineData("fr", "Pouvez-vous reprendre un créneau", "(mercredi 4 décembre 2030, de 14 h à 16 h)")]
    [InlineData("en", "Could you take over a shift", "(Wednesday 4 December 2030, from 14:00 to 16:00)")]
    public async Task A_swap_is_proposed_to_each_who_could_once(string language, string subject, string slot)
    {
        var (owner, one, mission) = await PeopleAsync(language);
        var (other, from) = (await notifications.PersonAsync("Sacha", language), await notifications.PersonAsync("Lou", language));
        var cause = Guid.CreateVersion7();
        var proposed = new ShiftSwapProposed(Guid.CreateVersion7(), 1, mission, _organisation, Shift.ShiftId, from.Id, [one.Id, other.Id], Shift.StartsAt, Now);
        for (var time = 0; time < 2; time++) { await notifications.Bus.PublishAsync(proposed, cause); }
        foreach (var person in new[] { one, other })
        {
            var mail = await ReceivedAsync(person, subject);
            Assert.Contains(slot, mail.Text, StringComparison.Ordinal);
            Assert.Contains(Shifts(mission), mail.Links);
        }

        await Eventually.StaysAsync(
            () => Task.FromResult(notifications.To(one).Count + notifications.To(other).Count == 2 && notifications.To(from).Count + notifications.To(owner).Count == 0),
            "each hears once, and nobody else", TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("fr", "Votre créneau de « Aide aux devoirs » est repris", "Un créneau de « Aide aux devoirs » change de mains")]
    [InlineData("en", "Your shift of “Aide aux devoirs” is taken over", "A shift of “Aide aux devoirs” changes hands")]
    public async Task A_swap_that_was_taken_is_told_to_who_gave_and_to_the_organisation(string language, string toVolunteer, string toOrganisation)
    {
        var (owner, from, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(
            new ShiftSwapTaken(Guid.CreateVersion7(), 2, mission, _organisation, Shift.ShiftId, from.Id, Guid.CreateVersion7(), Shift.StartsAt, Now));
        Assert.Contains(new Uri("http://localhost:8080/mes-creneaux"), (await ReceivedAsync(from, toVolunteer)).Links);
        Assert.Contains(Planning(mission), (await ReceivedAsync(owner, toOrganisation)).Links);
    }

    [Theory]
    [InlineData("fr", "Les Lilas vous invite à regarder « Aide aux devoirs »", "ne connaît ni votre nom")]
    [InlineData("en", "Les Lilas invites you to look at “Aide aux devoirs”", "knows neither your name")]
    public async Task An_invitation_leads_to_the_mission(string language, string subject, string says)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new VolunteerInvited(Guid.CreateVersion7(), 1, mission, _organisation, volunteer.Id, Now));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(new Uri($"http://localhost:8080/missions/{mission}"), mail.Links);
    }

    [Theory]
    [InlineData("fr", "4 nouvelles missions vous correspondent", "et 3 autres missions")]
    [InlineData("en", "4 new missions suit you", "and 3 more missions")]
    public async Task Matches_are_listed_and_the_others_counted(string language, string subject, string more)
    {
        var (_, volunteer, mission) = await PeopleAsync(language);
        await notifications.Bus.PublishAsync(new MatchesFound(volunteer.Id, 1, [mission], 4, Now));
        var mail = await ReceivedAsync(volunteer, subject);
        Assert.Contains(more, mail.Text, StringComparison.Ordinal);
        Assert.Contains(new Uri($"http://localhost:8080/missions/{mission}"), mail.Links);
        Assert.Contains(new Uri("http://localhost:8080/recommandations"), mail.Links);
    }

    private DateTimeOffset Now => notifications.Clock.GetUtcNow();

    private Uri Application => new($"http://localhost:8080/candidatures/{_application}");

    private static Uri Planning(Guid mission) => new($"http://localhost:8080/association/missions/{mission}/planning");

    private static Uri Shifts(Guid mission) => new($"http://localhost:8080/missions/{mission}/creneaux");

    private PlaceOffered Offer(Guid mission, Person volunteer, Guid? shift, DateTimeOffset expiresAt) =>
        new(Guid.CreateVersion7(), 1, _application, mission, _organisation, volunteer.Id, shift, expiresAt, Now);

    private ParticipationNear Near(Guid mission, Person volunteer, Guid application, Guid welcomer) =>
        new(Guid.CreateVersion7(), 1, application, mission, _organisation, volunteer.Id, new DateOnly(2030, 12, 4), Shift.StartsAt, Now, welcomer);

    private async Task<(Person Owner, Person Volunteer, Guid Mission)> PeopleAsync(string language)
    {
        var owner = await notifications.PersonAsync("Odile", language);
        var facts = Sample.Mission(_organisation) with { Shifts = [Shift] };
        return (owner, await notifications.PersonAsync("Camille", language), await notifications.MissionAsync(_organisation, [owner], facts: facts));
    }

    private Task<CaughtMail> ReceivedAsync(Person person, string subject) =>
        notifications.Mails.WaitForAsync(person.Email, subject, stop: TestContext.Current.CancellationToken);
}
