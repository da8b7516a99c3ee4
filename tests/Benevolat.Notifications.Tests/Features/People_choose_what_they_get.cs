using System.Net;
using System.Text;
using Benevolat.Contracts.Matching;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Notifications.Tests.Features;

public sealed class People_choose_what_they_get(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private const string Mine = "/api/v1/notifications";
    private const string Preferences = "/api/v1/notifications/preferences";
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task My_list_shows_what_concerns_me_newest_first_in_my_language()
    {
        var (person, mission) = (await notifications.PersonAsync("Camille"), await notifications.MissionAsync(_organisation, []));
        var application = Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(application, 2, mission, _organisation, person.Id, notifications.Clock.GetUtcNow()));
        await ListedAsync(person, 1);
        await notifications.Bus.PublishAsync(new ApplicationAccepted(application, 3, mission, _organisation, person.Id, null, notifications.Clock.GetUtcNow()));
        await ListedAsync(person, 2);

        using var english = notifications.As(Caller.Person(person.Id), "en");
        var page = await english.GetAsync($"{Mine}?limit=1").ReadJsonAsync();
        Assert.Equal("It's a yes: a place is yours for “Aide aux devoirs”", (string?)page["items"]![0]!["text"]);
        Assert.Equal($"http://localhost:8080/candidatures/{application}", (string?)page["items"]![0]!["link"]);
        var second = await english.GetAsync($"{Mine}?limit=1&cursor={page["next"]}").ReadJsonAsync();
        Assert.Equal("application-acknowledged", (string?)second["items"]![0]!["kind"]);
        Assert.Null(second["next"]);

        using var other = notifications.As(Caller.Person());
        Assert.Empty((await other.GetAsync(Mine).ReadJsonAsync())["items"]!.AsArray());
        await other.GetAsync($"{Mine}?cursor={page["next"]}").ExpectInvalidAsync("cursor");
    }

    [Fact]
    public async Task Muted_mail_is_not_sent_and_the_list_still_tells()
    {
        var (person, mission) = (await notifications.PersonAsync("Camille"), await notifications.MissionAsync(_organisation, []));
        using var me = notifications.As(Caller.Person(person.Id));
        var before = await me.GetAsync(Preferences).ReadJsonAsync();
        Assert.Equal(66, before["items"]!.AsArray().Count);
        Assert.All(before["items"]!.AsArray(), item => Assert.Equal("at-once", (string?)item!["pace"]));

        var muted = new { items = new[] { new { kind = "application-acknowledged", channel = "e-mail", pace = "never" } } };
        await me.PutJsonAsync(Preferences, muted).ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await me.PutJsonAsync(Preferences, muted, ifMatch: "\"0\"").ExpectAsync(HttpStatusCode.OK);
        await me.PutJsonAsync(Preferences, muted, ifMatch: "\"0\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");

        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, _organisation, person.Id, notifications.Clock.GetUtcNow()));
        await notifications.Bus.PublishAsync(new ApplicationAccepted(Guid.CreateVersion7(), 3, mission, _organisation, person.Id, null, notifications.Clock.GetUtcNow()));
        await notifications.Mails.WaitForAsync(person.Email, "C'est oui", stop: TestContext.Current.CancellationToken);
        await ListedAsync(person, 2);
        Assert.Single(notifications.To(person));
    }

    [Fact]
    public async Task One_click_unsubscribes_and_following_the_link_does_not()
    {
        var (person, mission) = (await notifications.PersonAsync("Camille"), await notifications.MissionAsync(_organisation, []));
        await AcknowledgeAsync(person, mission);
        var mail = await notifications.Mails.WaitForAsync(person.Email, stop: TestContext.Current.CancellationToken);
        var link = mail.Links.Single(uri => uri.AbsolutePath.EndsWith("/unsubscribe", StringComparison.Ordinal)).PathAndQuery;

        using var mailProgram = notifications.As(null);
        var page = await (await mailProgram.GetAsync(link).ExpectAsync(HttpStatusCode.OK)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        using var me = notifications.As(Caller.Person(person.Id));
        Assert.Equal("at-once", await PaceAsync(me));

        for (var click = 0; click < 2; click++)
        {
            using var content = new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded");
            await mailProgram.PostAsync(link, content).ExpectAsync(HttpStatusCode.OK);
        }

        Assert.Equal("never", await PaceAsync(me));
        await AcknowledgeAsync(person, mission);
        await ListedAsync(person, 2);
        Assert.Single(notifications.To(person));
    }

    [Theory, InlineData("AAAA"), InlineData("")]
    public async Task A_token_that_we_did_not_sign_unsubscribes_nobody(string token)
    {
        using var visitor = notifications.As(null);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            await visitor.SendJsonAsync(method, $"{Mine}/unsubscribe?token={token}", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        }
    }

    [Fact]
    public async Task Who_unsubscribes_drops_what_still_waits()
    {
        var person = new Person(Guid.CreateVersion7(), "Camille", "fr");
        var mission = await notifications.MissionAsync(_organisation, []);
        await AcknowledgeAsync(person, mission);
        await ListedAsync(person, 1);
        using var me = notifications.As(Caller.Person(person.Id));
        await me.PutJsonAsync(Preferences, new { items = new[] { new { kind = "application-acknowledged", channel = "e-mail", pace = "never" } } }, ifMatch: "\"0\"").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(0, await Sql.CountAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{person.Id}' AND channel = 'EMail'"));
    }

    [Fact]
    public async Task Bad_preferences_name_the_field()
    {
        using var me = notifications.As(Caller.Person());
        await me.PutJsonAsync(Preferences, new { }, ifMatch: "\"0\"").ExpectInvalidAsync("items");
        await me.PutJsonAsync(Preferences, new { items = new object?[] { null } }, ifMatch: "\"0\"").ExpectInvalidAsync("items[0]");
        await me.PutJsonAsync(Preferences, new { items = new[] { new { kind = "application-accepted" } } }, ifMatch: "\"0\"").ExpectInvalidAsync("items[0].channel", "items[0].pace");
        await me.PutJsonAsync(Preferences, new { items = new[] { new { kind = "gossip", channel = "e-mail", pace = "never" } } }, ifMatch: "\"0\"").ExpectInvalidAsync("items[0].kind");
        await me.PutJsonAsync(Preferences, new { items = new[] { new { kind = "member-invited", channel = "e-mail", pace = "never" } } }, ifMatch: "\"0\"").ExpectInvalidAsync("items[0].kind");
        var twice = new { kind = "application-accepted", channel = "e-mail", pace = "never" };
        await me.PutJsonAsync(Preferences, new { items = new[] { twice, twice } }, ifMatch: "\"0\"").ExpectInvalidAsync("items");
        await me.GetAsync($"{Mine}?limit=101").ExpectInvalidAsync("limit");
    }

    [Fact]
    public async Task Nobody_without_a_token_gets_in()
    {
        using var visitor = notifications.As(null);
        await visitor.GetAsync(Mine).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        await visitor.GetAsync(Preferences).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    private Task AcknowledgeAsync(Person person, Guid mission) => notifications.Bus.PublishAsync(
        new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, _organisation, person.Id, notifications.Clock.GetUtcNow()));

    private async Task ListedAsync(Person person, int count)
    {
        using var me = notifications.As(Caller.Person(person.Id));
        await Eventually.TrueAsync(async () => (await me.GetAsync(Mine).ReadJsonAsync())["items"]!.AsArray().Count == count, $"{count} things are listed");
    }

    private static async Task<string?> PaceAsync(HttpClient me)
    {
        var items = (await me.GetAsync(Preferences).ReadJsonAsync())["items"]!.AsArray();
        return (string?)items.Single(item => (string?)item!["kind"] == "application-acknowledged" && (string?)item["channel"] == "e-mail")!["pace"];
    }
}
