using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Volunteers.Tests.Features;

public sealed class Who_sees_a_card(VolunteersService volunteers) : IClassFixture<VolunteersService>
{
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _application = Guid.CreateVersion7();
    private readonly Caller _manager = Caller.Person();

    [Theory, InlineData(MemberRole.Owner), InlineData(MemberRole.Manager), InlineData(MemberRole.Welcomer)]
    public async Task Members_of_an_organisation_that_the_volunteer_applied_to(MemberRole role)
    {
        var volunteer = await volunteers.PersonWithProfileAsync();
        await JoinAsync(_manager, role);
        await SubmitAsync(volunteer);
        var card = await SeenAsync(volunteer);
        Assert.Equal("Camille", (string?)card["firstName"]);
        Assert.Equal("Lyon", (string?)card["commune"]);
        Assert.False((bool)card["accepted"]!);
    }

    [Fact]
    public async Task Nobody_else_ever()
    {
        var volunteer = await volunteers.PersonWithProfileAsync();
        await JoinAsync(_manager, MemberRole.Owner);
        await SubmitAsync(volunteer);
        await SeenAsync(volunteer);

        var memberElsewhere = Caller.Person();
        await volunteers.Bus.PublishAsync(new OrganisationMembershipChanged(Guid.CreateVersion7(), 1, memberElsewhere.AccountId, MemberRole.Owner));
        foreach (var other in new[] { Caller.Person(), memberElsewhere, Caller.Moderator(), volunteer }) { await UnseenAsync(volunteer, other); }
        using var visitor = volunteers.As(null);
        await visitor.GetAsync(Card(volunteer)).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        using var manager = volunteers.As(_manager);
        await manager.GetAsync($"/api/v1/volunteers/{Guid.CreateVersion7()}/card").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task Who_left_the_organisation_no_longer_even_when_an_older_event_comes_late()
    {
        var volunteer = await volunteers.PersonWithProfileAsync();
        await JoinAsync(_manager, MemberRole.Manager, version: 2);
        await SubmitAsync(volunteer);
        await SeenAsync(volunteer);
        await JoinAsync(_manager, null, version: 3);
        await EventuallyUnseenAsync(volunteer);
        await JoinAsync(_manager, MemberRole.Manager, version: 2);
        using var manager = volunteers.As(_manager);
        await Eventually.StaysAsync(async () => (await manager.GetAsync(Card(volunteer))).StatusCode == HttpStatusCode.NotFound, "the card stays hidden", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_acceptance_is_said_and_survives_late_and_repeated_events()
    {
        var volunteer = await volunteers.PersonWithProfileAsync();
        await JoinAsync(_manager, MemberRole.Manager);
        var accepted = new ApplicationAccepted(_application, 3, Guid.CreateVersion7(), _organisation, volunteer.AccountId, null, volunteers.Clock.GetUtcNow());
        var id = Guid.CreateVersion7();
        await volunteers.Bus.PublishAsync(accepted, id);
        await volunteers.Bus.PublishAsync(accepted, id);
        Assert.True((bool)(await SeenAsync(volunteer))["accepted"]!);
        await SubmitAsync(volunteer);
        await Eventually.StaysAsync(async () => (bool)(await SeenAsync(volunteer))["accepted"]!, "the acceptance stands", TimeSpan.FromSeconds(1));
    }

    [Theory, InlineData("declined"), InlineData("withdrawn"), InlineData("expired")]
    public async Task Not_after_a_refusal_a_withdrawal_or_too_long_a_silence(string end)
    {
        var volunteer = await volunteers.PersonWithProfileAsync();
        await JoinAsync(_manager, MemberRole.Manager);
        await SubmitAsync(volunteer);
        await SeenAsync(volunteer);
        var (mission, now) = (Guid.CreateVersion7(), volunteers.Clock.GetUtcNow());
        await (end switch
        {
            "declined" => volunteers.Bus.PublishAsync(new ApplicationDeclined(_application, 2, mission, _organisation, volunteer.AccountId, DeclineReason.NoPlaceLeft, now)),
            "withdrawn" => volunteers.Bus.PublishAsync(new ApplicationWithdrawn(_application, 2, mission, _organisation, volunteer.AccountId, WithdrawalReason.FoundAnother, now)),
            _ => volunteers.Bus.PublishAsync(new ApplicationExpired(_application, 2, mission, _organisation, volunteer.AccountId, now)),
        });
        await EventuallyUnseenAsync(volunteer);
    }

    private Task JoinAsync(Caller member, MemberRole? role, long version = 1) =>
        volunteers.Bus.PublishAsync(new OrganisationMembershipChanged(_organisation, version, member.AccountId, role));

    private Task SubmitAsync(Caller volunteer)
    {
        var now = volunteers.Clock.GetUtcNow();
        return volunteers.Bus.PublishAsync(new ApplicationSubmitted(_application, 1, Guid.CreateVersion7(), _organisation, volunteer.AccountId, now, now.AddDays(3)));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> SeenAsync(Caller volunteer)
    {
        using var manager = volunteers.As(_manager);
        await Eventually.TrueAsync(async () => (await manager.GetAsync(Card(volunteer))).IsSuccessStatusCode, "the card is visible");
        return await manager.GetAsync(Card(volunteer)).ReadJsonAsync();
    }

    private async Task EventuallyUnseenAsync(Caller volunteer)
    {
        using var manager = volunteers.As(_manager);
        await Eventually.TrueAsync(async () => (await manager.GetAsync(Card(volunteer))).StatusCode == HttpStatusCode.NotFound, "the card is hidden again");
    }

    private async Task UnseenAsync(Caller volunteer, Caller by)
    {
        using var client = volunteers.As(by);
        await client.GetAsync(Card(volunteer)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    private static string Card(Caller volunteer) => $"/api/v1/volunteers/{volunteer.AccountId}/card";
}
