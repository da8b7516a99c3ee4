namespace Benevolat.Web.Tests.Pages;

public sealed class SignInWithoutIdentityTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Signing_in_waits_kindly_while_identity_is_away_and_works_when_it_is_back()
    {
        using var browser = site.Open();
        site.Stub.Identity.IsAway = true;
        var away = await browser.GoAsync("/connexion?retour=/candidatures");
        site.Stub.Identity.IsAway = false;
        var back = await browser.GoAsync("/connexion?retour=/candidatures");

        Assert.Equal((503, "Un instant, nous revenons"), (away.Status, away.Text("h1")));
        Assert.Equal("/candidatures", back.Path);
    }
}
