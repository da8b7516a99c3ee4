using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Phrases_stand_as_quoted
{
    [Theory]
    [InlineData("\"aide aux devoirs\"")]
    [InlineData("“aide aux devoirs”")]
    [InlineData("« aide aux devoirs »")]
    [InlineData("«aide devoirs»")] // little words are skipped, in the quotation and in the text
    [InlineData("\"AIDES DEVOIR\"")] // kin will do
    [InlineData("\"aide aux devoirs”")]
    public void In_quotes_of_any_kind(string question)
    {
        var both = new Both(
            Mission(1, "L'aide aux devoirs du soir"), Mission(2, "Devoirs : une aide"), Mission(3, "Aide pour tes petits devoirs"));
        Assert.Equal([1], both.Find(question).Numbers());
    }

    [Fact]
    public void In_the_description() =>
        Assert.Equal(
            [1], new Both(Mission(1, "Titre", "Nous offrons une aide aux devoirs."), Mission(2)).Find("\"aide aux devoirs\"").Numbers());

    [Fact]
    public void Not_from_one_field_into_the_next()
    {
        var both = new Both(
            Mission(1, "Aide", "Devoirs") with { OrganisationName = "Aide aux devoirs", Activities = ["aide-aux-devoirs"] });
        Assert.Equal(0, both.Find("\"aide aux devoirs\"").Total);
    }

    [Fact]
    public void At_the_very_end_and_after_a_false_start()
    {
        var both = new Both(Mission(1, "Aide, aide, aide aux devoirs"));
        Assert.Equal([1], both.Find("\"aide aux devoirs\"").Numbers());
        Assert.Equal([1], both.Find("\"aide aide\"").Numbers());
        Assert.Equal(0, both.Find("\"aide aide aide aide\"").Total);
        Assert.Equal(0, both.Find("\"aide devoirs aide\"").Total);
    }

    [Fact]
    public void In_texts_of_thousands_of_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("aide alimentaire devoirs", 2000));
        var both = new Both(Mission(1, "", words + " aide aux devoirs"), Mission(2, "", words));
        Assert.Equal([1], both.Find("\"aide aux devoirs\"").Numbers());
    }

    [Fact]
    public void Words_besides_it_may_stand_anywhere()
    {
        var both = new Both(Mission(1, "Aide aux devoirs").In(Lyon), Mission(2, "Aide aux devoirs").In(Paris));
        Assert.Equal([1], both.Find("lyon \"aide aux devoirs\"").Numbers());
        Assert.Equal([1], both.Find("\"aide aux devoirs\" lyon").Numbers());
    }

    [Fact]
    public void A_quotation_mark_without_a_partner_is_nothing()
    {
        var both = new Both(Mission(1, "Devoirs et aide"));
        Assert.Equal([1], both.Find("aide \"devoirs").Numbers());
        Assert.Equal([1], both.Find("\"aide devoirs").Numbers());
        Assert.Equal([1], both.Find("aide devoirs\"").Numbers());
    }

    [Fact]
    public void A_quoted_word_is_that_word_and_no_other()
    {
        var both = new Both(Mission(1, "Maraude"));
        Assert.Equal([1], both.Find("\"maraudes\"").Numbers());
        Assert.Equal(0, both.Find("\"marude\"").Total);
        Assert.Empty(both.Find("\"marude\"").Understanding.Corrected);
        Assert.Equal(0, both.Find("\"mara\"").Total);
    }

    [Fact]
    public void Words_of_a_phrase_are_not_corrected_either() =>
        Assert.Equal(0, new Both(Mission(1, "Aide aux devoirs")).Find("\"aide aux devoris\"").Total);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"de la\"")]
    [InlineData("«  »")]
    public void An_empty_quotation_asks_for_nothing(string question) =>
        Assert.Equal(1, new Both(Mission(1, "Maraude")).Find(question).Total);

    [Fact]
    public void It_is_another_unit_than_its_words()
    {
        var both = new Both(Mission(1, "Aide aux devoirs"), Mission(2, "Devoirs : une aide"));
        // « aide aux devoirs » is an expression of the synonyms
        Assert.Equal([1], both.Find("aide aux devoirs \"aide aux devoirs\"").Numbers());
    }

    [Fact]
    public void It_is_told_in_its_quotes()
    {
        var hits = new Both(Mission(1, "Maraude")).Find("maraude “aide aux devoirs”");
        Assert.Equal("\"aide devoirs\"", Assert.Single(hits.Understanding.Dropped));
    }
}
