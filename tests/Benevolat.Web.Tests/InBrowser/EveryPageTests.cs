using Benevolat.Web.Tests.Stub;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>
/// Each page in Chromium, with its scripts: axe finds nothing, nothing scrolls sideways, one h1, a title, no script fails or is forbidden.
/// With <c>BENEVOLAT_SCREENSHOTS</c> naming a folder, each is also drawn, for people to look at.
/// </summary>
public sealed class EveryPageTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>
{
    private static readonly Person Moderator = Person.Named("Claire", "moderator");
    private static readonly string Organisation = StubData.OrganisationId.ToString();
    private static readonly string Mission = StubMissions.All[0].Id.ToString();
    private static readonly string Draft = StubMissions.All[5].Id.ToString();

    public static TheoryData<string, string> Pages => new()
    {
        { "accueil", "/" },
        { "resultats", "/missions?quoi=devoirs&ou=Lyon&rayon=15&domaine=education" },
        { "resultats-choix", "/missions?ou=Saint-Denis" },
        { "resultats-vides", "/missions?quoi=introuvable&ou=Lyon&rayon=5" },
        { "resultats-corriges", "/missions?quoi=ecirt+public&ou=Saint-Denis&quand=mer-apres-midi&du=2026-12-01&domaine=education" },
        { "resultats-laisses", "/missions?quoi=devoirs+piano&ou=Nulleparville&departement=69" },
        { "carte", "/missions/carte?domaine=education" },
        { "mission", $"/missions/{Mission}?retour=%2Fmissions%3Fquoi%3Ddevoirs" },
        { "mission-datee", $"/missions/{StubMissions.All[1].Id}" },
        { "postuler", $"/postuler/{Mission}" },
        { "recherches", "/recherches?fait=recherche" },
        { "recherche-nouvelle", "/recherches/nouvelle?quoi=devoirs&ou=Lyon&rayon=30&domaine=education&quand=mer-apres-midi" },
        { "recherche-supprimer", "/recherches/0193e000-0000-7000-8000-000000000001/supprimer" },
        { "candidatures", "/candidatures?fait=retrait" },
        { "candidature", "/candidatures/0193b000-0000-7000-8000-000000000001?fait=candidature" },
        { "candidature-refusee", "/candidatures/0193b000-0000-7000-8000-000000000004" },
        { "profil", "/profil" },
        { "recommandations", "/recommandations" },
        { "association-publique", $"/associations/{Organisation}" },
        { "associations", "/association" },
        { "inscrire-1", "/association/inscrire" },
        { "inscrire-2", $"/association/inscrire/{StubData.DraftId}?etape=2" },
        { "inscrire-3", $"/association/inscrire/{StubData.DraftId}?etape=3" },
        { "equipe", $"/association/{Organisation}/equipe?fait=invitation" },
        { "invitation", "/invitation/jeton" },
        { "rejoindre", $"/associations/{Organisation}/rejoindre" },
        { "bureau-brouillon", $"/association/{StubData.DraftId}" },
        { "bureau", $"/association/{Organisation}" },
        { "mission-nouvelle", $"/association/{Organisation}/missions/nouvelle" },
        { "mission-gerer", $"/association/missions/{StubMissions.All[1].Id}?fait=mission-modifiee" },
        { "mission-gerer-brouillon", $"/association/missions/{Draft}" },
        { "mission-ecrire", $"/association/{Organisation}/missions/nouvelle/ecrire?modele=aide-aux-devoirs" },
        { "mission-etape-1", $"/association/missions/{Draft}/modifier" },
        { "mission-etape-2", $"/association/missions/{StubMissions.All[1].Id}/modifier?etape=2" },
        { "mission-etape-3", $"/association/missions/{Draft}/modifier?etape=3" },
        { "mission-etape-4", $"/association/missions/{StubMissions.All[3].Id}/modifier?etape=4" },
        { "mission-etape-5", $"/association/missions/{Draft}/modifier?etape=5" },
        { "mission-publier", $"/association/missions/{Draft}/publier" },
        { "mission-partage", $"/association/missions/{StubMissions.All[1].Id}/partage" },
        { "candidatures-recues", $"/association/{Organisation}/candidatures" },
        { "repondre", "/association/candidatures/0193b000-0000-7000-8000-000000000001" },
        { "logo", $"/association/{Organisation}/logo" },
        { "moderation", "/moderation" },
        { "moderation-missions", "/moderation/missions?departement=69" },
        { "moderation-signalements", "/moderation/signalements" },
        { "moderation-suspendues", "/moderation?etat=suspended" },
        { "moderation-candidatures", "/moderation/candidatures" },
        { "moderation-demandes", "/moderation/demandes" },
        { "pour-vous", "/pour-vous" },
        { "pour-vous-trouvees", "/pour-vous?ou=Lyon&rayon=15&heures=wed-apres-midi&causes=education" },
        { "candidature-en-retard", "/candidatures/0193b000-0000-7000-8000-000000000002" },
        { "candidature-acceptee", "/candidatures/0193b000-0000-7000-8000-000000000003" },
        { "candidature-offre", "/candidatures/0193b000-0000-7000-8000-000000000005" },
        { "avis", "/candidatures/0193b000-0000-7000-8000-000000000003/avis" },
        { "creneaux", $"/missions/{StubMissions.All[1].Id}/creneaux" },
        { "mes-creneaux", "/mes-creneaux" },
        { "mes-creneaux-passes", "/mes-creneaux?passes=oui" },
        { "pointage", "/pointage/K7PM-3VQ2-91XA" },
        { "pointage-hors-ligne", "/pointage/hors-ligne" },
        { "repondre-groupe", "/association/candidatures/0193b000-0000-7000-8000-000000000002" },
        { "repondre-apres", "/association/candidatures/0193b000-0000-7000-8000-000000000003" },
        { "planning", $"/association/missions/{StubMissions.All[1].Id}/planning" },
        { "code", $"/association/missions/{StubMissions.All[1].Id}/pointage" },
        { "benevoles", $"/association/missions/{Mission}/benevoles" },
        { "signaler", $"/missions/{StubMissions.All[0].Id}/signaler" },
        { "accessibilite", "/accessibilite" },
        { "confidentialite", "/confidentialite" },
        { "credits", "/credits" },
        { "introuvable", "/nulle-part" },
    };

    /// <summary>One window that grows and darkens, as people's windows do: what depends on neither is looked at once.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_clean_at_360_and_at_1280_in_light_and_dark(string name, string path)
    {
        await using var tab = await OpenAsync();
        var page = tab.Pages[0];
        var trouble = new List<string>();
        page.PageError += (_, error) => trouble.Add(error);
        page.Console += (_, message) => { if (message.Text.Contains("Security Policy", StringComparison.Ordinal)) { trouble.Add(message.Text); } };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(trouble); // of the page's own: axe sets styles that the policy forbids
        await Chromium.DrawAsync(page, $"{name}-360");
        await page.RequireCleanAsync($"{name} at 360");

        await page.SetViewportSizeAsync(1280, 900);
        await Chromium.DrawAsync(page, $"{name}-1280");
        await page.RequireCleanAsync($"{name} at 1280");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Chromium.DrawAsync(page, $"{name}-1280-sombre");
        await page.RequireContrastAsync($"{name} at 1280 in the dark");
    }

    [Theory]
    [InlineData("accueil", "/")]
    [InlineData("resultats", "/missions?quoi=devoirs&ou=Lyon&rayon=15&domaine=education&quand=mer-apres-midi")]
    [InlineData("mission", "/missions/0193d000-0000-7000-8000-000000000002")]
    [InlineData("profil", "/profil")]
    public async Task A_page_in_english_is_clean_on_a_phone_and_wide(string name, string path)
    {
        await using var tab = await OpenAsync(language: "en-GB");
        var page = tab.Pages[0];
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        foreach (var width in new[] { 360, 1000, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await Chromium.DrawAsync(page, $"{name}-en-{width}");
            await page.RequireCleanAsync($"{name} in English at {width}");
        }
    }

    [Theory]
    [InlineData("profil-erreurs", "/profil", "main form")]
    [InlineData("postuler-erreurs", "/postuler/0193d000-0000-7000-8000-000000000001", "main form")]
    public async Task A_refused_form_is_clean_and_its_summary_leads_to_the_fields(string name, string path, string form)
    {
        await using var tab = await OpenAsync();
        var page = tab.Pages[0];
        await page.GotoAsync(path);
        foreach (var field in await page.QuerySelectorAllAsync($"{form} :is(input[required], textarea[required])")) { await field.FillAsync(""); }
        await page.ClickAsync($"{form} button[type=submit]");

        await Chromium.DrawAsync(page, name);
        await page.RequireCleanAsync(name);
        var target = await page.GetAttributeAsync("#erreurs a", "href");
        Assert.Equal("true", await page.GetAttributeAsync(target!, "aria-invalid"));
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_without_script()
    {
        await using var tab = await OpenAsync(script: false);
        var page = tab.Pages[0];
        await page.GotoAsync("/accessibilite");
        await page.ClickAsync(".menu > summary");

        Assert.True(await page.IsVisibleAsync("nav a[href='/missions']"));
        await Chromium.DrawAsync(page, "menu-360");
    }

    private Task<IBrowserContext> OpenAsync(bool script = true, string language = "fr-FR") => chromium.OpenAsync(site, Moderator, new()
    {
        ViewportSize = new() { Width = 360, Height = 900 },
        Locale = language,
        JavaScriptEnabled = script,
        ReducedMotion = ReducedMotion.Reduce, // a colour on its way from light to dark is neither
    });
}
