using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Filters_let_through
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Fact]
    public void Any_of_the_values_asked_for()
    {
        var both = new Both(
            Mission(1) with { Domain = "sante" }, Mission(2) with { Domain = "culture" }, Mission(3) with { Domain = "sport" });
        Assert.Equal([1, 3], both.Find(Asked() with { Domains = ["sport", "sante", "sante"] }).Numbers().Order());
        Assert.Equal([1], both.Find(Asked() with { Domains = ["inconnu", "sante"] }).Numbers());
        Assert.Equal(0, both.Find(Asked() with { Domains = ["inconnu"] }).Total);
        Assert.Equal(0, both.Find(Asked() with { Domains = ["Sante"] }).Total); // codes are exact
    }

    [Fact]
    public void Missions_that_fit_every_filter()
    {
        var mission = Mission(1) with
        {
            Domain = "sante",
            Kind = "support",
            Remote = "possible",
            Activities = ["lecture", "maraude"],
            Audiences = ["enfants"],
            Skills = ["cuisine"],
            OrganisationId = Id(7),
            Network = "croix",
        };
        var fitting = Asked() with
        {
            Domains = ["sante"],
            Kinds = ["support"],
            Remotes = ["possible"],
            Activities = ["maraude"],
            Audiences = ["enfants"],
            Skills = ["cuisine"],
            Organisations = [Id(7)],
            Networks = ["croix"],
        };
        var both = new Both(mission);
        Assert.Equal(1, both.Find(fitting).Total);
        foreach (var query in new[]
        {
            fitting with { Domains = ["x"] }, fitting with { Kinds = ["x"] }, fitting with { Remotes = ["no"] },
            fitting with { Activities = ["x"] }, fitting with { Audiences = ["x"] }, fitting with { Skills = ["x"] },
            fitting with { Organisations = [Id(8)] }, fitting with { Networks = ["x"] },
        })
        {
            Assert.Equal(0, both.Find(query).Total);
        }
    }

    [Fact]
    public void Missions_without_a_network_are_in_none() =>
        Assert.Equal(0, new Both(Mission(1)).Find(Asked() with { Networks = ["", "croix"] }).Total);

    [Fact]
    public void Missions_without_activities_have_none_asked_for() =>
        Assert.Equal(0, new Both(Mission(1)).Find(Asked() with { Activities = ["lecture"] }).Total);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(1, null, true)]
    [InlineData(10, null, true)] // the last day is one of them
    [InlineData(11, null, false)]
    [InlineData(null, 5, true)] // the first day too
    [InlineData(null, 4, false)]
    [InlineData(1, 4, false)]
    [InlineData(6, 7, true)]
    [InlineData(11, 20, false)]
    public void From_the_first_to_the_last_day(int? from, int? to, bool fits)
    {
        var both = new Both(Mission(1) with { StartsOn = Monday.AddDays(5), EndsOn = Monday.AddDays(10) });
        Assert.Equal(fits, both.Find(Period(from, to)).Total == 1);
    }

    [Theory]
    [InlineData(0, 30, true)]
    [InlineData(3, 3, true)]
    [InlineData(4, 5, false)] // between two shifts
    [InlineData(4, null, true)]
    [InlineData(7, null, false)]
    [InlineData(null, 2, false)]
    [InlineData(null, 3, true)]
    [InlineData(5, 2, false)]
    public void On_days_with_a_shift(int? from, int? to, bool fits)
    {
        var both = new Both(Mission(1) with { ShiftDays = [Monday.AddDays(6), Monday.AddDays(3)] });
        Assert.Equal(fits, both.Find(Period(from, to)).Total == 1);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, null, false)] // later than one has looked already
    [InlineData(-1, null, true)]
    [InlineData(null, 0, true)] // and not later than one looks now
    [InlineData(null, -1, false)]
    [InlineData(-1, 0, true)]
    [InlineData(0, 0, false)]
    public void Published_since_one_looked(int? after, int? until, bool fits)
    {
        var noon = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
        var both = new Both(Mission(1) with { PublishedAt = noon.ToOffset(TimeSpan.FromHours(11)) });
        var query = Asked() with { PublishedAfter = Moment(after), PublishedUntil = Moment(until) };
        Assert.Equal(fits, both.Find(query).Total == 1);

        DateTimeOffset? Moment(int? microseconds) => microseconds is { } some ? noon.AddMicroseconds(some) : null;
    }

    [Fact]
    public void Missions_that_say_nothing_about_time()
    {
        var both = new Both(Mission(1));
        var query = Period(0, 1) with { WeekHours = [14], MaxHoursPerWeek = 0 };
        Assert.Equal(1, both.Find(query).Total);
    }

    [Theory]
    [InlineData(new[] { 63, 64 }, new[] { 64 }, true)]
    [InlineData(new[] { 63 }, new[] { 64 }, false)]
    [InlineData(new[] { 0 }, new[] { 0, 167 }, true)]
    [InlineData(new[] { 167 }, new[] { 0, 167 }, true)]
    [InlineData(new[] { 0 }, new[] { 64, 128 }, false)] // 0, 64 and 128 are the same bit of different words
    [InlineData(new[] { 1 }, new[] { 65, 129, 33 }, false)]
    [InlineData(new[] { 5 }, new[] { -1, 168, 1000, int.MaxValue, int.MinValue }, false)] // no hours of a week
    public void At_one_of_the_hours(int[] open, int[] asked, bool fits)
    {
        var both = new Both(Mission(1) with { WeekHours = open });
        Assert.Equal(fits, both.Find(Asked() with { WeekHours = asked }).Total == 1);
    }

    [Theory]
    [InlineData("3", "3", true)]
    [InlineData("3.1", "3", false)]
    [InlineData("3.04", "3", true)] // counted in tenths
    [InlineData("3.05", "3", false)] // halves away from zero, not to the even tenth
    [InlineData("3", "2.95", true)]
    [InlineData("3", "2.94", false)]
    [InlineData("0", "0", true)]
    [InlineData("0", "-1", false)]
    [InlineData("35", "79228162514264337593543950335", true)]
    public void At_most_so_many_hours_a_week(string hours, string most, bool fits)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var both = new Both(Mission(1) with { HoursPerWeek = decimal.Parse(hours, invariant) });
        Assert.Equal(fits, both.Find(Asked() with { MaxHoursPerWeek = decimal.Parse(most, invariant) }).Total == 1);
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 6, false)]
    [InlineData(0, 1, false)]
    [InlineData(0, 0, true)] // nobody said how many they are
    [InlineData(0, -3, true)]
    [InlineData(65_535, 65_535, true)]
    [InlineData(1_000_000, 65_535, true)]
    [InlineData(1_000_000, 65_536, false)] // counted so far and no further
    [InlineData(65_536, 1, true)] // and not from zero again
    [InlineData(-1, 1, false)]
    public void With_places_for_all_of_a_group(int left, int people, bool fits)
    {
        var both = new Both(Mission(1) with { PlacesLeft = left });
        Assert.Equal(fits, both.Find(Asked() with { GroupOf = people }).Total == 1);
    }

    [Fact]
    public void Minors_and_people_with_reduced_mobility_where_they_are_welcome()
    {
        var both = new Both(
            Mission(1) with { OpenToMinors = true }, Mission(2) with { ReducedMobility = true },
            Mission(3) with { OpenToMinors = true, ReducedMobility = true }, Mission(4));
        Assert.Equal([1, 3], both.Find(Asked() with { OpenToMinors = true }).Numbers().Order());
        Assert.Equal([2, 3], both.Find(Asked() with { ReducedMobility = true }).Numbers().Order());
        Assert.Equal([3], both.Find(Asked() with { OpenToMinors = true, ReducedMobility = true }).Numbers());
        Assert.Equal(4, both.Find(Asked()).Total);
    }

    [Fact]
    public void Hundreds_of_different_values()
    {
        var both = Both.Of(Enumerable.Range(0, 600).Select(i => Mission(i) with
        {
            Domain = $"domaine-{i % 200}",
            OrganisationId = Id(i),
            Network = $"reseau-{i}",
            Activities = [$"activite-{i}", $"activite-{i + 1}"],
            Audiences = [$"public-{i}"],
            Skills = [$"competence-{i}"],
        }));
        Assert.Equal([57, 257, 457], both.Find(Asked() with { Domains = ["domaine-57"] }).Numbers().Order());
        Assert.Equal([511, 512], both.Find(Asked() with { Activities = ["activite-512"] }).Numbers().Order());
        Assert.Equal(
            [300],
            both.Find(Asked() with { Skills = ["competence-300"], Audiences = ["public-300"], Organisations = [Id(300)] }).Numbers());
        Assert.Equal([300], both.Find(Asked() with { Networks = ["reseau-300"] }).Numbers());
        Assert.Equal(200, both.Find(Asked()).Facets["domain"].Count);
        Assert.Equal(new("activite-1", 2), both.Find(Asked()).Facets["activity"][0]);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)] // one byte, in which 0 is none
    public void So_many_domains_and_no_more(int domains, bool fit)
    {
        var index = new MissionIndex();
        var missions = Enumerable.Range(0, domains).Select(i => Mission(i) with { Domain = $"domaine-{i}" });
        var refusal = Record.Exception(() => index.Build(missions));
        Assert.Equal(fit, refusal is null);
        if (!fit) { Assert.Equal("Missions have more than 255 different domains.", Assert.IsType<InvalidOperationException>(refusal).Message); }
    }

    private static MissionQuery Period(int? from, int? to) =>
        Asked() with { From = from is { } first ? Monday.AddDays(first) : null, To = to is { } last ? Monday.AddDays(last) : null };
}
