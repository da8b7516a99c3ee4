using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Benevolat.Web.Tests.Stub;
using Benevolat.Web.Text;

namespace Benevolat.Web.Tests.Pages;

public sealed partial class EnglishTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Organisation = StubData.OrganisationId.ToString();
    private static readonly string Mission = StubMissions.All[0].Id.ToString();

    /// <summary>Names, and what a French word is in English too; longer ones first, since some begin others.</summary>
    private static readonly IReadOnlyList<string> Names =
    [
        .. Departments.All.Select(department => department.Label.Replace('\'', '’')), "Devoirs près de Lyon", "Tout ce qui se fait de chez moi", "Les Passerelles du Rhône", "Jardins de la Croix-Rousse", "une-adresse-plutot-longue@passerelles-du-rhone.example",
        "12 rue des Tisserands",
        "Saint-Étienne", "Français", "Départements", "départements", "Département", "département", "préfecture", "Réunion",
    ];

    private Browser browser = null!;

    public static TheoryData<string> Pages =>
    [
        "/", "/missions?quoi=devoirs&ou=Lyon&rayon=30&domaine=education&du=2026-12-01&quand=mer-apres-midi", "/missions?quoi=introuvable&ou=Nulleparville", "/missions/carte",
        "/missions?quoi=devoirs+piano&ou=Saint-Denis", $"/missions/{Mission}", $"/missions/{StubMissions.All[1].Id}", $"/postuler/{Mission}", "/profil", "/recherches?fait=recherche",
        "/recherches/nouvelle?quoi=devoirs&ou=Lyon", "/candidatures?fait=retrait", "/candidatures/0193b000-0000-7000-8000-000000000001", $"/associations/{Organisation}", "/association", $"/association/{Organisation}",
        "/association/inscrire", $"/association/inscrire/{StubData.DraftId}?etape=2", $"/association/inscrire/{StubData.DraftId}?etape=3", $"/association/{Organisation}/equipe?fait=invitation",
        "/invitation/jeton", $"/associations/{Organisation}/rejoindre", $"/association/{Organisation}/missions/nouvelle", $"/association/missions/{Mission}", $"/association/missions/{Mission}/modifier",
        $"/association/{Organisation}/candidatures", "/association/candidatures/0193b000-0000-7000-8000-000000000001", "/moderation", "/moderation/candidatures",
        "/recommandations", "/pour-vous?ou=Lyon&rayon=15", "/candidatures/0193b000-0000-7000-8000-000000000002", "/candidatures/0193b000-0000-7000-8000-000000000004", "/candidatures/0193b000-0000-7000-8000-000000000005",
        "/candidatures/0193b000-0000-7000-8000-000000000003/avis", $"/missions/{StubMissions.All[1].Id}/creneaux", "/mes-creneaux", "/mes-creneaux?passes=oui", "/pointage/K7PM", "/pointage/hors-ligne",
        "/association/candidatures/0193b000-0000-7000-8000-000000000002", $"/association/missions/{StubMissions.All[1].Id}/planning", $"/association/missions/{StubMissions.All[1].Id}/pointage", $"/association/missions/{Mission}/benevoles",
        "/accessibilite", "/confidentialite", "/credits", "/nulle-part",
    ];

    public async ValueTask InitializeAsync()
    {
        browser = await site.OpenAsync(Person.Named("Samia", "moderator"));
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US,en;q=0.9,fr;q=0.5");
    }

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_in_english_has_no_french_left(string path)
    {
        var page = await browser.GoAsync(path);

        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["en"], page.Response.Content.Headers.ContentLanguage);
        Assert.Superset(new HashSet<string> { "Accept-Language", "Cookie" }, page.Response.Headers.Vary.ToHashSet());
        Assert.Empty(Tell().Matches(Words(page)).Select(match => match.Value));
    }

    [Fact]
    public async Task A_link_chooses_the_language_leads_back_and_outlives_the_page()
    {
        using var reader = site.Open();
        var french = await reader.GoAsync("/missions?quoi=devoirs&domaine=education");
        Assert.Equal(("fr", "fr"), (french.Document.DocumentElement.GetAttribute("lang"), string.Concat(french.Response.Content.Headers.ContentLanguage)));
        var link = french.Element("footer a[hreflang=en][lang=en]");

        var english = await reader.GoAsync(link.GetAttribute("href")!);
        Assert.Equal(("/missions?quoi=devoirs&domaine=education", "1,137 missions for “devoirs”"), (english.Path, english.Text("h1")));
        Assert.Equal("Why not you?", (await reader.GoAsync("/")).Text("h1"));

        await reader.GoAsync(english.Element("header a[hreflang=fr][lang=fr]").GetAttribute("href")!);
        reader.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Equal("Et pourquoi pas vous ?", (await reader.GoAsync("/")).Text("h1"));
    }

    [Fact]
    public async Task The_choice_is_a_cookie_for_a_year_of_this_host_alone()
    {
        using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Origin };
        using var answer = await direct.GetAsync(new Uri("/langue?vers=en&retour=/missions", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(("/missions", true), (answer.Headers.Location!.OriginalString, answer.Headers.CacheControl!.NoStore));
        Assert.Equal("benevolat-language=en; max-age=31536000; path=/; samesite=lax; httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData("vers=en&retour=https://evil.example/", "/")]
    [InlineData("vers=en&retour=//evil.example", "/")]
    [InlineData("vers=tlh&retour=/credits", "/credits")]
    [InlineData("", "/")]
    public async Task A_choice_never_leads_to_another_site_and_an_unknown_language_is_none(string query, string path)
    {
        using var reader = site.Open();
        var page = await reader.GoAsync($"/langue?{query}");
        Assert.Equal((path, query.Contains("=en", StringComparison.Ordinal) ? "en" : "fr"), (page.Path, page.Document.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public async Task The_services_are_asked_in_the_language_of_the_page_and_their_refusals_come_in_it()
    {
        site.Stub.Answer("POST", $"/missions/{Mission}/applications", http => Microsoft.AspNetCore.Http.Results.Json(
            new { code = "application.exists", title = http.Request.Headers.AcceptLanguage == "en" ? "You already applied." : "Déjà fait." }, contentType: "application/problem+json", statusCode: 409));
        var page = await browser.SendAsync(await browser.GoAsync($"/postuler/{Mission}"), "main form", ("message", "Hello"));

        Assert.Equal("You already applied.", page.Text("#erreurs li"));
        using var french = await site.OpenAsync(Person.Named("Claire"));
        await french.GoAsync($"/missions/{Mission}");
        Assert.Equal("fr", site.Stub.Calls.Last(call => call.Path == $"/api/v1/missions/{Mission}").Language);
    }

    [Fact]
    public async Task What_is_not_a_page_has_no_language()
    {
        var style = await browser.GoAsync("/css/site.css");
        Assert.Empty(style.Response.Content.Headers.ContentLanguage);
        Assert.DoesNotContain("Cookie", style.Response.Headers.Vary);
    }

    /// <summary>What the page says itself, to the eye and to the ear: what people wrote is marked as their language.</summary>
    private static string Words(Visit page)
    {
        foreach (var other in page.Document.QuerySelectorAll("body [lang=fr], textarea, script, style").ToList()) { other.Remove(); }
        var said = page.Document.QuerySelectorAll("body [aria-label], body [placeholder], body [title]")
            .SelectMany(element => new[] { element.GetAttribute("aria-label"), element.GetAttribute("title") }).OfType<string>();
        return Names.Aggregate(string.Join('\n', said.Prepend(page.Text("body"))), (text, name) => text.Replace(name, "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(le|la|les|des|du|une|vous|votre|vos|nous|est|pour|avec|dans|sur|sans|et|ou|ne|pas|par|plus|aucun|aucune|chez|bénévoles?|candidatures?|association)\b|[éèêëàâçùûôœ«»]\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Tell();
}
