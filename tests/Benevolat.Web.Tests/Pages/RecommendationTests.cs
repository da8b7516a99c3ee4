using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>Missions for people and people for missions, with the reasons.</summary>
public sealed class RecommendationTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly Guid Mission = StubMissions.All[0].Id;
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Claire"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task Each_mission_has_its_reasons_the_strongest_first_and_leads_to_applying()
    {
        var page = await browser.GoAsync("/recommandations");
        var card = page.Element(".recommended li");
        Assert.Equal(
            ["Votre mercredi après-midi tombe juste dans ses horaires.", "Vous avez choisi l'éducation parmi vos causes.", "C'est à 1,2 km de chez vous."],
            card.QuerySelectorAll(".ticks li").Select(reason => reason.TextContent.Trim()));
        Assert.Equal("Horaires : 90 % de ce que cela peut apporter", card.QuerySelector("meter")!.GetAttribute("aria-label")!.Replace('\u00a0', ' '));
        Assert.NotNull(card.QuerySelector($"a[href='/postuler/{Mission}']"));
        Assert.Contains("apprendre à animer un groupe", page.Text(".improvements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Near_misses_say_the_one_condition_that_they_fail()
    {
        var page = await browser.GoAsync("/recommandations");
        Assert.Equal(["Elle est à 18 km ; vous allez jusqu'à 15 km.", "Elle est à 18 km ; vous allez jusqu'à 15 km."], page.Texts(".near-misses .missing"));
    }

    [Fact]
    public async Task Without_an_account_place_hours_and_causes_are_enough()
    {
        using var reader = site.Open();
        Assert.NotNull((await reader.GoAsync("/")).Document.QuerySelector("a[href='/pour-vous']"));
        var page = await reader.GoAsync("/pour-vous?ou=Lyon&rayon=5&heures=wed-apres-midi&causes=education&causes=inconnue");
        Assert.Equal(5, page.Texts(".recommended > li").Count);
        var asked = site.Stub.Calls.Single(call => call.Path.StartsWith("/api/v1/recommendations", StringComparison.Ordinal)).Path;
        Assert.Equal("/api/v1/recommendations?near=45.758,4.835&radiusKm=5&limit=12&hours=wed-13&hours=wed-14&hours=wed-15&hours=wed-16&hours=wed-17&domain=education", Uri.UnescapeDataString(asked));
        Assert.True(page.Element("[value=wed-apres-midi]").HasAttribute("checked"));
    }

    [Theory]
    [InlineData("/pour-vous?ou=&rayon=15", "Écrivez une commune, ou cochez les missions à distance.")]
    [InlineData("/pour-vous?ou=Nulleparville&rayon=15", "Nous ne trouvons pas cette commune : vérifiez l’orthographe, ou essayez le code postal.")]
    public async Task A_place_that_is_missing_or_unknown_is_said_at_its_field(string address, string complaint)
    {
        using var reader = site.Open();
        Assert.Equal(complaint, (await reader.GoAsync(address)).Text("#champ-ou-erreur"));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Path.StartsWith("/api/v1/recommendations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Volunteers_of_a_mission_have_reasons_and_no_name_and_are_invited()
    {
        var address = $"/association/missions/{Mission}/benevoles";
        var page = await browser.GoAsync(address);
        Assert.Equal(["Bénévole 1, à 1,5 km", "Bénévole 2, à 3 km", "Bénévole 3, à 4,5 km"], page.Texts(".candidate h2"));
        Assert.Equal("Invitation envoyée", page.Texts(".candidate .row-state")[2]);

        var after = await browser.SendAsync(page, ".candidate form");
        Assert.Equal($"{address}?fait=invitation-mission", after.Path);
        Assert.Equal($"/api/v1/missions/{Mission}/candidates/0193c000-0000-7000-8000-000000000021/invitation", site.Stub.Calls.Single(call => call.Method == "POST").Path);
    }
}
