using Benevolat.Identity.Domain;

namespace Benevolat.Identity.Tests.Domain;

public sealed class Small_rules
{
    [Theory]
    [InlineData("/")]
    [InlineData("/connexion?retour=%2Fmissions")]
    [InlineData("/connect/authorize?client_id=benevolat-web")]
    public void A_path_of_this_site_is_local(string url) => Assert.True(LocalUrl.IsLocal(url));

    [Theory]
    [InlineData("")]
    [InlineData("https://ailleurs.test/")]
    [InlineData("//ailleurs.test")]
    [InlineData("/\\ailleurs.test")]
    [InlineData("\\\\ailleurs.test")]
    [InlineData("javascript:alert(1)")]
    [InlineData("missions")]
    [InlineData("/\t/ailleurs.test")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    public void Anything_else_is_not(string url) => Assert.False(LocalUrl.IsLocal(url));

    [Fact]
    public void Each_service_scope_is_its_own_audience_and_people_are_known_to_Identity()
    {
        Assert.Equal(["identity", "missions", "volunteers"], Grants.Audiences(["openid", "missions", "volunteers", "roles"], person: true));
        Assert.Equal(["identity"], Grants.Audiences(["openid"], person: true));
        Assert.Equal(["missions"], Grants.Audiences(["network"], person: false));
        Assert.Equal(["identity", "matching", "missions", "notifications", "volunteers"], Grants.Audiences(["ops"], person: false));
    }

    [Fact]
    public void Operating_is_for_operators_and_networks_are_never_people()
    {
        Assert.True(Grants.IsOpenTo("ops", ["operator"]));
        Assert.False(Grants.IsOpenTo("ops", ["moderator"]));
        Assert.False(Grants.IsOpenTo("network", ["operator", "moderator"]));
        Assert.True(Grants.IsOpenTo("missions", []));
    }

    [Fact]
    public void A_mail_is_tried_again_at_growing_intervals_of_an_hour_at_most()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), SendingSchedule.Pause(1));
        Assert.Equal(TimeSpan.FromSeconds(16), SendingSchedule.Pause(4));
        Assert.Equal(TimeSpan.FromHours(1), SendingSchedule.Pause(12));
        Assert.Equal(TimeSpan.FromHours(1), SendingSchedule.Pause(1_000_000));
    }
}
