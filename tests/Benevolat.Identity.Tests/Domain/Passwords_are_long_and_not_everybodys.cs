using Benevolat.Identity.Domain;

namespace Benevolat.Identity.Tests.Domain;

public sealed class Passwords_are_long_and_not_everybodys
{
    [Theory]
    [InlineData("cheval-agrafe-nuage")]
    [InlineData("Demo-Benevolat-2026")]
    [InlineData("je viens le mardi soir")]
    [InlineData("élève à l'école")]
    public void A_phrase_will_do(string password) => Assert.Null(PasswordRules.Broken(password, "lea.martin@exemple.test", "Léa"));

    [Theory]
    [InlineData("")]
    [InlineData("onze-lettre")]
    public void Fewer_than_twelve_characters_are_refused(string password) => Assert.Equal(AccountRules.PasswordLength, PasswordRules.Broken(password));

    [Fact]
    public void More_than_128_characters_are_refused() => Assert.Equal(AccountRules.PasswordLength, PasswordRules.Broken(string.Concat(Enumerable.Repeat("abcde fghij ", 11))));

    [Theory]
    [InlineData("motdepasse123")]
    [InlineData("MotDePasse2026!")]
    [InlineData("Password!!2026")]
    [InlineData("azertyazerty")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ababababababab")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmnop")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.Equal(AccountRules.PasswordCommon, PasswordRules.Broken(password));

    [Theory]
    [InlineData("lea.martin-1990")]
    [InlineData("Leamartin!2026")]
    public void What_the_address_tells_is_refused(string password) =>
        Assert.Equal(AccountRules.PasswordPersonal, PasswordRules.Broken(password, "lea.martin@exemple.test", "Léa"));
}
