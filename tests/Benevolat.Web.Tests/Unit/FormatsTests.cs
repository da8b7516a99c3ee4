using System.Globalization;
using Benevolat.Web.Text;
using Microsoft.Extensions.Time.Testing;

namespace Benevolat.Web.Tests.Unit;

public sealed class FormatsTests
{
    private readonly Formats formats;

    public FormatsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
        formats = new Formats(SiteTexts.Create(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Days_name_the_year_only_when_it_is_another()
    {
        Assert.Equal("mercredi 2 décembre", formats.Day(new DateOnly(2026, 12, 2)));
        Assert.Equal("vendredi 1er janvier 2027", formats.Day(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void Instants_are_in_the_time_of_paris()
    {
        Assert.Equal("samedi 5 décembre, de 18 h à 21 h 30", Plain(formats.Span(At(2026, 12, 5, 17, 0), At(2026, 12, 5, 20, 30))));
        Assert.Equal("demain à 0 h 30", Plain(formats.Deadline(At(2026, 11, 23, 23, 30))));
        Assert.Equal("aujourd’hui à 18 h", Plain(formats.Deadline(At(2026, 11, 23, 17, 0))));
    }

    [Theory]
    [InlineData(0.04, "tout près")]
    [InlineData(0.83, "à 800 m")]
    [InlineData(3.24, "à 3,2 km")]
    [InlineData(27.4, "à 27 km")]
    public void Distances_are_as_exact_as_is_useful(double kilometres, string said) => Assert.Equal(said, formats.Distance(kilometres));

    [Theory]
    [InlineData("2026-11-23", "one-off", "aujourd’hui")]
    [InlineData("2026-11-24", "regular", "demain")]
    [InlineData("2026-12-02", "one-off", "mercredi 2 décembre")]
    [InlineData("2026-12-02", "regular", "dès le mercredi 2 décembre")]
    [InlineData("2026-09-01", "regular", "dès maintenant")]
    public void A_card_says_the_next_date(string day, string kind, string said) =>
        Assert.Equal(said, formats.Next(DateOnly.Parse(day, CultureInfo.InvariantCulture), kind));

    [Fact]
    public void Places_count_as_the_french_do() => Assert.Equal(("Complet", "1 place", "2 places"), (formats.PlacesLeft(0), formats.PlacesLeft(1), formats.PlacesLeft(2)));

    [Fact]
    public void English_has_its_own_days_hours_and_distances()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("en-GB");
        Assert.Equal("Wednesday 2 December", formats.Day(new DateOnly(2026, 12, 2)));
        Assert.Equal("1 January 2027", Formats.ShortDay(new DateOnly(2027, 1, 1)));
        Assert.Equal("Saturday 5 December, 18:00 to 21:30", formats.Span(At(2026, 12, 5, 17, 0), At(2026, 12, 5, 20, 30)));
        Assert.Equal("tomorrow at 00:30", formats.Deadline(At(2026, 11, 23, 23, 30)));
        Assert.Equal(("close by", "800 m away", "3.2 km away"), (formats.Distance(0.04), formats.Distance(0.83), formats.Distance(3.24)));
        Assert.Equal("from Wednesday 2 December", formats.Next(new DateOnly(2026, 12, 2), "regular"));
    }

    [Theory]
    [InlineData("fr-FR", 0, "0 mission")]
    [InlineData("fr-FR", 2, "2 missions")]
    [InlineData("en-GB", 0, "0 missions")]
    [InlineData("en-GB", 1, "1 mission")]
    [InlineData("en-GB", 1137, "1,137 missions")]
    public void Each_language_counts_its_way(string language, int number, string said)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
        Assert.Equal(said, SiteTexts.Create().Count(number, "{0} mission", "{0} missions"));
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
