using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Synonyms_stand_in
{
    [Theory]
    [InlineData("sdf", "Repas pour les sans-abri")]
    [InlineData("SDF", "Repas pour les sans abris")]
    [InlineData("sans-abri", "Repas pour les SDF")]
    [InlineData("cours", "Soutien scolaire")]
    [InlineData("cours", "Aide aux devoirs")]
    [InlineData("soutien scolaire", "Aide aux devoirs")]
    [InlineData("scolaire soutien", "Aide aux devoirs")] // an expression in any order
    [InlineData("soutiens scolaires", "Aide aux devoirs")]
    [InlineData("soutien bénévole scolaire", "Bénévole pour l'aide aux devoirs")] // and with something between
    public void In_the_list_that_comes_with_the_engine(string question, string title)
    {
        var both = new Both(Mission(1, title), Mission(2, "Jardin"));
        Assert.Equal([1], both.Find(question + " ").Numbers());
    }

    [Fact]
    public void One_way_only_where_the_list_says_so()
    {
        var both = new Both(Mission(1, "Cours de couture"));
        Assert.Equal(0, both.Find("soutien scolaire ").Total);
    }

    [Theory]
    [InlineData("vélo", 1, 2)]
    [InlineData("bicyclette", 2, 1)]
    public void The_word_itself_goes_first(string question, int first, int second)
    {
        var both = new Both("vélo = bicyclette");
        both.Build([Mission(1, "Vélo"), Mission(2, "Bicyclette"), Mission(3, "Marche")]);
        Assert.Equal([first, second], both.Find(question).Numbers());
    }

    [Fact]
    public void A_synonym_is_worth_its_weight_and_seven_tenths_where_none_is_given()
    {
        var both = new Both("vélo = bicyclette\nmarche = pied @0.25 # little");
        both.Build([Mission(1, "Vélo"), Mission(2, "Bicyclette"), Mission(3, "Marche"), Mission(4, "Pied")]);
        Assert.Equal(0.7f, Worth("vélo"), 0.0001f);
        Assert.Equal(0.25f, Worth("marche"), 0.0001f);

        float Worth(string question) => both.Find(question).Hits[1].TextScore / both.Find(question).Hits[0].TextScore;
    }

    [Fact]
    public void The_best_of_several_ways_to_say_it_counts_not_their_sum()
    {
        var both = new Both("vélo = bicyclette = cycle");
        // each as rare
        both.Build([Mission(1, "Vélo bicyclette cycle"), Mission(2, "Vélo autre chose"), Mission(3, "Bicyclette"), Mission(4, "Cycle")]);
        var scores = both.Find("vélo").Hits.ToDictionary(hit => Number(hit.Id), hit => hit.TextScore);
        Assert.Equal(scores[1], scores[2]);
    }

    [Fact]
    public void A_synonym_of_several_words_needs_them_all()
    {
        var both = new Both("sdf => personnes à la rue");
        both.Build([Mission(1, "Personnes dans la rue"), Mission(2, "Personnes"), Mission(3, "Rue")]);
        Assert.Equal([1], both.Find("sdf").Numbers());
    }

    [Fact]
    public void The_longer_expression_goes_before_its_parts()
    {
        var both = new Both("aide = secours\naide devoirs = soutien");
        both.Build([Mission(1, "Soutien"), Mission(2, "Secours pour tes devoirs"), Mission(3, "Aide aux devoirs")]);
        Assert.Equal([3, 1], both.Find("aide aux devoirs").Numbers());
    }

    [Fact]
    public void However_late_it_stands_in_the_list()
    {
        var both = new Both("aide devoirs = soutien\naide devoirs soir = étude");
        both.Build([Mission(1, "Soutien du soir"), Mission(2, "Étude")]);
        Assert.Equal([2], both.Find("aide devoirs soir ").Numbers());
    }

    [Fact]
    public void Of_two_as_long_the_earlier_in_the_list_takes_the_words()
    {
        var both = new Both("devoirs soir = étude\naide devoirs = soutien");
        both.Build([Mission(1, "Soutien du soir"), Mission(2, "Aide à l'étude"), Mission(3, "Aide aux devoirs du soir")]);
        Assert.Equal([3, 2], both.Find("aide devoirs soir ").Numbers());
    }

    [Fact]
    public void Expressions_said_twice_ask_for_no_more_than_once()
    {
        var both = new Both("aide devoirs = soutien");
        both.Build([Mission(1, "Soutien"), Mission(2, "Autre")]);
        Assert.Equal([1], both.Find("aide devoirs aide devoirs ").Numbers());
    }

    [Fact]
    public void A_phrase_parts_what_stands_before_it_from_what_stands_behind()
    {
        var both = new Both("aide devoirs = soutien");
        both.Build([Mission(1, "Soutien du mercredi soir"), Mission(2, "Aide, devoirs, mercredi soir")]);
        Assert.Equal([2], both.Find("aide \"mercredi soir\" devoirs ").Numbers());
    }

    [Fact]
    public void A_quotation_mark_without_a_partner_parts_nothing()
    {
        var both = new Both("aide devoirs = soutien");
        both.Build([Mission(1, "Soutien"), Mission(2, "Autre")]);
        Assert.Equal([1], both.Find("aide \"devoirs ").Numbers());
    }

    [Fact]
    public void A_quoted_word_means_itself() => Assert.Equal(0, new Both(Mission(1, "Sans-abri")).Find("\"sdf\"").Total);

    [Fact]
    public void A_rare_synonym_does_not_outdo_the_word_itself()
    {
        var both = new Both("vélo = draisienne");
        both.Build([Mission(1, "Draisienne"), .. Enumerable.Range(2, 9).Select(number => Mission(number, "Vélo"))]);
        Assert.Equal(1, both.Find("vélo").Numbers().Last());
    }

    [Fact]
    public void A_word_of_the_list_is_not_taken_for_a_neighbour()
    {
        var both = new Both("glanage = récolte");
        both.Build([Mission(1, "Planage"), Mission(2, "Récolte")]);
        Assert.Equal([2], both.Find("glanage ").Numbers());
        Assert.Equal([2], both.Find("glanage").Numbers());
    }

    [Fact]
    public void A_corrected_word_has_synonyms()
    {
        var both = new Both("maraude = tournée");
        both.Build([Mission(1, "Maraude"), Mission(2, "Tournée")]);
        Assert.Equal([1, 2], both.Find("maroude ").Numbers());
    }

    [Fact]
    public void A_completed_word_has_none()
    {
        var both = new Both("maraude = tournée");
        both.Build([Mission(1, "Maraude"), Mission(2, "Tournée")]);
        Assert.Equal([1], both.Find("marau").Numbers());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a remark\n\n   \n")]
    [InlineData("de = la\nseul")]
    public void A_list_may_say_nothing(string list)
    {
        var both = new Both(list);
        both.Build([Mission(1, "Sans-abri")]);
        Assert.Equal(0, both.Find("sdf").Total);
        Assert.Equal([1], both.Find("abri").Numbers());
    }

    [Fact]
    public void Synonyms_may_be_written_with_the_line_ends_of_Windows()
    {
        var both = new Both("vélo = bicyclette @0.5\r\nmarche = pied\r\n");
        both.Build([Mission(1, "Bicyclette"), Mission(2, "Pied")]);
        Assert.Equal([1], both.Find("vélo").Numbers());
        Assert.Equal([2], both.Find("marche").Numbers());
    }
}
