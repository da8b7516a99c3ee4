using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class TeamTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Team = $"/association/{StubData.OrganisationId}/equipe";
    private static readonly string Api = $"/api/v1/organisations/{StubData.OrganisationId}";
    private readonly Person samia = Person.Named("Samia");
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(samia);

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task An_owner_sees_members_requests_and_invitations()
    {
        var page = await browser.GoAsync(Team);
        Assert.Equal(
            ["Camille D.", "Samia K. (vous)", "Malik B.", "Un membre sans nom", "une-adresse-plutot-longue@passerelles-du-rhone.example"],
            page.Texts(".row h3"));
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("welcomer")]
    public async Task Others_see_the_members_and_may_leave_and_nothing_else(string role)
    {
        site.Stub.Answer("GET", $"/organisations/{StubData.OrganisationId}/members", http =>
        {
            http.Response.Headers.ETag = "\"3\"";
            return Microsoft.AspNetCore.Http.Results.Json(new { items = new[] { new { accountId = samia.Id, role, name = "Samia", joinedAt = StubData.Now }, new { accountId = Guid.NewGuid(), role = "owner", name = "Léa", joinedAt = StubData.Now } } });
        });
        var page = await browser.GoAsync(Team);

        Assert.Equal(["Quitter l’équipe"], page.Texts("main form button"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Path.EndsWith("invitations", StringComparison.Ordinal) || call.Path.Contains("join-requests", StringComparison.Ordinal));

        var after = await browser.SendAsync(page, "main form");
        Assert.Equal("/association?fait=depart", after.Path);
        Assert.Equal(($"{Api}/members/{samia.Id}", "\"3\""), site.Stub.Calls.Where(call => call.Method == "DELETE").Select(call => (call.Path, call.IfMatch!)).Single());
    }

    [Fact]
    public async Task A_role_is_changed_with_the_version_seen()
    {
        const string malik = "0193f000-0000-7000-8000-000000000001";
        var after = await browser.SendAsync(await browser.GoAsync(Team), $"form:has([name='role-{malik}'])", ($"role-{malik}", "owner"));

        Assert.Equal($"{Team}?fait=role", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        Assert.Equal(($"{Api}/members/{malik}", "\"3\"", """{"role":"owner"}"""), (call.Path, call.IfMatch, call.Body));
    }

    [Fact]
    public async Task Inviting_sends_address_role_and_name_once()
    {
        var form = await browser.GoAsync(Team);
        await browser.SendAsync(form, "form:has([name=email])", ("email", "ines@exemple.fr"), ("role", "welcomer"), ("name", "Inès"));
        var after = await browser.SendAsync(form, "form:has([name=email])", ("email", "ines@exemple.fr"), ("role", "welcomer"), ("name", "Inès"));

        Assert.Equal($"{Team}?fait=invitation", after.Path);
        var calls = site.Stub.Calls.Where(call => call.Method == "POST").ToList();
        using var sent = JsonDocument.Parse(calls[0].Body!);
        Assert.Equal(("ines@exemple.fr", "welcomer"), (sent.RootElement.GetProperty("email").GetString(), sent.RootElement.GetProperty("role").GetString()));
        Assert.Equal(calls[0].IdempotencyKey, calls[1].IdempotencyKey);
    }

    [Fact]
    public async Task Inviting_nobody_is_said_at_the_field_and_what_was_chosen_stays()
    {
        var page = await browser.SendAsync(await browser.GoAsync(Team), "form:has([name=email])", ("email", ""), ("role", "owner"));
        Assert.Equal((400, "#champ-email"), (page.Status, page.Element("#erreurs a").GetAttribute("href")));
        Assert.NotNull(page.Document.QuerySelector("#champ-role option[value=owner][selected]"));
    }

    [Theory]
    [InlineData(".row form:has(select)", "acceptance", """{"role":"welcomer"}""", "demande-acceptee")]
    [InlineData(".row form:has(button.quiet)", "refusal", null, "demande-refusee")]
    public async Task A_request_to_join_is_answered_by_a_button(string form, string answer, string? body, string done)
    {
        var after = await browser.SendAsync(await browser.GoAsync(Team), form);
        Assert.Equal($"{Team}?fait={done}", after.Path);
        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        Assert.Equal(($"{Api}/join-requests/0193f000-0000-7000-8000-000000000004/{answer}", body), (call.Path, call.Body));
    }

    [Fact]
    public async Task An_invitation_is_withdrawn_by_a_button()
    {
        await browser.SendAsync(await browser.GoAsync(Team), "form:has(input[value='0193f000-0000-7000-8000-000000000003'])");
        Assert.Equal($"{Api}/invitations/0193f000-0000-7000-8000-000000000003", site.Stub.Calls.Single(call => call.Method == "DELETE").Path);
    }

    [Fact]
    public async Task Who_is_no_member_sees_no_team()
    {
        site.Stub.Problem("GET", $"/organisations/{StubData.OrganisationId}/members", 404, "http.not-found", "Rien ici");
        Assert.Equal(404, (await browser.GoAsync(Team)).Status);
    }

    [Fact]
    public async Task An_invitation_says_who_invites_and_asks_strangers_to_sign_in_first()
    {
        using var stranger = site.Open();
        var page = await stranger.GoAsync("/invitation/jeton");
        Assert.Equal("Les Passerelles du Rhône vous invite", page.Text("h1"));
        Assert.Empty(page.Texts("main form"));
        Assert.Equal("/inscription?retour=%2Finvitation%2Fjeton", page.Element("main .actions a").GetAttribute("href"));
    }

    [Fact]
    public async Task Accepting_an_invitation_leads_to_the_desk()
    {
        var after = await browser.SendAsync(await browser.GoAsync("/invitation/jeton"), "main form");
        Assert.Equal($"/association/{StubData.OrganisationId}?fait=membre", after.Path);
        Assert.Equal("""{"name":"Malik B."}""", site.Stub.Calls.Single(call => call.Method == "POST").Body);
    }

    [Theory]
    [InlineData(403, "Cette invitation a été envoyée à une autre adresse.")]
    [InlineData(409, "Cette invitation a déjà servi.")]
    [InlineData(410, "Cette invitation n'est plus valable.")]
    public async Task A_refused_acceptance_says_why(int status, string sentence)
    {
        site.Stub.Problem("POST", "/invitations/jeton/acceptance", status, "invitation.x", sentence);
        var page = await browser.SendAsync(await browser.GoAsync("/invitation/jeton"), "main form");
        Assert.Equal((status, sentence), (page.Status, page.Text("#erreurs li")));
    }

    [Fact]
    public async Task An_invitation_that_is_over_says_so_and_an_unknown_one_does_not_exist()
    {
        site.Stub.Problem("GET", "/invitations/passee", 410, "invitation.over", "Cette invitation n'est plus valable : demandez-en une nouvelle.");
        var over = await browser.GoAsync("/invitation/passee");
        Assert.Equal((410, "Cette invitation n'est plus valable : demandez-en une nouvelle."), (over.Status, over.Text(".lead")));

        site.Stub.Problem("GET", "/invitations/inconnue", 404, "http.not-found", "Rien ici");
        Assert.Equal(404, (await browser.GoAsync("/invitation/inconnue")).Status);
    }

    [Fact]
    public async Task Asking_to_join_sends_a_name_and_a_word()
    {
        var form = await browser.GoAsync($"/associations/{StubData.OrganisationId}/rejoindre");
        Assert.Equal("Rejoindre Les Passerelles du Rhône", form.Text("h1"));
        var after = await browser.SendAsync(form, "main form", ("name", "Samia K."), ("message", "Je viens le jeudi."));

        Assert.Equal("/association?fait=demande", after.Path);
        Assert.Equal("""{"name":"Samia K.","message":"Je viens le jeudi."}""", site.Stub.Calls.Single(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task One_that_is_not_public_yet_can_be_joined_without_its_name()
    {
        var page = await browser.GoAsync($"/associations/{Guid.CreateVersion7()}/rejoindre");
        Assert.Equal((200, "Rejoindre une association"), (page.Status, page.Text("h1")));
    }
}
