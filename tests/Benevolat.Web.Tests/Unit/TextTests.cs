using Benevolat.Web.Api;
using Benevolat.Web.Places;
using Benevolat.Web.SignIn;
using Benevolat.Web.Text;

namespace Benevolat.Web.Tests.Unit;

public sealed class TextTests
{
    [Theory]
    [InlineData("C'est où ?", "C’est où\u202f?")]
    [InlineData("Note : « oui » !", "Note\u00a0: «\u00a0oui\u00a0»\u202f!")]
    [InlineData("Rien de tel", "Rien de tel")]
    [InlineData("14:00", "14:00")]
    public void French_gets_its_spaces(string typed, string set) => Assert.Equal(set, Typography.French(typed));

    [Fact]
    public void Boxes_become_hours_and_hours_boxes()
    {
        var ticked = new HashSet<string> { "mon-matin", "sun-soir" };
        var hours = Week.Merge([], ticked);

        Assert.Equal(["mon-08", "mon-09", "mon-10", "mon-11", "sun-18", "sun-19", "sun-20", "sun-21"], hours);
        Assert.Equal(ticked, Week.Boxes(hours));
    }

    [Fact]
    public void Hours_outside_the_grid_survive_a_form_that_does_not_show_them() =>
        Assert.Equal(["tue-06", "wed-14", "wed-23"], Week.Merge(["tue-06", "wed-14", "wed-23"], new HashSet<string> { "wed-apres-midi" }));

    [Theory]
    [InlineData("/missions?quoi=a", "/missions?quoi=a")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie:x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_paths_of_this_site_are_ways_back(string? asked, string taken) => Assert.Equal(taken, LocalUrl.OrHome(asked));

    [Theory]
    [InlineData("st etienne", "42218", 0)]
    [InlineData("SAINT-ETIENNE", "42218", 0)]
    [InlineData("Saint-Étienne (42)", "42218", 0)]
    [InlineData("42000", "42218", 0)]
    [InlineData("saint", "42218", 1)]
    public void A_place_is_the_one_that_was_meant(string typed, string code, int others)
    {
        var answer = PlaceResolver.Choose([new("42218", "Saint-Étienne", ["42000"], "42", [4.39, 45.43], 1), new("42220", "Saint-Étienne-le-Molard", ["42130"], "42", [4, 45], 1)], typed, null);
        Assert.Equal((code, others), (answer.Place?.Code, answer.Others.Count));
    }

    [Fact]
    public void An_unknown_slug_is_readable() => Assert.Equal("Vie de quartier", Labels.Of(Labels.Domains, "vie-de-quartier"));

    [Fact]
    public void A_full_mission_is_not_open() => Assert.False(new Mission { Id = Guid.Empty, State = "published", PlacesLeft = 0 }.IsOpen);
}
