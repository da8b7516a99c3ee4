using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class VolunteerTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Mission = StubMissions.All[0].Id.ToString();
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Claire"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task Applying_sends_the_message_once_and_leads_to_the_application()
    {
        var form = await browser.GoAsync($"/postuler/{Mission}");
        var after = await browser.SendAsync(form, "main form", ("message", "Je suis libre le mercredi.\r\nÀ bientôt !"));
        await browser.SendAsync(form, "main form", ("message", "Je suis libre le mercredi.\r\nÀ bientôt !"));

        Assert.Equal("/candidatures/0193b000-0000-7000-8000-000000000001?fait=candidature", after.Path);
        Assert.Contains("Votre candidature est envoyée", after.Text("[role=status]"), StringComparison.Ordinal);
        var calls = site.Stub.Calls.Where(call => call.Method == "POST").ToList();
        Assert.Equal("Je suis libre le mercredi.\nÀ bientôt !", JsonDocument.Parse(calls[0].Body!).RootElement.GetProperty("message").GetString());
        Assert.Equal(calls[0].IdempotencyKey, calls[1].IdempotencyKey);
    }

    [Fact]
    public async Task Applying_without_a_message_says_so_at_the_field_and_in_the_summary()
    {
        var page = await browser.SendAsync(await browser.GoAsync($"/postuler/{Mission}"), "main form", ("message", ""));

        Assert.Equal(400, page.Status);
        var field = page.Element("#champ-message");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("champ-message-erreur", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("#champ-message", page.Element("#erreurs a").GetAttribute("href"));
    }

    [Fact]
    public async Task Applying_twice_is_explained_and_keeps_what_was_written()
    {
        site.Stub.Problem("POST", $"/missions/{Mission}/applications", 409, "application.exists", "Vous avez déjà une candidature pour cette mission.");
        var page = await browser.SendAsync(await browser.GoAsync($"/postuler/{Mission}"), "main form", ("message", "Encore moi"));

        Assert.Equal(409, page.Status);
        Assert.Contains("Vous avez déjà une candidature", page.Text("#erreurs"), StringComparison.Ordinal);
        Assert.Equal("Encore moi", page.Text("textarea"));
        Assert.Equal("/candidatures", page.Element("#erreurs p a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_profile_turns_boxes_into_hours_and_keeps_finer_choices()
    {
        var form = await browser.GoAsync("/profil");
        var after = await browser.SendAsync(form, "main form", ("firstName", "Clara"), ("hours", "wed-apres-midi"), ("hours", "fri-soir"), ("skills", "cuisine, secourisme ,cuisine"));

        Assert.Equal("/recommandations?fait=profil", after.Path);
        var puts = site.Stub.Calls.Where(call => call.Method == "PUT").ToList();
        using var profile = JsonDocument.Parse(puts[0].Body!);
        Assert.Equal("Clara", profile.RootElement.GetProperty("firstName").GetString());
        Assert.Equal("69123", profile.RootElement.GetProperty("place").GetProperty("communeCode").GetString());
        Assert.Equal(2, profile.RootElement.GetProperty("skills").GetArrayLength());
        Assert.Equal(("\"3\"", "\"4\""), (puts[0].IfMatch, puts[1].IfMatch));
        // Wednesday afternoon was 14 and 15 only, and stays so; Saturday was unticked; Friday evening is whole.
        Assert.Equal("""{"hours":["wed-14","wed-15","fri-18","fri-19","fri-20","fri-21"]}""", puts[1].Body);
    }

    [Fact]
    public async Task A_first_profile_asks_for_none_to_be_there()
    {
        var known = site.Stub.Data.Profile;
        site.Stub.Data.Profile = null;
        var page = await browser.SendAsync(await browser.GoAsync("/profil"), "main form", ("place", "69100"));
        site.Stub.Data.Profile = known;

        Assert.Equal("/recommandations", page.Path.Split('?')[0]);
        Assert.Equal("*", site.Stub.Calls.First(call => call.Method == "PUT").IfNoneMatch);
    }

    [Fact]
    public async Task A_commune_that_may_be_several_is_chosen_on_the_page()
    {
        var page = await browser.SendAsync(await browser.GoAsync("/profil"), "main form", ("place", "saint denis"), ("placeCode", ""));
        Assert.Equal(["Saint-Denis (93) 93200", "Saint-Denis (974) 97400"], page.Texts(".place-choices label"));

        await browser.SendAsync(page, "main form", ("placeCode", "97411"));
        Assert.Contains("\"communeCode\":\"97411\"", site.Stub.Calls.First(call => call.Method == "PUT").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_changed_meanwhile_is_said()
    {
        site.Stub.Problem("PUT", "/volunteers/me", 412, "http.precondition-failed", "Quelqu'un a modifié ceci entre-temps : relisez, puis recommencez.");
        var page = await browser.SendAsync(await browser.GoAsync("/profil"), "main form", ("firstName", "Clara"));

        Assert.Equal(412, page.Status);
        Assert.Contains("entre-temps", page.Text("#erreurs"), StringComparison.Ordinal);
        Assert.Equal("Clara", page.Element("#champ-firstName").GetAttribute("value"));
    }

    [Fact]
    public async Task A_services_complaint_about_a_field_stands_at_that_field()
    {
        site.Stub.Problem("PUT", "/volunteers/me", 400, "request.invalid", "…", new() { ["place.postcode"] = ["Le code postal a cinq chiffres."] });
        var page = await browser.SendAsync(await browser.GoAsync("/profil"), "main form");
        Assert.Equal("Le code postal a cinq chiffres.", page.Text("#champ-place-erreur"));
    }

    [Fact]
    public async Task Withdrawing_sends_the_version_seen()
    {
        var page = await browser.GoAsync("/candidatures/0193b000-0000-7000-8000-000000000001");
        var after = await browser.SendAsync(page, ".danger-zone form", ("reason", "found-another"));

        Assert.EndsWith("?fait=retrait", after.Path, StringComparison.Ordinal);
        var call = site.Stub.Calls.Last(call => call.Method == "POST");
        Assert.Equal(("\"2\"", """{"reason":"found-another"}"""), (call.IfMatch, call.Body));
    }

    [Fact]
    public async Task A_session_that_the_services_refuse_signs_in_again_and_comes_back()
    {
        var refused = 0;
        site.Stub.Answer("GET", "/volunteers/me/applications", _ => Interlocked.Increment(ref refused) == 1
            ? Microsoft.AspNetCore.Http.Results.Unauthorized()
            : Microsoft.AspNetCore.Http.Results.Json(new { items = site.Stub.Data.Applications }));
        var page = await browser.GoAsync("/candidatures");
        Assert.Equal((200, "/candidatures", 2), (page.Status, page.Path, refused));
    }
}
