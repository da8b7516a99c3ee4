using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class SavedSearchTests(Site site) : IClassFixture<Site>, IDisposable
{
    private const string Search = "quoi=devoirs&ou=Lyon&rayon=30&domaine=education";
    private static readonly Guid First = new("0193e000-0000-7000-8000-000000000001");

    public void Dispose() => site.Stub.Clear();

    [Fact]
    public async Task A_visitor_signs_in_and_comes_back_to_save_the_search()
    {
        site.Stub.Identity.Next = Person.Named("Claire");
        using var browser = site.Open();
        var results = await browser.GoAsync($"/missions?{Search}");

        var page = await browser.GoAsync(results.Element(".results-actions .button").GetAttribute("href")!);

        Assert.Equal($"/recherches/nouvelle?{Search}", page.Path);
        Assert.Equal("devoirs, à moins de 30 km de Lyon, éducation", page.Element("input[name=name]").GetAttribute("value"));
        Assert.Equal($"/missions?{Search}", page.Element(".back a").GetAttribute("href"));
    }

    [Fact]
    public async Task Saving_sends_the_services_own_query_once_and_leads_to_the_list()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync($"/recherches/nouvelle?{Search}&tri=date&suite=apres");

        var after = await browser.SendAsync(page, "main form", ("name", "Mes devoirs"), ("alerts", "weekly"));

        var call = site.Stub.Calls.Single(call => call.Method == "POST");
        using var body = JsonDocument.Parse(call.Body!);
        Assert.Equal(
            ("Mes devoirs", "q=devoirs&near=45.758,4.835&radiusKm=30&domain=education&sort=date", "weekly"),
            (Text(body, "name"), Text(body, "query"), Text(body, "alerts")));
        Assert.Equal(page.Element("input[name=cle]").GetAttribute("value"), call.IdempotencyKey);
        Assert.Equal("/recherches?fait=recherche", after.Path);
        Assert.Contains("Votre recherche est enregistrée", after.Text("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_a_name_is_not_sent_and_what_was_chosen_stays()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync($"/recherches/nouvelle?{Search}");

        var after = await browser.SendAsync(page, "main form", ("name", ""), ("alerts", "never"));

        Assert.Equal((400, "Donnez un nom à cette recherche."), (after.Status, after.Text("#erreurs li")));
        Assert.True(after.Element("input[value=never]").HasAttribute("checked"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task What_the_service_refuses_comes_back_at_its_field()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync($"/recherches/nouvelle?{Search}");
        const string Refusal = "Vous avez déjà une recherche de ce nom.";
        site.Stub.Problem("POST", "/saved-searches", 422, "validation", "Refusé", new() { ["name"] = [Refusal] });

        var after = await browser.SendAsync(page, "main form");

        Assert.Equal((422, Refusal), (after.Status, after.Text("#champ-name-erreur")));
    }

    [Fact]
    public async Task The_list_says_each_search_in_words_and_runs_it()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));

        var page = await browser.GoAsync("/recherches");

        Assert.Equal(
            ["« devoirs » · À moins de 30 km du lieu choisi · Éducation · mercredi après-midi", "À distance"],
            page.Texts(".search-summary"));
        Assert.Equal(
            [
                "/missions?quoi=devoirs&pres=45.758,4.835&rayon=30&domaine=education&quand=mer-apres-midi&tri=distance",
                "/missions?presence=full&tri=recentes",
            ],
            page.Document.QuerySelectorAll(".saved-search h2 a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Another_frequency_is_sent_with_the_version_seen()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync("/recherches");

        var after = await browser.SendAsync(page, ".saved-search form", ("alerts", "at-once"));

        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        Assert.Equal(($"/api/v1/saved-searches/{First}", "\"2\""), (call.Path, call.IfMatch));
        using var body = JsonDocument.Parse(call.Body!);
        Assert.Equal(("Devoirs près de Lyon", "at-once"), (Text(body, "name"), Text(body, "alerts")));
        Assert.Equal("/recherches?fait=recherche-modifiee", after.Path);
    }

    [Fact]
    public async Task A_list_that_tells_no_version_is_asked_for_it_when_it_counts()
    {
        var (kept, changed) = (site.Stub.Data.SavedSearches[0], site.Stub.Data.SavedSearches[0] with { Version = null });
        site.Stub.Data.SavedSearches[0] = changed;
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var page = await browser.GoAsync("/recherches");

        await browser.SendAsync(page, ".saved-search form", ("alerts", "never"));

        Assert.Equal("\"3\"", site.Stub.Calls.Single(call => call.Method == "PUT").IfMatch);
        site.Stub.Data.SavedSearches[0] = kept;
    }

    [Fact]
    public async Task Deleting_asks_first_and_then_deletes()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        var list = await browser.GoAsync("/recherches");
        var question = await browser.GoAsync(list.Element("a[href$='/supprimer']").GetAttribute("href")!);
        Assert.Equal("Supprimer « Devoirs près de Lyon » ?", question.Text("h1"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "DELETE");

        var after = await browser.SendAsync(question, "main form");

        Assert.Equal($"/api/v1/saved-searches/{First}", site.Stub.Calls.Single(call => call.Method == "DELETE").Path);
        Assert.Equal("/recherches?fait=recherche-supprimee", after.Path);
    }

    [Fact]
    public async Task A_search_that_is_not_theirs_does_not_exist()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(404, (await browser.GoAsync($"/recherches/{Guid.CreateVersion7()}/supprimer")).Status);
    }

    [Fact]
    public async Task Saved_names_and_queries_of_others_apps_are_shown_as_text()
    {
        const string Query = "q=%3Cimg%20src=x%3E&domain=\"><b>&near=abc";
        site.Stub.Data.SavedSearches.Add(new(Guid.CreateVersion7(), "<script>alert(1)</script>", Query, "jamais-vu", StubData.Now, 1));
        using var browser = await site.OpenAsync(Person.Named("Claire"));

        var page = await browser.GoAsync("/recherches");

        Assert.Empty(page.Document.QuerySelectorAll("main script, main img, main b"));
        Assert.Equal("<script>alert(1)</script>", page.Texts(".saved-search h2")[^1]);
        Assert.Equal("« <img src=x> »", page.Texts(".search-summary")[^1]);
        site.Stub.Data.SavedSearches.RemoveAt(site.Stub.Data.SavedSearches.Count - 1);
    }

    [Fact]
    public async Task Services_that_are_away_give_the_kind_page()
    {
        using var browser = await site.OpenAsync(Person.Named("Claire"));
        site.Stub.IsDown = true;
        Assert.Equal(503, (await browser.GoAsync("/recherches")).Status);
    }

    private static string? Text(JsonDocument body, string name) => body.RootElement.GetProperty(name).GetString();
}
