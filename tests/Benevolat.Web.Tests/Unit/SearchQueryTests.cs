using Benevolat.Web.Api;
using Benevolat.Web.Search;
using Benevolat.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Web.Tests.Unit;

public sealed class SearchQueryTests
{
    private const string Whole = "?quoi=aide%20aux%20devoirs&ou=Lyon&commune=69123&rayon=30&cadre=4.7,45.6,5,45.9"
        + "&presence=full&type=regular&domaine=education&domaine=sport&departement=69&activite=jardinage&public=seniors"
        + "&competence=math%C3%A9matiques&association=0193a000-0000-7000-8000-000000000001&du=2026-12-01&au=2027-06-30"
        + "&quand=mer-apres-midi&quand=sam-matin&heures=3&mineurs=oui&accessible=oui&groupe=5&tri=date&suite=abc";

    private static readonly GeoPoint Lyon = new(45.758, 4.835);

    [Fact]
    public void A_search_says_itself_again_in_its_address()
    {
        Assert.Equal("/missions" + Whole, Read(Whole).Url());
        Assert.Equal("/missions/carte" + Whole, SearchAddress.Read(Query(Whole), onMap: true).Url());
    }

    [Fact]
    public void The_service_is_asked_for_everything_that_the_address_says()
    {
        var call = string.Join('&', SearchCall.Page(Read(Whole), Lyon).Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(
            "q=aide aux devoirs&near=45.758,4.835&radiusKm=30&bbox=4.7,45.6,5,45.9&remote=full&kind=regular&domain=education&domain=sport"
            + "&department=69&activity=jardinage&audience=seniors&skill=mathématiques&organisation=0193a000-0000-7000-8000-000000000001"
            + "&from=2026-12-01&to=2027-06-30&hours=wed-13,wed-14,wed-15,wed-16,wed-17,sat-08,sat-09,sat-10,sat-11&maxHoursPerWeek=3"
            + "&openToMinors=true&reducedMobility=true&groupOf=5&sort=date&cursor=abc",
            call);
    }

    [Fact]
    public void A_saved_search_comes_back_as_it_was_with_its_place_as_a_point()
    {
        var saved = SearchCall.Saved(Read(Whole), Lyon);

        Assert.DoesNotContain("cursor", saved, StringComparison.Ordinal);
        var expected = Read(Whole) with { Where = null, Commune = null, Point = Lyon, Cursor = null };
        Assert.Equal(expected.Url(), SavedQuery.Read(saved).Url());
    }

    [Theory]
    [InlineData("near=x,y&radiusKm=-4&bbox=1,2,3&domain=%3Cb%3E&from=hier&hours=abc,mon-99&groupOf=1e99&sort=best&openToMinors=oui")]
    [InlineData("&&&=&?near=")]
    [InlineData("")]
    public void A_saved_search_that_makes_no_sense_is_an_open_one(string saved) => Assert.Equal("/missions", SavedQuery.Read(saved).Url());

    [Theory]
    [InlineData("?rayon=-3&domaine=%3Cscript%3E&tri=x&quoi=%20%20&ou=a%00b")]
    [InlineData("?rayon=0&pres=91,0&cadre=5,45,4,46&du=2026-13-45&au=demain&quand=dim-nuit&heures=999&groupe=-1&mineurs=1&association=69")]
    [InlineData("?pres=NaN,1&cadre=1,2,3,4,5&pres=&heures=1e2&groupe=99999999999999999999")]
    public void Nonsense_in_the_address_is_left_out(string address) => Assert.Equal("/missions", Read(address).Url());

    [Fact]
    public void A_value_is_added_taken_away_or_put_in_the_place_of_the_others_and_the_page_is_the_first_again()
    {
        var query = Read("?domaine=education&type=regular&suite=abc");

        Assert.Equal("/missions?type=regular&domaine=education&domaine=sport", query.Toggle("domaine", "sport").Url());
        Assert.Equal("/missions?type=regular", query.Toggle("domaine", "education").Url());
        Assert.Equal("/missions?type=regular&domaine=sport", query.Only("domaine", "sport").Url());
        Assert.Equal("/missions?domaine=education", query.Without("type").Url());
    }

    [Fact]
    public void A_wider_search_is_the_next_radius_until_there_is_none()
    {
        Assert.Equal(50, (Read("") with { RadiusKm = 30 }).Wider()!.RadiusKm);
        Assert.Null((Read("") with { RadiusKm = 100 }).Wider());
    }

    [Theory]
    [InlineData(null, null, true, "distance")]
    [InlineData(null, "devoirs", true, "pertinence")]
    [InlineData(null, null, false, "recentes")]
    [InlineData("distance", null, false, "recentes")]
    [InlineData("date", "devoirs", true, "date")]
    public void Sorting_is_what_helps_most(string? asked, string? what, bool hasPlace, string effective) =>
        Assert.Equal(effective, new SearchQuery { Sort = asked, What = what }.EffectiveSort(hasPlace));

    [Theory]
    [InlineData("ecirt public", "ecirt", "\"ecirt\" public")]
    [InlineData("Écirt, l'ecirt", "ecirt", "\"Écirt\", l'\"ecirt\"")]
    [InlineData("\"ecirt public\" ecirt", "ecirt", "\"ecirt public\" \"ecirt\"")]
    [InlineData("recirt", "ecirt", "recirt")]
    public void A_word_is_searched_exactly_by_quoting_it(string what, string word, string quoted) =>
        Assert.Equal(quoted, SearchWords.Exactly(what, [word]));

    [Fact]
    public void A_word_is_named_as_it_was_typed() => Assert.Equal("Théâtre", SearchWords.AsTyped("du Théâtre", "theatre"));

    [Theory]
    [InlineData("finistere", "29")]
    [InlineData("Val d'Oise", "95")]
    [InlineData("2a", "2A")]
    [InlineData("974", "974")]
    [InlineData("Nulleparville", null)]
    public void A_department_is_known_by_its_name_or_code(string typed, string? code) => Assert.Equal(code, Departments.Meant(typed));

    [Fact]
    public void Every_chip_takes_away_one_thing()
    {
        var query = Read(Whole) with { Cursor = null };
        var t = SiteTexts.Create();

        var chips = SearchChip.Of(query, "Lyon", SearchResult.Nothing, t);

        Assert.Equal(19, chips.Count);
        Assert.All(chips, chip => Assert.NotEqual(query.Url(), chip.Without.Url()));
        Assert.Equal(chips.Count, chips.Select(chip => chip.Without.Url()).Distinct().Count());
        Assert.All(chips, chip => Assert.Equal(chips.Count - 1, SearchChip.Of(chip.Without, chip.Without.Where, SearchResult.Nothing, t).Count));
    }

    private static SearchQuery Read(string address) => SearchAddress.Read(Query(address));

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address));
}
