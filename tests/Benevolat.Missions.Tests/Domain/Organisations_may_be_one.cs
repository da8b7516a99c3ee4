using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class Organisations_may_be_one
{
    [Theory]
    [InlineData("Les Restos du Cœur", "Restos du coeur")]
    [InlineData("Les Restos du Cœur", "RESTOS DU COEUR DE LYON")]
    [InlineData("Association Le Goût des autres", "Gout des autres (asso loi 1901)")]
    [InlineData("Secours populaire français", "Secours Populaire Francais - Lyon")]
    [InlineData("L'Île aux enfants", "Ile aux Enfants")]
    [InlineData("Entraide Majolane", "Entraide Majolanne")]
    [InlineData("Majolane Entraide", "Entraide Majolane")]
    [InlineData("Les Amis du Vieux Lyon", "Amis du vieux Lyon")]
    public void Names_are_alike_as_people_write_them(string one, string other)
    {
        Assert.Equal(DuplicateReason.SimilarName, Between(Lyon(one), Lyon(other)));
        Assert.Equal(DuplicateReason.SimilarName, Between(Lyon(other), Lyon(one)));
    }

    [Theory]
    [InlineData("Entraide protestante", "Entraide")]
    [InlineData("Les Amis du musée", "Les Amis du jardin")]
    [InlineData("Club de judo", "Club de lutte")]
    [InlineData("Lire et faire lire", "Lire")]
    [InlineData("Le Mat", "Le Mot")]
    [InlineData("Croix-Rouge française", "Croix-Bleue française")]
    public void Other_names_are_others(string one, string other) => Assert.Null(Between(Lyon(one), Lyon(other)));

    [Fact]
    public void A_name_that_says_nothing_else_is_compared_as_it_is()
    {
        Assert.Equal(["association", "des", "et", "de", "la"], OrganisationLikeness.Words("Association des et de la", null));
        Assert.Equal(["lyon"], OrganisationLikeness.Words("L'association de Lyon", "Lyon"));
        Assert.Equal(DuplicateReason.SimilarName, Between(Lyon("Association de Lyon"), Lyon("Lyon")));
        Assert.Null(Between(Lyon("Association"), Lyon("Lyon")));
        Assert.Null(Between(Lyon("…"), Lyon("…")));
    }

    [Fact]
    public void Names_count_in_the_same_city_only_and_its_arrondissements_are_the_city()
    {
        Assert.Null(Between(Lyon("Restos du cœur"), Lyon("Restos du cœur") with { CommuneCode = "38185", Commune = "Grenoble" }));
        Assert.Null(Between(Lyon("Restos du cœur"), Lyon("Restos du cœur") with { CommuneCode = null }));
        Assert.Equal(DuplicateReason.SimilarName, Between(Lyon("Restos du cœur"), Lyon("Restos du cœur") with { CommuneCode = "69383", Commune = "Lyon 3e Arrondissement" }));
        Assert.Contains("69389", Communes.CodesOfCity("69123"));
        Assert.Equal(Communes.CodesOfCity("75056"), Communes.CodesOfCity("75120"));
        Assert.Equal(["38185"], Communes.CodesOfCity("38185"));
    }

    [Fact]
    public void The_same_number_says_so_anywhere_and_the_strongest_reason_is_told()
    {
        var far = Lyon("Tout autre chose") with { CommuneCode = "38185" };
        Assert.Equal(DuplicateReason.SameRna, Between(Lyon("Une") with { Rna = "W691234567", Siren = "732829320" }, far with { Rna = "W691234567", Siren = "732829320" }));
        Assert.Equal(DuplicateReason.SameSiret, Between(Lyon("Une") with { Siret = "73282932000074" }, far with { Siret = "73282932000074" }));
        Assert.Equal(DuplicateReason.SameSiren, Between(Lyon("Une") with { Siren = "732829320" }, far with { Siret = "73282932000074" }));
        Assert.Null(Between(Lyon("Une") with { Siren = "732829320" }, far with { Siren = "356000000" }));
        Assert.Null(Between(Lyon("Une"), far));
    }

    private static OrganisationProfile Lyon(string name) => new(name, "", null, null, null, null, null, "Lyon", "69123", null);

    private static DuplicateReason? Between(OrganisationProfile one, OrganisationProfile other) => OrganisationLikeness.Between(one, other);
}
