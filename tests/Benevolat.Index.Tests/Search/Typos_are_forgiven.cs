using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Typos_are_forgiven
{
    [Theory]
    [InlineData("marude", "maraude")] // a letter missing
    [InlineData("marauxde", "maraude")] // one too many
    [InlineData("maroude", "maraude")] // another one
    [InlineData("amraude", "maraude")] // the first two swapped
    [InlineData("maraued", "maraude")] // the last two swapped
    [InlineData("Maroudé", "maraude")] // capitals and accents are no edits
    [InlineData("lrie", "lire")] // four letters
    [InlineData("jardniaeg", "jardinage")] // two swaps, from eight letters on
    [InlineData("gardinagge", "jardinage")]
    [InlineData("l'ecople", "ecole")]
    public void As_many_as_a_word_of_its_length_may_have(string written, string meant)
    {
        var both = new Both(Mission(1, meant), Mission(2, "Tout autre chose"));
        var hits = both.Find($"{written} ");
        Assert.Equal([1], hits.Numbers());
        Assert.Equal(meant, Assert.Single(hits.Understanding.Corrected).Value);
        Assert.Empty(hits.Understanding.Dropped);
    }

    [Theory]
    [InlineData("jue", "jeu")] // three letters say too little
    [InlineData("lrei", "lire")] // two edits in four letters
    [InlineData("marudde", "maraude")] // two edits in seven letters
    [InlineData("jrdniaeg", "jardinage")] // three edits
    [InlineData("cadefghi", "abcdefghi")] // a swap is not edited again: three edits, not two
    [InlineData("69004", "69003")] // numbers are what they are
    [InlineData("covid18", "covid19")]
    public void But_no_more(string written, string other)
    {
        var hits = new Both(Mission(1, other)).Find($"{written} ");
        Assert.Equal(0, hits.Total);
        Assert.Empty(hits.Understanding.Corrected);
    }

    [Fact]
    public void The_length_that_counts_is_that_of_the_word_as_written()
    {
        var both = new Both(Mission(1, "maraudes"), Mission(2, "brocantes"));
        Assert.Equal(0, both.Find("maruds ").Total); // six letters for eight
        Assert.Equal([2], both.Find("brocntee ").Numbers()); // eight letters for nine
    }

    [Fact]
    public void The_nearest_word_is_meant()
    {
        var both = new Both(Mission(1, "brocantes"), Mission(2, "brocanter"), Mission(3, "brocanter"), Mission(4, "brocanter"));
        Assert.Equal("brocantes", both.Find("brocannes ").Understanding.Corrected["brocannes"]);
    }

    [Fact]
    public void Among_equally_near_ones_the_commonest_is_meant()
    {
        var both = new Both(Mission(1, "poire"), Mission(2, "foire"), Mission(3, "poire"), Mission(4, "noire"));
        Assert.Equal("poire", both.Find("xoire ").Understanding.Corrected["xoire"]);
    }

    [Fact]
    public void How_common_a_word_is_counts_missions_not_mentions()
    {
        var both = new Both(
            Mission(1, "poire poire poire", "poire poire"), Mission(2, "foire"), Mission(3, "foire").In(Paris, Lyon), Mission(4, "poire"));
        Assert.Equal("foire", both.Find("xoire ").Understanding.Corrected["xoire"]); // two each, then by the alphabet
    }

    [Fact]
    public void Among_equally_common_ones_the_alphabet_decides()
    {
        var both = new Both(Mission(1, "poire"), Mission(2, "noire"), Mission(3, "foire"));
        Assert.Equal("foire", both.Find("xoire ").Understanding.Corrected["xoire"]);
    }

    [Fact]
    public void A_word_that_some_mission_has_is_never_corrected()
    {
        var both = new Both(Mission(1, "foire"), Mission(2, "foire"), Mission(3, "poire"));
        var hits = both.Find("poire ");
        Assert.Equal([3], hits.Numbers());
        Assert.Empty(hits.Understanding.Corrected);
    }

    [Fact]
    public void A_word_whose_kin_some_mission_has_is_known()
    {
        var hits = new Both(Mission(1, "chevaux"), Mission(2, "chenal")).Find("cheval ");
        Assert.Equal([1], hits.Numbers());
        Assert.Empty(hits.Understanding.Corrected);
    }

    [Fact]
    public void A_word_of_the_last_merge_stays_known_until_the_next()
    {
        var both = new Both(Mission(1, "poire"), Mission(2, "foire"));
        both.Remove(1);
        Assert.Equal(0, both.Find("poire ").Total);
        both.Merge();
        Assert.Equal([2], both.Find("poire ").Numbers());
    }

    [Fact]
    public void A_word_that_came_since_the_last_merge_is_known_as_long_as_its_mission_lives()
    {
        var both = new Both(Mission(2, "foire"));
        both.Put(Mission(1, "poire"));
        Assert.Equal([1], both.Find("poire ").Numbers());
        Assert.Equal("foire", both.Find("xoire ").Understanding.Corrected["xoire"]); // the new word counts as had by none
        both.Remove(1);
        Assert.Equal([2], both.Find("poire ").Numbers());
    }

    [Fact]
    public void Nor_is_it_known_by_those_that_came_with_it()
    {
        var both = new Both(Mission(2, "foire"));
        both.Put(Mission(1, "poire"), Mission(3, "autre"));
        both.Remove(1);
        Assert.Equal([2], both.Find("poire ").Numbers());
    }

    [Fact]
    public void A_new_word_is_meant_only_while_a_mission_has_that_very_word()
    {
        var both = new Both(Mission(9, "autre"));
        both.Put(Mission(1, "poires"), Mission(2, "poire"));
        Assert.Equal("poires", both.Find("xoires ").Understanding.Corrected["xoires"]);
        Assert.Equal(["poir"], both.Find("poires").Understanding.Words[0].Alternatives[0].Stems);
        both.Remove(1);
        Assert.Empty(both.Find("xoires ").Understanding.Corrected); // "poire", its kin, is two edits away
        Assert.Equal([2], both.Find("poires").Numbers());
    }

    [Fact]
    public void New_words_are_meant_too()
    {
        var both = new Both(Mission(2, "autre"));
        both.Put(Mission(1, "maraude"));
        Assert.Equal([1], both.Find("marude ").Numbers());
    }

    [Fact]
    public void The_corrected_word_is_searched_with_all_its_kin()
    {
        var both = new Both(Mission(1, "maraude"), Mission(2, "maraudes"));
        Assert.Equal(2, both.Find("marude ").Total);
    }

    [Fact]
    public void What_is_told_is_the_word_as_written_without_accents_and_elision() =>
        Assert.Equal("ecople", Assert.Single(new Both(Mission(1, "École")).Find("l'Écople ").Understanding.Corrected).Key);
}
