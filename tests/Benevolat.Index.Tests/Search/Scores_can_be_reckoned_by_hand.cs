using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

/// <summary>The numbers of the decision 0014, written out once more, in double precision, where a reader can follow them.</summary>
public sealed class Scores_can_be_reckoned_by_hand
{
    [Fact]
    public void A_word_in_one_field()
    {
        // Mean title: (1 + 2 + 3) / 3 = 2 words.
        var both = new Both(Mission(1, "maraude"), Mission(2, "maraude vélo"), Mission(3, "jardin potager fleuri"));
        var hits = both.Find("maraude");
        Assert.Equal([1, 2], hits.Numbers());
        Assert.Equal(Impact(4 / (0.7 + (0.3 * 1 / 2))), hits.Hits[0].TextScore, 0.00001);
        Assert.Equal(Impact(4 / (0.7 + (0.3 * 2 / 2))), hits.Hits[1].TextScore, 0.00001);
        Assert.Equal(Math.Log(1 + ((3 - 2 + 0.5) / (2 + 0.5))), hits.Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void A_word_in_every_field()
    {
        var mission = Mission(1, "maraude", "maraude maraude").In(Lyon with { Commune = "Maraude" });
        var both = new Both(mission with { OrganisationName = "maraude", Activities = ["maraude"] }, Mission(2, "jardin", "vélo vélo"));
        // All fields are as long as the mean, save organisation, commune and activities, whose length doesn't count.
        Assert.Equal(Impact(4 + 3 + 2 + 2 + 2), both.Find("maraude").Hits[0].TextScore, 0.00001);
    }

    [Fact]
    public void A_long_description_says_less_of_each_word()
    {
        // Mean description: (1 + 9) / 2 = 5 words.
        var both = new Both(Mission(1, "", "maraude"), Mission(2, "", "maraude vélo vélo vélo vélo vélo vélo vélo vélo"));
        var hits = both.Find("maraude");
        Assert.Equal(Impact(1 / (0.25 + (0.75 * 1 / 5))), hits.Hits[0].TextScore, 0.00001);
        Assert.Equal(Impact(1 / (0.25 + (0.75 * 9 / 5))), hits.Hits[1].TextScore, 0.00001);
    }

    [Fact]
    public void Several_words_weigh_by_their_rarity()
    {
        var both = new Both(Mission(1, "maraude", "vélo"), Mission(2, "", "vélo"), Mission(3, "", "vélo"), Mission(4, "", "rien"));
        var (rare, common) = (Idf(4, 1), Idf(4, 3));
        // Mean title 1/4, mean description 1.
        var maraude = Impact(4 / (0.7 + (0.3 * 1 / 0.25)));
        Assert.Equal(((rare * maraude) + (common * Impact(1))) / (rare + common), both.Find("maraude vélo").Hits[0].TextScore, 0.00001);
    }

    [Fact]
    public void A_phrase_weighs_as_the_mean_of_its_words()
    {
        var both = new Both(Mission(1, "tri sélectif"), Mission(2, "sélectif"), Mission(3, "rien"));
        // Mean title 4/3.
        var impact = Impact(4 / (0.7 + (0.3 * 2 / (4 / 3.0))));
        var hits = both.Find("\"tri sélectif\"");
        Assert.Equal(impact, hits.Hits[0].TextScore, 0.00001);
        Assert.Equal((Idf(3, 1) + Idf(3, 2)) / 2, hits.Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void Numbers_are_those_of_the_last_merge()
    {
        var both = new Both(Mission(1, "maraude"), Mission(2, "jardin"));
        var before = both.Find("maraude").Hits[0];
        both.Put([.. Enumerable.Range(3, 20).Select(i => Mission(i, "maraude et des mots encore", "et autre chose"))]);
        var after = both.Find("maraude").Hits.Single(hit => hit.Id == Id(1));
        Assert.Equal(before, after); // so that a cursor stays true
        Assert.Equal(Math.Log(1 + ((2 - 1 + 0.5) / (1 + 0.5))), both.Find("maraude").Understanding.Words[0].Rarity, 0.00001);
        both.Merge();
        Assert.Equal(Math.Log(1 + ((22 - 21 + 0.5) / (21 + 0.5))), both.Find("maraude").Understanding.Words[0].Rarity, 0.00001);
        Assert.NotEqual(before.TextScore, both.Find("maraude").Hits.Single(hit => hit.Id == Id(1)).TextScore);
    }

    [Fact]
    public void Words_seen_first_since_the_last_merge_count_as_rarest()
    {
        var both = new Both(Mission(1, "maraude"), Mission(2, "jardin"), Mission(3, "jardin"));
        both.Put(Mission(4, "vélo"));
        Assert.Equal(Math.Log(1 + ((3 + 0.5) / 0.5)), both.Find("vélo").Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void Before_any_merge_there_is_nothing_to_compare_with()
    {
        var both = new Both();
        both.Put(Mission(1, "maraude à vélo"));
        var hits = both.Find("maraude");
        Assert.Equal(Impact(4), hits.Hits[0].TextScore, 0.00001);
        Assert.Equal(Math.Log(2), hits.Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void Places_are_no_further_missions_to_the_numbers()
    {
        var both = new Both(Mission(1, "maraude").In(Lyon, Paris, Marseille), Mission(2, "jardin"));
        Assert.Equal(Idf(2, 1), both.Find("maraude").Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void Two_addresses_in_one_commune_name_it_once()
    {
        var both = new Both(Mission(1).In(Villeurbanne, Villeurbanne with { Point = Lyon.Point }, Lyon), Mission(2));
        Assert.Equal(Impact(2), both.Find("villeurbanne").Hits[0].TextScore, 0.00001);
        Assert.Equal(Impact(2), both.Find("69100").Hits[0].TextScore, 0.00001);
    }

    [Fact]
    public void Missions_that_have_gone_count_until_the_next_merge()
    {
        var both = new Both(Mission(1, "maraude"), Mission(2, "maraude"), Mission(3, "jardin"));
        both.Remove(2);
        Assert.Equal(Idf(3, 2), both.Find("maraude").Understanding.Words[0].Rarity, 0.00001);
        both.Merge();
        Assert.Equal(Idf(2, 1), both.Find("maraude").Understanding.Words[0].Rarity, 0.00001);
    }

    [Fact]
    public void Hundreds_of_mentions_are_counted_all()
    {
        var words = string.Join(' ', Enumerable.Repeat("maraude", 300));
        var both = new Both(Mission(1, words), Mission(2, string.Join(' ', Enumerable.Repeat("jardin", 300))));
        Assert.Equal(Impact(4 * 300), both.Find("maraude").Hits[0].TextScore, 0.00001);
    }

    [Fact]
    public void The_faintest_mention_is_worth_something()
    {
        var endless = Mission(1, "", string.Join(' ', Enumerable.Repeat("jardin", 20_000)) + " maraude");
        var both = Both.Of([endless, .. Enumerable.Range(2, 1000).Select(i => Mission(i, "", "vélo"))]);
        Assert.Equal(1 / 255.0, both.Find("maraude").Hits[0].TextScore, 0.00001);
    }

    private static double Idf(int documents, int having) => Math.Log(1 + ((documents - having + 0.5) / (having + 0.5)));

    private static double Impact(double mentions) => Math.Round(255 * mentions / (1.2 + mentions), MidpointRounding.AwayFromZero) / 255;
}
