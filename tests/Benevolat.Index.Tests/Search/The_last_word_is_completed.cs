using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class The_last_word_is_completed
{
    [Fact]
    public void To_every_word_that_starts_so()
    {
        var both = new Both(Mission(1, "Maraude"), Mission(2, "Marathon"), Mission(3, "Jardin"));
        var hits = both.Find("mara");
        Assert.Equal([1, 2], hits.Numbers().Order());
        Assert.Empty(hits.Understanding.Corrected);
    }

    [Theory]
    [InlineData("mara ")]
    [InlineData("mara!")]
    [InlineData("mara\"")]
    [InlineData("mara jardin")]
    public void Only_while_it_is_being_typed(string question)
    {
        var both = new Both(Mission(1, "Maraude au jardin"));
        Assert.DoesNotContain(
            both.Find(question).Understanding.Words, word => word.Alternatives.Any(alternative => alternative.Stems.Contains("maraud")));
    }

    [Fact]
    public void After_others()
    {
        var both = new Both(Mission(1, "Maraude à vélo"), Mission(2, "Marathon"));
        Assert.Equal([1], both.Find("vélo mara").Numbers());
    }

    [Fact]
    public void After_a_phrase()
    {
        var both = new Both(Mission(1, "Maraude à vélo le soir"), Mission(2, "Marathon"));
        Assert.Equal([1], both.Find("\"vélo le soir\" mara").Numbers());
    }

    [Fact]
    public void Inside_a_quotation_that_has_not_ended() => Assert.Equal([1], new Both(Mission(1, "Maraude")).Find("\"mara").Numbers());

    [Fact]
    public void One_letter_is_too_little()
    {
        var both = new Both(Mission(1, "Xylophone"), Mission(2, "Maraude"));
        Assert.Equal(0, both.Find("x").Total);
        Assert.Equal([1], both.Find("xy").Numbers());
    }

    [Fact]
    public void Numbers_grow_too() => Assert.Equal([1], new Both(Mission(1).In(Lyon), Mission(2).In(Paris)).Find("690").Numbers());

    [Fact]
    public void A_word_that_some_mission_has_is_whole()
    {
        var both = new Both(Mission(1, "Mar"), Mission(2, "Maraude"));
        Assert.Equal([1], both.Find("mar").Numbers());
    }

    [Fact]
    public void Growing_goes_before_correcting()
    {
        var both = new Both(Mission(1, "Banque"), Mission(2, "Bancaire"), Mission(3, "Bande"));
        Assert.Equal([2], both.Find("banc").Numbers()); // not "bande", one edit away
    }

    [Fact]
    public void What_cannot_grow_is_corrected() => Assert.Equal([1], new Both(Mission(1, "Maraude")).Find("maroude").Numbers());

    [Fact]
    public void A_completed_word_is_worth_four_fifths()
    {
        var both = new Both(Mission(1, "Maraude"), Mission(2, "Jardin"));
        Assert.Equal(0.8f * both.Find("maraude").Hits[0].TextScore, both.Find("marau").Hits[0].TextScore, 0.0001f);
    }

    [Fact]
    public void To_the_fifty_commonest_words_and_no_more()
    {
        var words = Enumerable.Range(0, 60).Select(i => $"mot{(char)('a' + (i / 10))}{(char)('k' + (i % 10))}q").ToArray();
        // The words of the upper half of the alphabet are commoner.
        var missions = words.Select((word, i) => Mission(i + 1, word))
            .Concat(words.Select((word, i) => Mission(i + 101, i >= 20 ? word : "autre")));
        var hits = Both.Of(missions).Find(Asked("mot") with { Limit = 200 });
        Assert.Equal(50, hits.Understanding.Words[0].Alternatives.Count);
        Assert.Contains(60, hits.Numbers());
        Assert.Contains(10, hits.Numbers()); // of the rare ones the first ten
        Assert.DoesNotContain(11, hits.Numbers());
    }

    [Fact]
    public void Of_kin_there_is_one_alternative()
    {
        var hits = new Both(Mission(1, "Maraude"), Mission(2, "Maraudes")).Find("marau");
        Assert.Equal(2, hits.Total);
        Assert.Single(hits.Understanding.Words[0].Alternatives);
    }

    [Fact]
    public void Words_that_came_since_the_last_merge_complete_too()
    {
        var both = new Both(Mission(1, "Jardin"));
        both.Put(Mission(2, "Maraude"));
        Assert.Equal([2], both.Find("mara").Numbers());
        both.Remove(2);
        Assert.Equal(0, both.Find("mara").Total);
    }
}
