using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class Words_are_found_whole
{
    [Theory]
    [InlineData("obligatoire", "Présence OBLIGATOIRE.", "OBLIGATOIRE")]
    [InlineData("obligatoire", "On vient obligatoirement à l'heure.", null)]
    [InlineData("obligatoire*", "On vient obligatoirement à l'heure.", "obligatoirement")]
    [InlineData("contrat", "La contrariété des contrats.", null)]
    [InlineData("serieux s abstenir", "Pas sérieux s’abstenir", "sérieux s’abstenir")]
    [InlineData("jeune et dynamique", "jeune, et dynamique", "jeune, et dynamique")]
    [InlineData("jeune et dynamique", "un jeune dynamique", null)]
    [InlineData("coeur", "Les cœurs, le Cœur", "Cœur")]
    [InlineData("CA", "Le CA se réunit.", "CA")]
    [InlineData("CA", "Ça va, ca va.", null)]
    [InlineData("PSE1", "Le PSE1 est offert", "PSE1")]
    [InlineData("ete", "e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData("ete", "", null)]
    public void With_or_without_accents_and_capitals_never_inside_others(string entry, string text, string? found) =>
        Assert.Equal(found, new WordList([entry]).In(new CoachedText("title", text)).FirstOrDefault()?.Text);

    [Fact]
    public void The_longer_one_wins_and_harmless_ones_hide_what_they_cover()
    {
        var words = new WordList(["remunere* => défrayé", "!non remunere*", "non => oui"]);
        Assert.Equal(["rémunérée", "non"], words.In(new CoachedText("title", "rémunérée, non rémunéré, non payé")).Select(hit => hit.Text));
    }

    [Theory]
    [InlineData("accompagner", true)]
    [InlineData("servir", true)]
    [InlineData("peindre", true)]
    [InlineData("trier", true)]
    [InlineData("planifier", true)]
    [InlineData("recevoir", true)]
    [InlineData("quartier", false)]
    [InlineData("atelier", false)]
    [InlineData("loisir", false)]
    [InlineData("comptoir", false)]
    [InlineData("hiver", false)]
    [InlineData("bibliothecaire", false)]
    public void Infinitives_are_known_by_their_endings(string word, bool expected) => Assert.Equal(expected, FrenchVerbs.IsInfinitive(word));
}
