using Benevolat.Missions.Features;
using Benevolat.Missions.Features.Discovery;

namespace Benevolat.Missions.Tests.Domain;

public sealed class Texts_become_plain
{
    [Theory]
    [InlineData("De 7 h à 9 h.\n\nVous servez.", "De 7 h à 9 h.\n\nVous servez.")]
    [InlineData("3 < 5 & <3", "3 < 5 & <3")]
    [InlineData("<p>Vous <b>servez</b> le café.</p><p>Puis&nbsp;vous rangez.</p>", "Vous servez le café.\n\nPuis vous rangez.")]
    [InlineData("<ul><li>Accueillir</li><li>Servir</li></ul>", "- Accueillir\n- Servir")]
    [InlineData("Bonjour<script>alert(1)</script> à tous<style>p{}</style>", "Bonjour à tous")]
    [InlineData("<img src=x onerror=alert(1)>Bonjour", "Bonjour")]
    [InlineData("<a href=\"javascript:alert(1)\">ici</a>", "ici")]
    [InlineData("L&#39;accueil &eacute;tudiant", "L'accueil étudiant")]
    [InlineData("ligne 1\r\nligne 2   \n\n\n\nfin", "ligne 1\nligne 2\n\nfin")]
    [InlineData("<iframe src=x>dedans</iframe>", "")]
    public void Html_goes_and_words_stay(string text, string expected) => Assert.Equal(expected, PlainText.From(text));

    [Fact]
    public void Escaped_tags_are_words_and_not_tags() =>
        Assert.Equal("<script>alert(1)</script>", PlainText.From("&lt;script&gt;alert(1)&lt;/script&gt;"));

    [Fact]
    public void A_summary_is_cut_between_words()
    {
        Assert.Equal("Court et bon.", Summary.Of("Court\n\net  bon."));
        var summary = Summary.Of(string.Concat(Enumerable.Repeat("mot ", 100)));
        Assert.EndsWith("mot…", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 190, 201);
        Assert.Equal(201, Summary.Of(new string('a', 500)).Length);
    }
}
