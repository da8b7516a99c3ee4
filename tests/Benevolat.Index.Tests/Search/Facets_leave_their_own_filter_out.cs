using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Facets_leave_their_own_filter_out
{
    private static readonly string[] Names = ["activity", "audience", "department", "domain", "kind", "remote"];

    [Fact]
    public void So_that_one_sees_what_another_choice_would_bring()
    {
        var both = new Both(
            Mission(1) with { Domain = "sante", Kind = "support" },
            Mission(2) with { Domain = "culture", Kind = "support" },
            Mission(3) with { Domain = "culture", Kind = "regular" });
        var hits = both.Find(Asked() with { Domains = ["sante"] });
        Assert.Equal(1, hits.Total);
        Assert.Equal([new("culture", 2), new("sante", 1)], hits.Facets["domain"]);
        Assert.Equal([new("support", 1)], hits.Facets["kind"]);
    }

    [Fact]
    public void But_no_other()
    {
        var both = new Both(
            Mission(1) with { Domain = "sante", Kind = "support" },
            Mission(2) with { Domain = "culture", Kind = "support" },
            Mission(3) with { Domain = "sante", Kind = "regular" },
            Mission(4) with { Domain = "culture", Kind = "regular" }); // fails both: counted nowhere
        var hits = both.Find(Asked() with { Domains = ["sante"], Kinds = ["support"] });
        Assert.Equal([new("culture", 1), new("sante", 1)], hits.Facets["domain"]);
        Assert.Equal([new("regular", 1), new("support", 1)], hits.Facets["kind"]);
        Assert.Equal([new("no", 1)], hits.Facets["remote"]);
    }

    [Fact]
    public void Not_even_for_filters_that_are_no_facets()
    {
        var both = new Both(Mission(1) with { Skills = ["cuisine"] }, Mission(2) with { Domain = "sante" });
        Assert.Equal([new("solidarite", 1)], both.Find(Asked() with { Skills = ["cuisine"] }).Facets["domain"]);
    }

    [Fact]
    public void Words_count_in_all_of_them()
    {
        var both = new Both(Mission(1, "Maraude"), Mission(2, "Jardin") with { Domain = "sante" });
        Assert.Equal([new("solidarite", 1)], both.Find(Asked("maraude") with { Domains = ["sante"] }).Facets["domain"]);
    }

    [Fact]
    public void Lists_of_values_count_each_value_once()
    {
        var both = new Both(
            Mission(1) with { Activities = ["lecture", "maraude", "lecture"] },
            Mission(2) with { Activities = ["lecture"], Audiences = ["enfants", "enfants"] });
        var hits = both.Find(Asked() with { Activities = ["maraude"] });
        Assert.Equal([new("lecture", 2), new("maraude", 1)], hits.Facets["activity"]);
        Assert.Empty(hits.Facets["audience"]);
    }

    [Fact]
    public void Departments_count_missions_and_only_places_that_are_near_enough()
    {
        var both = new Both(Mission(1).In(Lyon, Villeurbanne, Paris), Mission(2).In(Paris), Mission(3) with { Remote = "full" });
        Assert.Equal([new("75", 2), new("69", 1)], both.Find(Asked()).Facets["department"]);
        Assert.Equal([new("75", 2), new("69", 1)], both.Find(Asked() with { Departments = ["69"] }).Facets["department"]);
        Assert.Equal([new("69", 1)], both.Find(Asked() with { Near = Lyon.Point, RadiusKm = 20 }).Facets["department"]);
    }

    [Fact]
    public void The_choice_of_home_brings_home_to_every_place_whatever_is_counted()
    {
        var both = new Both(Mission(1) with { Remote = "full" }, Mission(2).In(Lyon), Mission(3).In(Paris));
        var aroundLyon = Asked() with { Near = Lyon.Point, RadiusKm = 10 };
        Assert.Equal([new("no", 1)], both.Find(aroundLyon).Facets["remote"]);
        Assert.Equal([new("full", 1), new("no", 1)], both.Find(aroundLyon with { Remotes = ["full"] }).Facets["remote"]);
    }

    [Fact]
    public void Most_frequent_first_then_by_the_letters_codes()
    {
        var domains = new[] { "b", "B", "a", "é", "aa", "z", "z" };
        var both = Both.Of(domains.Select((domain, i) => Mission(i) with { Domain = domain }));
        Assert.Equal(["z", "B", "a", "aa", "b", "é"], both.Find(Asked()).Facets["domain"].Select(count => count.Value));
    }

    [Fact]
    public void Pages_do_not_change_them()
    {
        var both = Both.Of(Enumerable.Range(1, 9).Select(i => Mission(i)));
        var page = both.Find(Asked() with { Limit = 2 });
        Assert.Equal([new("solidarite", 9)], page.Facets["domain"]);
        Assert.Equal(
            [new("solidarite", 9)], both.Find(Asked() with { Limit = 2, After = new(page.Hits[1].Key, page.Hits[1].Id) }).Facets["domain"]);
    }

    [Fact]
    public void All_six_are_there_even_when_nothing_is()
    {
        Assert.Equal(Names, new Both().Find(Asked()).Facets.Keys.Order());
        Assert.All(new Both(Mission(1)).Find("égyptologie ").Facets.Values, counts => Assert.Empty(counts));
    }

    [Fact]
    public void They_may_be_done_without() => Assert.Empty(new Both(Mission(1)).Find(Asked() with { WithFacets = false }).Facets);

    [Fact]
    public void Missions_that_have_gone_count_no_longer()
    {
        var both = new Both(Mission(1), Mission(2) with { Domain = "sante" }, Mission(3));
        both.Remove(2);
        both.Put(Mission(3) with { Domain = "culture" });
        Assert.Equal([new("culture", 1), new("solidarite", 1)], both.Find(Asked()).Facets["domain"]);
    }
}
