using System.Diagnostics;
using System.Net;
using Benevolat.Contracts.Missions;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Npgsql;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class People_are_invited(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();
    private readonly string _email = $"malik.{Guid.NewGuid():N}@exemple.fr";

    [Fact]
    public async Task Who_has_the_link_and_the_address_joins_once()
    {
        var id = await service.RegisterAsync(_owner, "Les Passeurs");
        var invited = await InviteAsync(id, new { email = $" {_email} ", role = "manager", name = "Malik B." });
        Assert.Equal((_email, MemberRole.Manager, "Les Passeurs", "fr", 14), (invited.Email, invited.Role, invited.OrganisationName, invited.Language, (invited.ExpiresAt - invited.At).Days));

        var seen = await service.GetJsonAsync(null, $"invitations/{invited.Token}");
        Assert.Equal(
            ("Les Passeurs", "manager", "m…@exemple.fr", "Malik B."),
            ((string?)seen["organisation"]!["name"], (string?)seen["role"], (string?)seen["email"], (string?)seen["name"]));

        var acceptance = $"{Api}/invitations/{invited.Token}/acceptance";
        await service.As(null).PostJsonAsync(acceptance, new { name = "Malik" }).ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        foreach (var other in new[] { Caller.Person(), Caller.Person(email: "somebody.else@exemple.fr") })
        {
            await service.As(other).PostJsonAsync(acceptance, new { name = "Malik" }).ExpectProblemAsync(HttpStatusCode.Forbidden, "invitation.other-address");
        }

        var person = Caller.Person(email: _email.ToUpperInvariant());
        using var client = service.As(person);
        await client.PostJsonAsync(acceptance, new { }).ExpectInvalidAsync("name");
        var joined = await client.PostJsonAsync(acceptance, new { name = "Malik" }).ReadJsonAsync();
        Assert.Equal((id.ToString(), "manager"), ((string?)joined["organisationId"], (string?)joined["role"]));
        Assert.Equal(MemberRole.Manager, (await service.Bus.HearAsync<OrganisationMembershipChanged>(message => message.AccountId == person.AccountId)).Role);
        Assert.Equal("Malik", (string?)(await service.GetJsonAsync(person, $"organisations/{id}/members"))["items"]!.AsArray()[^1]!["name"]);

        await client.PostJsonAsync(acceptance, new { name = "Malik" }).ExpectProblemAsync(HttpStatusCode.Conflict, "invitation.used");
        await service.As(null).GetAsync(new Uri($"{Api}/invitations/{invited.Token}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Gone, "invitation.used");
        Assert.Equal(0, await CountAsync(_email));
    }

    [Fact]
    public async Task A_new_invitation_takes_the_place_of_the_one_before_and_a_revoked_one_is_good_for_nothing()
    {
        var id = await service.RegisterAsync(_owner);
        var first = await InviteAsync(id, new { email = _email, role = "manager" });
        var second = await InviteAsync(id, new { email = _email.ToUpperInvariant(), role = "welcomer" }, except: first.InvitationId);
        await ExpectOverAsync(first.Token);
        var item = Assert.Single((await service.GetJsonAsync(_owner, $"organisations/{id}/invitations"))["items"]!.AsArray())!;
        Assert.Equal((second.InvitationId, "welcomer", _email.ToUpperInvariant()), (Id(item), (string?)item["role"], (string?)item["email"]));

        var path = $"{Api}/organisations/{id}/invitations/{second.InvitationId}";
        await service.As(_owner).SendJsonAsync(HttpMethod.Delete, path, null).ExpectAsync(HttpStatusCode.NoContent);
        await service.As(_owner).SendJsonAsync(HttpMethod.Delete, path, null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await ExpectOverAsync(second.Token);
        Assert.Equal(0, await CountAsync(_email));
    }

    [Fact]
    public async Task After_a_fortnight_it_is_over_and_the_address_is_forgotten()
    {
        var id = await service.RegisterAsync(_owner);
        var invited = await InviteAsync(id, new { email = _email, role = "manager", name = "Malik" });
        await ExecuteAsync($"UPDATE organisation_invitations SET expires_at = now() - interval '1 minute' WHERE id = '{invited.InvitationId}'");
        await ExpectOverAsync(invited.Token);
        Assert.Empty((await service.GetJsonAsync(_owner, $"organisations/{id}/invitations"))["items"]!.AsArray());
        await Eventually.TrueAsync(async () => await CountAsync(_email) == 0, "the address is forgotten");
    }

    [Fact]
    public async Task Only_owners_invite_and_no_more_than_fifty()
    {
        var (manager, stranger) = (Caller.Person(), Caller.Person());
        var id = await service.RegisterAsync(_owner);
        await service.As(_owner).PutJsonAsync($"{Api}/organisations/{id}/members/{manager.AccountId}", new { role = "manager" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        var list = $"{Api}/organisations/{id}/invitations";
        foreach (var (caller, status) in new[] { (manager, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound), (Caller.Moderator(), HttpStatusCode.NotFound) })
        {
            await service.As(caller).PostJsonAsync(list, new { email = _email, role = "owner" }).ExpectAsync(status);
            await service.As(caller).GetAsync(new Uri(list, UriKind.Relative)).ExpectAsync(status);
        }

        using var owner = service.As(_owner);
        await owner.PostJsonAsync(list, new { }).ExpectInvalidAsync("email", "role");
        foreach (var wrong in new[] { "malik", "a@b", "a@b.fr, c@d.fr", "Malik <a@b.fr>", "a@b.fr\r\nBcc: c@d.fr" })
        {
            await owner.PostJsonAsync(list, new { email = wrong, role = "manager" }).ExpectInvalidAsync("email");
        }

        for (var number = 0; number < 50; number++) { await owner.PostJsonAsync(list, new { email = $"{number}.{_email}", role = "welcomer" }).ExpectAsync(HttpStatusCode.Created); }
        await owner.PostJsonAsync(list, new { email = _email, role = "welcomer" }).ExpectProblemAsync(HttpStatusCode.Conflict, "invitation.too-many");
        await owner.PostJsonAsync(list, new { email = $"7.{_email}", role = "welcomer" }).ExpectAsync(HttpStatusCode.Created);

        // Revoked ones make room in the list, but each was a message all the same.
        await ExecuteAsync($"UPDATE organisation_invitations SET state = 'revoked' WHERE organisation_id = '{id}'", 51);
        await owner.PostJsonAsync(list, new { email = $"51.{_email}", role = "welcomer" }).ExpectAsync(HttpStatusCode.Created);
        await ExecuteAsync(
            $"""
            INSERT INTO organisation_invitations (id, organisation_id, role, token_hash, state, invited_by, invited_at, expires_at, version)
            SELECT gen_random_uuid(), organisation_id, role, sha256(id::text::bytea), 'revoked', invited_by, invited_at, expires_at, 1
            FROM organisation_invitations WHERE organisation_id = '{id}' LIMIT 48
            """, 48);
        await owner.PostJsonAsync(list, new { email = $"52.{_email}", role = "welcomer" }).ExpectProblemAsync(HttpStatusCode.Conflict, "invitation.too-many-today");
    }

    [Fact]
    public async Task A_suspended_organisation_invites_nobody()
    {
        var id = await service.RegisterAsync(_owner);
        await service.MoveOrganisationAsync(Caller.Moderator(), id, "suspension", new { reason = "Plainte" });
        await service.As(_owner).PostJsonAsync($"{Api}/organisations/{id}/invitations", new { email = _email, role = "manager" })
            .ExpectProblemAsync(HttpStatusCode.Conflict, "organisation.suspended");
    }

    [Fact]
    public async Task Who_is_a_member_already_keeps_their_role()
    {
        var owner = Caller.Person(email: _email);
        var id = await service.RegisterAsync(owner);
        var invited = await InviteAsync(id, new { email = _email, role = "welcomer" }, inviter: owner);
        var joined = await service.As(owner).PostJsonAsync($"{Api}/invitations/{invited.Token}/acceptance", new { name = "Odile" }).ReadJsonAsync();
        Assert.Equal("owner", (string?)joined["role"]);
    }

    [Fact]
    public async Task The_address_and_the_secret_travel_in_one_event_and_stand_nowhere_else()
    {
        var id = await service.RegisterAsync(_owner);
        var key = Guid.NewGuid().ToString();
        var spans = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var invited = await InviteAsync(id, new { email = _email, role = "manager" }, key: key);
        await service.GetJsonAsync(null, $"invitations/{invited.Token}");

        Assert.All(
            service.Bus.Everything.Where(message => message.Type != "missions.member-invited.v1"),
            message => Assert.DoesNotContain(_email, message.Json, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await CountAsync(invited.Token));
        Assert.Equal(0, await ScalarAsync($"SELECT count(*) FROM http.idempotency_keys WHERE key = '{key}' AND convert_from(body, 'UTF8') LIKE '%{_email}%'"));
        Assert.Equal(1, await ScalarAsync($"SELECT count(*) FROM http.idempotency_keys WHERE key = '{key}'"));
        await Eventually.TrueAsync(() => Task.FromResult(spans.Any(span => $"{span.GetTagItem("url.path")}" == "/api/v1/invitations/…")), "the span says that it hid something");
        Assert.DoesNotContain(spans.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains(invited.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_link_is_not_found(string token)
    {
        await service.As(null).GetAsync(new Uri($"{Api}/invitations/{token}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await service.As(_owner).PostJsonAsync($"{Api}/invitations/{token}/acceptance", new { name = "Malik" }).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    private async Task<MemberInvited> InviteAsync(Guid organisation, object body, Caller? inviter = null, string? key = null, Guid? except = null)
    {
        using var client = service.As(inviter ?? _owner);
        var created = Id(await client.PostJsonAsync($"{Api}/organisations/{organisation}/invitations", body, idempotencyKey: key).ReadJsonAsync(HttpStatusCode.Created));
        Assert.NotEqual(except, created);
        return await service.Bus.HearAsync<MemberInvited>(message => message.InvitationId == created);
    }

    private async Task ExpectOverAsync(string token)
    {
        await service.As(null).GetAsync(new Uri($"{Api}/invitations/{token}", UriKind.Relative)).ExpectProblemAsync(HttpStatusCode.Gone, "invitation.over");
        await service.As(Caller.Person(email: _email)).PostJsonAsync($"{Api}/invitations/{token}/acceptance", new { name = "Malik" })
            .ExpectProblemAsync(HttpStatusCode.Gone, "invitation.over");
    }

    /// <summary>Invitations in which a text stands anywhere.</summary>
    private Task<long> CountAsync(string text) =>
        ScalarAsync($"SELECT count(*) FROM organisation_invitations AS row WHERE lower(row::text) LIKE '%{text.ToLowerInvariant()}%'");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, int rows = 1)
    {
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(sql);
        Assert.Equal(rows, await command.ExecuteNonQueryAsync());
    }
}
