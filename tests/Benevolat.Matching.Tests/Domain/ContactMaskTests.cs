using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ContactMaskTests
{
    [Theory]
    [InlineData("Écrivez-moi : lea.martin@exemple.fr, merci", "Écrivez-moi : •••, merci")]
    [InlineData("léa_martin+benevole@mairie.ville-exemple.fr", "•••")]
    [InlineData("lea (at) exemple (point) fr", "•••")]
    [InlineData("lea [at] exemple.fr", "•••")]
    [InlineData("lea arobase exemple.fr", "•••")]
    [InlineData("Mon numéro : 06 12 34 56 78.", "Mon numéro : •••.")]
    [InlineData("0612345678", "•••")]
    [InlineData("06.12.34.56.78 ou 01-44-55-66-77", "••• ou •••")]
    [InlineData("+33 6 12 34 56 78", "•••")]
    [InlineData("+33 (0)6 12 34 56 78", "•••")]
    [InlineData("0033612345678", "•••")]
    [InlineData("depuis Bruxelles : +32 470 12 34 56", "depuis Bruxelles : •••")]
    [InlineData("sur https://wa.me/33612345678 ou t.me/lea", "sur ••• ou •••")]
    [InlineData("https://www.facebook.com/lea.martin", "•••")]
    public void Contacts_are_hidden(string text, string shown)
    {
        var (masked, found) = ContactMask.Hide(text);
        Assert.Equal((shown, true), (masked, found));
    }

    [Theory]
    [InlineData("Je suis libre le mercredi de 14 h à 16 h, et 2 samedis sur 4.")]
    [InlineData("J'habite au 12 rue de la Paix, 69100 Villeurbanne, depuis 2019.")]
    [InlineData("Le 06 12 2026 me va.")]
    [InlineData("RNA W691234567, SIRET 732 829 320 00074")]
    [InlineData("J'ai 200 € et 1 000 000 d'idées ; voyez https://www.restosducoeur.org/benevole")]
    [InlineData("50 % des 10 20 30 places")]
    [InlineData("")]
    public void Other_words_and_numbers_stay(string text) => Assert.Equal((text, false), ContactMask.Hide(text));

    [Fact]
    public void Hostile_input_takes_no_time_to_speak_of()
    {
        foreach (var part in (string[])["a.", "0 ", "(at)", "a@", "+3", "x arobase "])
        {
            var text = string.Concat(Enumerable.Repeat(part, Application.LongestMessage / part.Length));
            Assert.NotNull(ContactMask.Hide(text).Text);
        }
    }
}
