using Benevolat.Web.Api;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Http;

namespace Benevolat.Web.Tests.Pages;

public sealed class OrganisationPageTests(Site site) : IClassFixture<Site>, IDisposable
{
    private static readonly string Path = $"/associations/{StubData.OrganisationId}";
    private readonly Browser browser = site.Open();

    public void Dispose()
    {
        site.Stub.Clear();
        browser.Dispose();
    }

    [Fact]
    public async Task It_says_who_they_are_how_they_answer_and_what_they_offer()
    {
        var page = await browser.GoAsync(Path);

        Assert.Equal("Les Passerelles du Rhône", page.Text("h1"));
        Assert.Equal("Villeurbanne vérifiée", page.Text(".organisation-head p"));
        Assert.Equal($"/api/v1{Path.Replace("associations", "organisations", StringComparison.Ordinal)}/logo", page.Element("img.logo").GetAttribute("src"));
        Assert.Equal(["93 % des candidatures reçoivent sa réponse", "Le plus souvent en 27 heures.", "Sur ses 30 dernières candidatures."], page.Texts(".answers p"));
        Assert.Equal("https://passerelles.example/", page.Element(".details a").GetAttribute("href"));
        Assert.Equal(5, page.Texts(".mission-card").Count);
        Assert.Contains($"organisation={StubData.OrganisationId}&sort=newest", site.Stub.Calls.Single(call => call.Path.StartsWith("/api/v1/missions?", StringComparison.Ordinal)).Path, StringComparison.Ordinal);
        Assert.Equal($"/missions?association={StubData.OrganisationId}", page.Element(".section-head a").GetAttribute("href"));
        Assert.Null(page.Document.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task One_to_whom_few_have_written_is_new_and_nothing_is_said_where_nothing_is_known()
    {
        Answer(site.Stub.Data.Organisation with { Answers = new(1, 2, 2, IsNew: true) });
        Assert.StartsWith("Nouvelle ici", (await browser.GoAsync(Path)).Texts(".answers p")[0], StringComparison.Ordinal);

        Answer(site.Stub.Data.Organisation with { Answers = null, LogoUrl = null, Purpose = null, Website = null, Address = null, Rna = null, Siren = null });
        var bare = await browser.GoAsync(Path);
        Assert.Equal((200, 0, 0), (bare.Status, bare.Texts(".answers").Count, bare.Texts("img").Count));
    }

    [Theory]
    [InlineData("https://elsewhere.example/pixel.png", "javascript:alert(1)")]
    [InlineData("//elsewhere.example/pixel.png", "data:text/html,x")]
    public async Task Neither_a_picture_nor_a_link_leads_where_it_should_not(string logo, string website)
    {
        Answer(site.Stub.Data.Organisation with { LogoUrl = logo, Website = website });
        var page = await browser.GoAsync(Path);
        Assert.Null(page.Document.QuerySelector("img"));
        Assert.Null(page.Document.QuerySelector(".details a"));
    }

    [Fact]
    public async Task It_stands_without_the_search_and_says_so()
    {
        site.Stub.Answer("GET", "/missions", _ => Results.StatusCode(503));
        var page = await browser.GoAsync(Path);
        Assert.Equal((200, "Les Passerelles du Rhône"), (page.Status, page.Text("h1")));
        Assert.Contains("ne peuvent pas être affichées", page.Text(".similar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_public_yet_is_kept_from_search_engines_and_an_unknown_one_does_not_exist()
    {
        Answer(site.Stub.Data.Organisation with { State = "pending" });
        var mine = await browser.GoAsync(Path);
        Assert.Equal("noindex", mine.Element("meta[name=robots]").GetAttribute("content"));
        Assert.Equal("En vérification", mine.Text(".organisation-head p"));

        Assert.Equal(404, (await browser.GoAsync($"/associations/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task A_mission_leads_to_the_one_that_offers_it()
    {
        var page = await browser.GoAsync($"/missions/{StubMissions.All[0].Id}");
        Assert.Equal(Path, page.Element(".mission-head .card-organisation a").GetAttribute("href"));
    }

    private void Answer(Organisation organisation) => site.Stub.Answer("GET", $"/organisations/{organisation.Id}", _ => Results.Json(organisation));
}
