using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Words_are_found_as_people_write_them
{
    [Theory]
    [InlineData("Soutien aux collégiens", "collegiens")]
    [InlineData("Soutien aux collegiens", "collégiens")]
    [InlineData("Soutien aux collégiens", "COLLÉGIENS")]
    [InlineData("Soutien aux collégiens", "collégien")]
    [InlineData("Lire à l'école", "ecole")]
    [InlineData("Lire à l’école", "école")]
    [InlineData("Lire à l'école", "l'école")]
    [InlineData("Lire à l'école", "L’ÉCOLE")]
    [InlineData("Lire à l'école", "écoles")]
    [InlineData("Les écoles du quartier", "ecole")]
    [InlineData("Soigner des chevaux", "cheval")]
    [InlineData("Soigner un cheval", "chevaux")]
    [InlineData("Visites dans les hôpitaux", "hopital")]
    [InlineData("Ateliers d'écriture", "atelier")]
    [InlineData("Maraude", "maraudes")]
    [InlineData("Les Restos du Cœur", "coeur")]
    [InlineData("Les Restos du Coeur", "cœur")]
    [InlineData("Fête de Noël", "noel")]
    [InlineData("Chantier d'été", "été")] // no form of « être » here
    [InlineData("Aide aux devoirs", "devoirs aide")] // any order
    [InlineData("Aide aux devoirs", "l'aide des devoirs")] // little words don't matter
    [InlineData("Aide aux devoirs", "aide, devoirs !")]
    [InlineData("Covoiturage pour l'AMAP", "amap")]
    public void In_the_title(string title, string question)
    {
        var both = new Both(Mission(1, title), Mission(2, "Tout autre chose"));
        Assert.Equal([1], both.Find(question).Numbers());
        Assert.Empty(both.Find(question).Understanding.Corrected);
    }

    [Fact]
    public void In_every_field()
    {
        var mission = Mission(1, "Titre", "Une description sincère").In(Villeurbanne) with
        {
            OrganisationName = "Emmaüs Connect",
            Activities = ["aide-aux-devoirs"],
            Audiences = ["personnes-agees"],
            Skills = ["langue-des-signes"],
        };
        var both = new Both(mission, Mission(2));
        foreach (var word in new[] { "titre", "sincère", "emmaus", "villeurbanne", "69100", "devoirs", "agees", "signes" })
        {
            Assert.Equal([1], both.Find(word).Numbers());
        }
    }

    [Fact]
    public void In_the_names_of_all_places()
    {
        var both = new Both(Mission(1).In(Paris, Lyon));
        Assert.Equal([1], both.Find("69003").Numbers());
        Assert.Equal([1], both.Find("paris").Numbers());
    }

    [Fact]
    public void Codes_of_domain_and_kind_are_no_words()
    {
        var both = new Both(Mission(1, "Tri"));
        Assert.Equal(0, both.Find("solidarite").Total);
        Assert.Equal(0, both.Find("regular").Total);
    }

    [Fact]
    public void Two_words_may_stand_in_different_fields()
    {
        var both = new Both(Mission(1, "Maraude").In(Lyon), Mission(2, "Maraude").In(Paris));
        Assert.Equal([1], both.Find("maraude lyon").Numbers());
    }

    [Fact]
    public void All_words_must_be_there()
    {
        var both = new Both(Mission(1, "Aide aux devoirs"), Mission(2, "Aide alimentaire"), Mission(3, "Devoirs"));
        var hits = both.Find("aide devoirs");
        Assert.Equal([1], hits.Numbers());
        Assert.Empty(hits.Understanding.Dropped);
    }

    [Fact]
    public void A_word_is_not_found_inside_another()
    {
        var both = new Both(Mission(1, "Marathon"), Mission(2, "Bonjour"));
        Assert.Equal(0, both.Find("thon ").Total);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("de la les aux")]
    [InlineData("!?…")]
    public void Nothing_said_is_everything_found(string? question)
    {
        var hits = new Both(Mission(1, "Maraude"), Mission(2)).Find(Asked(question));
        Assert.Equal(2, hits.Total);
        Assert.All(hits.Hits, hit => Assert.Equal(0, hit.TextScore));
        Assert.Empty(hits.Understanding.Words);
    }

    [Fact]
    public void A_word_said_twice_counts_once()
    {
        var both = new Both(Mission(1, "Maraude à vélo"), Mission(2, "Vélo"));
        Assert.Equal(Show.Answer(both.Find("maraude vélo")), Show.Answer(both.Find("maraude vélo Maraudes")));
    }
}
