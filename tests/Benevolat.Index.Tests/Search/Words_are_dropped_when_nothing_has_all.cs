using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Words_are_dropped_when_nothing_has_all
{
    [Fact]
    public void And_named_as_written()
    {
        var hits = new Both(Mission(1, "Maraude à vélo"), Mission(2, "Jardin")).Find("maraude l'Égyptologie vélo");
        Assert.Equal([1], hits.Numbers());
        Assert.Equal(["egyptologie"], hits.Understanding.Dropped);
        Assert.Equal(["maraude", "velo"], hits.Understanding.Words.Select(word => word.Written));
    }

    [Fact]
    public void As_few_as_possible()
    {
        var hits = new Both(Mission(1, "alpha bravo charlie"), Mission(2, "delta"), Mission(3, "delta"), Mission(4, "delta"))
            .Find("delta alpha bravo charlie ");
        Assert.Equal([1], hits.Numbers());
        Assert.Equal(["delta"], hits.Understanding.Dropped);
    }

    [Fact]
    public void Of_sets_as_large_the_one_that_most_missions_have()
    {
        var hits = new Both(Mission(1, "alpha"), Mission(2, "bravo"), Mission(3, "bravo")).Find("alpha bravo ");
        Assert.Equal([2, 3], hits.Numbers().Order());
        Assert.Equal(["alpha"], hits.Understanding.Dropped);
    }

    [Fact]
    public void Missions_count_not_their_places()
    {
        var hits = new Both(Mission(1, "alpha"), Mission(2, "alpha"), Mission(3, "bravo").In(Paris, Lyon, Marseille)).Find("bravo alpha ");
        Assert.Equal(["bravo"], hits.Understanding.Dropped);
    }

    [Fact]
    public void Of_sets_as_frequent_the_one_with_the_earlier_words()
    {
        var both = new Both(Mission(1, "alpha delta"), Mission(2, "bravo charlie"), Mission(3, "alpha charlie"));
        Assert.Equal(["bravo", "delta"], both.Find("alpha bravo charlie delta ").Understanding.Dropped);
        Assert.Equal(["charlie", "bravo"], both.Find("delta charlie bravo alpha ").Understanding.Dropped);
    }

    [Fact]
    public void Only_missions_that_fit_the_filters_are_asked()
    {
        var both = new Both(
            Mission(1, "alpha bravo").In(Paris), Mission(2, "bravo").In(Lyon), Mission(3, "alpha bravo charlie").In(Marseille));
        var hits = both.Find(Asked("alpha bravo ") with { Departments = ["69"] });
        Assert.Equal([2], hits.Numbers());
        Assert.Equal(["alpha"], hits.Understanding.Dropped);
        both.Put(Mission(4, "alpha").In(Lyon) with { Domain = "sante" });
        Assert.Equal([4], both.Find(Asked("alpha bravo ") with { Domains = ["sante"] }).Numbers());
        Assert.Equal(0, both.Find(Asked("alpha bravo ") with { Domains = ["culture"] }).Total);
    }

    [Fact]
    public void Facets_count_what_has_the_words_that_are_left()
    {
        var both = new Both(Mission(1, "alpha"), Mission(2, "alpha") with { Domain = "sante" }, Mission(3, "charlie"));
        var facet = both.Find(Asked("alpha bravo ") with { Domains = ["solidarite"] }).Facets["domain"];
        Assert.Equal([new("sante", 1), new("solidarite", 1)], facet);
    }

    [Fact]
    public void But_not_when_no_word_is_anywhere()
    {
        var hits = new Both(Mission(1, "Maraude")).Find("égyptologie xylographie ");
        Assert.Equal(0, hits.Total);
        Assert.Empty(hits.Understanding.Dropped);
        Assert.Equal(2, hits.Understanding.Words.Count);
    }

    [Fact]
    public void Nor_the_only_one()
    {
        var hits = new Both(Mission(1, "Maraude")).Find("égyptologie ");
        Assert.Equal(0, hits.Total);
        Assert.Empty(hits.Understanding.Dropped);
    }

    [Fact]
    public void Nor_while_one_mission_has_all_even_if_it_is_on_another_page()
    {
        var both = new Both(Mission(1, "alpha bravo"), Mission(2, "alpha"));
        var first = both.Find("alpha bravo ");
        var next = both.Find(Asked("alpha bravo ") with { After = new(first.Hits[0].Key, first.Hits[0].Id) });
        Assert.Empty(next.Hits);
        Assert.Equal(1, next.Total);
        Assert.Empty(next.Understanding.Dropped);
    }

    [Fact]
    public void What_comes_after_twelve_is_dropped_without_asking()
    {
        var words = Enumerable.Range(0, 14).Select(i => $"mot{(char)('a' + i)}mot").ToArray();
        var both = new Both(Mission(1, string.Join(' ', words)), Mission(2, string.Join(' ', words[..12])));
        var hits = both.Find(string.Join(' ', words) + " ");
        Assert.Equal([1, 2], hits.Numbers().Order());
        Assert.Equal(words[12..], hits.Understanding.Dropped);
        Assert.Equal(12, hits.Understanding.Words.Count);
    }

    [Fact]
    public void Repeated_words_take_no_place_among_the_twelve()
    {
        var words = Enumerable.Range(0, 12).Select(i => $"mot{(char)('a' + i)}mot").ToArray();
        var hits = new Both(Mission(1, string.Join(' ', words))).Find(
            string.Join(' ', words.SelectMany(word => new[] { word, word, words[0] })) + " ");
        Assert.Equal([1], hits.Numbers());
        Assert.Empty(hits.Understanding.Dropped);
    }

    [Fact]
    public void The_score_is_measured_against_the_words_that_are_left()
    {
        var both = new Both(Mission(1, "Maraude"), Mission(2, "Jardin"));
        Assert.Equal(both.Find("maraude ").Hits[0].TextScore, both.Find("maraude égyptologie ").Hits[0].TextScore);
    }
}
