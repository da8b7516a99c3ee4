using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Notifications;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Notifications.Tests.Features;

public sealed class Operators_see_and_replay(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    private const string Deliveries = "/api/v1/ops/notifications/deliveries";
    private readonly HttpClient _operator = notifications.As(Caller.Operator());

    [Fact]
    public async Task An_unknown_address_is_parked_at_once_then_replayed_by_an_operator()
    {
        var owner = await notifications.PersonAsync("Odile");
        notifications.Refusal = address => address == owner.Email ? $"550 5.1.1 <{address}> unknown" : null;
        var cause = await SubmitAsync(owner);
        var parked = await notifications.Bus.HearAsync<NotificationParked>(told => told.Cause == cause);
        Assert.Equal((owner.Id, "application-submitted", "e-mail"), (parked.AccountId, parked.Kind, parked.Channel));

        var item = await FindAsync("parked", parked.DeliveryId);
        Assert.Equal("smtp 550", (string?)item["lastError"]);
        Assert.Equal(1, (int)item["attempts"]!);
        Assert.DoesNotContain("mail.test", item.ToJsonString(), StringComparison.Ordinal);

        notifications.Refusal = null;
        await _operator.PostJsonAsync($"{Deliveries}/{parked.DeliveryId}/replay", null).ExpectAsync(HttpStatusCode.NoContent);
        await notifications.Mails.WaitForAsync(owner.Email, stop: TestContext.Current.CancellationToken);
        await notifications.Bus.HearAsync<NotificationDelivered>(told => told.DeliveryId == parked.DeliveryId);
        await _operator.PostJsonAsync($"{Deliveries}/{parked.DeliveryId}/replay", null).ExpectProblemAsync(HttpStatusCode.Conflict, "delivery.not-parked");
    }

    [Fact]
    public async Task A_passing_refusal_is_tried_again_and_too_many_are_parked()
    {
        var (patient, hopeless) = (await notifications.PersonAsync("Odile"), await notifications.PersonAsync("Malik"));
        notifications.Refusal = address => address == patient.Email || address == hopeless.Email ? "451 4.3.0 Later" : null;
        await SubmitAsync(patient);
        var cause = await SubmitAsync(hopeless);
        await AttemptsAsync(patient, 1);
        notifications.Refusal = address => address == hopeless.Email ? "451 4.3.0 Later" : null;
        notifications.Clock.Advance(TimeSpan.FromSeconds(6));
        await notifications.Mails.WaitForAsync(patient.Email, stop: TestContext.Current.CancellationToken);
        for (var attempt = 2; attempt <= 3; attempt++)
        {
            notifications.Clock.Advance(TimeSpan.FromSeconds(11));
            await AttemptsAsync(hopeless, attempt);
        }

        await notifications.Bus.HearAsync<NotificationParked>(told => told.Cause == cause);
        Assert.Empty(notifications.To(hopeless));
    }

    [Fact]
    public async Task Lists_page_and_name_what_is_wrong_with_a_question()
    {
        var owner = await notifications.PersonAsync("Odile");
        for (var count = 0; count < 3; count++) { await SubmitAsync(owner); }
        await Eventually.TrueAsync(() => Task.FromResult(notifications.To(owner).Count == 3), "three were sent");

        var first = await _operator.GetAsync($"{Deliveries}?state=sent&limit=2").ReadJsonAsync();
        Assert.Equal(2, first["items"]!.AsArray().Count);
        var second = await _operator.GetAsync($"{Deliveries}?state=sent&limit=2&cursor={first["next"]}").ReadJsonAsync();
        Assert.NotEqual((string?)first["items"]![1]!["id"], (string?)second["items"]![0]!["id"]);
        await _operator.GetAsync($"{Deliveries}?state=parked&cursor={first["next"]}").ExpectInvalidAsync("cursor");
        await _operator.GetAsync($"{Deliveries}?state=lost").ExpectInvalidAsync("state");
        await _operator.GetAsync($"{Deliveries}?limit=0").ExpectInvalidAsync("limit");
        await _operator.PostJsonAsync($"{Deliveries}/{Guid.CreateVersion7()}/replay", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Only_operators_get_in()
    {
        using var person = notifications.As(Caller.Person());
        await person.GetAsync(Deliveries).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await person.PostJsonAsync($"{Deliveries}/{Guid.CreateVersion7()}/replay", null).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        using var visitor = notifications.As(null);
        await visitor.GetAsync(Deliveries).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
    }

    private async Task<Guid> SubmitAsync(Person owner)
    {
        var organisation = Guid.CreateVersion7();
        var mission = await notifications.MissionAsync(organisation, [owner]);
        var cause = Guid.CreateVersion7();
        await notifications.Bus.PublishAsync(notifications.Submitted(organisation, mission), cause);
        return cause;
    }

    private Task AttemptsAsync(Person person, int attempts) => Eventually.TrueAsync(
        () => Sql.AnyAsync(notifications.Database, $"SELECT count(*) FROM deliveries WHERE recipient_id = '{person.Id}' AND attempts = {attempts}"), $"attempt {attempts} was made");

    private async Task<JsonNode> FindAsync(string state, Guid id)
    {
        var page = await _operator.GetAsync($"{Deliveries}?state={state}&limit=100").ReadJsonAsync();
        return page["items"]!.AsArray().Single(item => (string?)item!["id"] == id.ToString())!;
    }
}
