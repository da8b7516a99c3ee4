using System.Net;
using System.Text;
using Benevolat.Contracts;
using Benevolat.Contracts.Missions;
using Benevolat.Local.Mail;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Notifications.Tests.Features;

public sealed class New_missions_are_told_to_who_keeps_the_search(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private const string Mine = "/api/v1/notifications";
    private static readonly Uri Searches = new("http://localhost:8080/recherches");

    [Theory]
    [InlineData("fr", "2 nouvelles missions pour votre recherche", "le mercredi de 14 h à 16 h ; environ 2 heures par semaine")]
    [InlineData("en", "2 new missions for your search", "on Wednesdays from 14:00 to 16:00; about 2 hours a week")]
    public async Task An_alert_lists_the_missions_and_leads_to_each(string language, string subject, string when)
    {
        var person = await notifications.PersonAsync("Camille", language);
        var (best, second) = (await PublishAsync("Aide aux devoirs"), await PublishAsync("Maraude du soir"));
        await notifications.Bus.PublishAsync(Matched(person, [best, second]));
        var mail = await ReceivedAsync(person);
        Assert.Equal(subject, mail.Subject);
        Assert.Equal("new-missions", mail.Headers["X-Benevolat-Kind"]);
        foreach (var fact in new[] { "Aide aux devoirs (Les Lilas)", "Maraude du soir (Les Lilas)", when, "12 rue des Lilas, 69003 Lyon" })
        {
            Assert.Contains(fact, mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal([Page(best), Page(second)], mail.Links.Where(link => link.AbsolutePath.StartsWith("/missions/", StringComparison.Ordinal)));
        Assert.Contains($"<a href=\"{Page(best)}\">Aide aux devoirs</a>", mail.Html, StringComparison.Ordinal);
        Assert.Contains(Searches, mail.Links);

        using var me = notifications.As(Caller.Person(person.Id), language);
        var entry = Assert.Single((await me.GetAsync(Mine).ReadJsonAsync())["items"]!.AsArray())!;
        Assert.Equal("new-missions", (string?)entry["kind"]);
        Assert.Equal((subject, Searches.AbsoluteUri), ((string?)entry["text"], (string?)entry["link"]));
    }

    [Fact]
    public async Task More_missions_than_an_alert_names_are_counted()
    {
        var person = await notifications.PersonAsync("Camille");
        await notifications.Bus.PublishAsync(Matched(person, [await PublishAsync("Aide aux devoirs")], total: 12));
        var mail = await ReceivedAsync(person);
        Assert.Equal("12 nouvelles missions pour votre recherche", mail.Subject);
        Assert.Contains("et 11 autres missions", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_alert_is_one_mail_however_often_it_is_delivered_and_the_next_is_another()
    {
        await notifications.StartHostAsync();
        var person = await notifications.PersonAsync("Camille");
        var first = Matched(person, [await PublishAsync("Aide aux devoirs")]);
        var second = first with { Version = 2, MissionIds = [await PublishAsync("Maraude du soir")] };
        var (firstId, secondId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => notifications.Bus.PublishAsync(first, firstId)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => notifications.Bus.PublishAsync(second, secondId)));

        await Eventually.TrueAsync(() => Task.FromResult(notifications.To(person).Count >= 2), "both alerts came");
        await notifications.Bus.PublishAsync(first, firstId);
        await Eventually.StaysAsync(() => Task.FromResult(notifications.To(person).Count == 2), "none comes twice", TimeSpan.FromSeconds(2));
        Assert.Single(notifications.To(person), mail => mail.Text.Contains("Aide aux devoirs", StringComparison.Ordinal));
        Assert.Single(notifications.To(person), mail => mail.Text.Contains("Maraude du soir", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_stopped_these_mails_finds_the_next_alert_in_the_list_only()
    {
        var person = await notifications.PersonAsync("Camille");
        var mission = await PublishAsync("Aide aux devoirs");
        await notifications.Bus.PublishAsync(Matched(person, [mission]));
        var mail = await ReceivedAsync(person);
        var link = mail.Links.Single(uri => uri.AbsolutePath.EndsWith("/unsubscribe", StringComparison.Ordinal)).PathAndQuery;
        using var mailProgram = notifications.As(null);
        var page = await mailProgram.GetAsync(link).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains(
            "nouvelles missions pour vos recherches", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var content = new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded");
        await mailProgram.PostAsync(link, content).ExpectAsync(HttpStatusCode.OK);

        await notifications.Bus.PublishAsync(Matched(person, [mission]));
        using var me = notifications.As(Caller.Person(person.Id));
        await Eventually.TrueAsync(async () => (await me.GetAsync(Mine).ReadJsonAsync())["items"]!.AsArray().Count == 2, "both alerts are listed");
        Assert.Single(notifications.To(person));
        Assert.Equal(0, await Sql.CountAsync(notifications.Database, Mails(person, "state = 'Pending'")));
    }

    [Fact]
    public async Task An_alert_that_overtook_a_mission_waits_for_it()
    {
        var person = await notifications.PersonAsync("Camille");
        var (late, known) = (Guid.CreateVersion7(), await PublishAsync("Maraude du soir"));
        await notifications.Bus.PublishAsync(Matched(person, [late, known]));
        await WaitsForMissionsAsync(person);
        Assert.Empty(notifications.To(person));
        await PublishAsync("Aide aux devoirs", late);
        var mail = await ReceivedAsync(person);
        Assert.Contains("Aide aux devoirs", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Maraude du soir", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_few_minutes_an_alert_goes_out_with_what_is_known()
    {
        var person = await notifications.PersonAsync("Camille");
        await notifications.Bus.PublishAsync(Matched(person, [Guid.CreateVersion7(), await PublishAsync("Maraude du soir")]));
        await WaitsForMissionsAsync(person);
        notifications.Clock.Advance(TimeSpan.FromMinutes(5));
        var mail = await ReceivedAsync(person);
        Assert.Equal("2 nouvelles missions pour votre recherche", mail.Subject);
        Assert.Contains("Maraude du soir", mail.Text, StringComparison.Ordinal);
        Assert.Contains("et une autre mission", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mission_that_takes_nobody_any_more_is_left_out_and_not_counted()
    {
        var person = await notifications.PersonAsync("Camille");
        var (closed, paused, resumed) = (await PublishAsync("Fermée"), await PublishAsync("En pause"), await PublishAsync("De nouveau ouverte"));
        var now = notifications.Clock.GetUtcNow();
        await TakenAsync(new MissionClosed(closed, 2, ClosingReason.Filled, now));
        await TakenAsync(new MissionPaused(paused, 2, now));
        await TakenAsync(new MissionChanged(paused, 3, Facts("En pause"), now));
        await TakenAsync(new MissionPublished(resumed, 3, Facts("De nouveau ouverte"), now));
        await TakenAsync(new MissionPaused(resumed, 2, now));

        await notifications.Bus.PublishAsync(Matched(person, [closed, paused, resumed]));
        var mail = await ReceivedAsync(person);
        Assert.Equal("1 nouvelle mission pour votre recherche", mail.Subject);
        Assert.Contains("De nouveau ouverte", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fermée", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("En pause", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_with_nothing_left_to_tell_is_dropped_even_while_it_waits()
    {
        var person = await notifications.PersonAsync("Camille");
        var (closed, neverHeardOf) = (await PublishAsync("Fermée"), Guid.CreateVersion7());
        await TakenAsync(new MissionClosed(closed, 2, ClosingReason.Filled, notifications.Clock.GetUtcNow()));
        await notifications.Bus.PublishAsync(Matched(person, [closed, neverHeardOf]));
        await WaitsForMissionsAsync(person);
        await TakenAsync(new MissionClosed(neverHeardOf, 2, ClosingReason.Expired, notifications.Clock.GetUtcNow()));
        await Eventually.TrueAsync(async () => await Sql.CountAsync(notifications.Database, Mails(person, "true")) == 0, "the mail is dropped");
        Assert.Empty(notifications.To(person));
    }

    private static SavedSearchMatched Matched(Person person, IReadOnlyList<Guid> missions, int? total = null) =>
        new(Guid.CreateVersion7(), 1, person.Id, missions, total ?? missions.Count, new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    private static MissionFacts Facts(string title) => Sample.Mission() with { Title = title };

    private static Uri Page(Guid mission) => new($"http://localhost:8080/missions/{mission}");

    private static string Mails(Person person, string condition) =>
        $"SELECT count(*) FROM deliveries WHERE recipient_id = '{person.Id}' AND channel = 'EMail' AND {condition}";

    private async Task<Guid> PublishAsync(string title, Guid? id = null)
    {
        var mission = id ?? Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(new MissionPublished(mission, 1, Facts(title), notifications.Clock.GetUtcNow()));
        return mission;
    }

    /// <summary>Publishes, and waits until the service has taken it in.</summary>
    private async Task TakenAsync<TEvent>(TEvent message)
        where TEvent : class, IEvent
    {
        var id = Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(message, id);
        await Eventually.TrueAsync(
            () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM messaging.inbox WHERE message_id = '{id}'"),
            $"{typeof(TEvent).Name} was taken");
    }

    private Task WaitsForMissionsAsync(Person person) => Eventually.TrueAsync(
        () => Sql.AnyAsync(notifications.Database, Mails(person, "state = 'Pending' AND last_error = 'waiting for missions'")),
        "the message waits for the missions");

    private Task<CaughtMail> ReceivedAsync(Person person) =>
        notifications.Mails.WaitForAsync(person.Email, stop: TestContext.Current.CancellationToken);
}
