using System.Globalization;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Splitting;
using Benevolat.Missions.Tests.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Splitting;

public sealed class A_heavy_mission_is_shared_out
{
    private static readonly DateTimeOffset Monday = new(2027, 1, 18, 0, 0, 0, TimeSpan.FromHours(1));

    private static MissionContent Light => Coached.Ready with { Hours = [], HoursPerWeek = 2, Tasks = ["Servir", "Ranger"] };

    [Theory]
    [InlineData(6, 2, 4, 5, "")]
    [InlineData(6.5, 0, 0, 5, "Hours")]
    [InlineData(2, 4, 3, 5, "")]
    [InlineData(2, 5, 3, 5, "Shifts")]
    [InlineData(2, 1, 20, 5, "")]
    [InlineData(2, 0, 0, 6, "Tasks")]
    [InlineData(9, 5, 3, 7, "Shifts Hours Tasks")]
    public void Heavy_is_more_than_six_hours_a_week_twelve_hours_of_shifts_or_five_tasks(double week, int shifts, int length, int tasks, string ways)
    {
        var content = Light with { HoursPerWeek = (decimal)week, Shifts = [.. Shifts(shifts, length)], Tasks = [.. Tasks(tasks)] };
        Assert.Equal(ways, string.Join(' ', Heaviness.Of(content).Ways));
        if (ways.Length == 0) { Assert.Same(Rules.NotHeavy, Given.Broken(() => MissionSplit.Propose(content))); }
        else { Assert.Equal(ways, string.Join(' ', MissionSplit.Propose(content).Ways)); }
    }

    [Fact]
    public void A_rhythm_without_a_number_is_as_heavy_as_its_hours() =>
        Assert.Equal([SplitWay.Hours], Heaviness.Of(Light with { HoursPerWeek = null, Hours = ["mon-09", "mon-10", "tue-09", "tue-10", "wed-09", "wed-10", "thu-09", "thu-09"] }).Ways);

    [Fact]
    public void Shifts_of_two_parts_of_the_day_become_two_missions()
    {
        var content = Light with { Title = "Tenir la buvette", HoursPerWeek = null, Places = 6, Shifts = [At(0, 9, 4), At(0, 18, 4), At(1, 9, 4), At(1, 18, 4)] };
        var parts = MissionSplit.Propose(content).Parts;
        Assert.Equal(["Tenir la buvette : le matin", "Tenir la buvette : le soir"], parts.Select(part => part.Content.Title));
        Assert.Equal([[At(0, 9, 4), At(1, 9, 4)], [At(0, 18, 4), At(1, 18, 4)]], parts.Select(part => part.Content.Shifts));
        Assert.Equal([6, 6], parts.Select(part => part.Content.Places));
        Assert.Equal(("2", "4", "8 h", "16 h"), (parts[0].Facts["part"].ToString(), parts[0].Facts["all"].ToString(), parts[0].Facts["hours"], parts[0].Facts["allHours"]));
        Assert.Equal((null, null), (parts[0].Content.StartsOn, parts[0].Content.EndsOn));
    }

    [Theory]
    [InlineData("0 9 4;1 9 4;5 9 4;6 9 4", "en semaine|le week-end")]
    [InlineData("0 9 4;1 9 4;2 9 4;3 9 4", "le lundi|le mardi|le mercredi|le jeudi")]
    [InlineData("0 9 8;7 9 8", "le 18/01/2027, 09:00|le 25/01/2027, 09:00")]
    [InlineData("0 9 6;1 9 6;2 9 6;3 9 6;4 9 6", "du 18/01/2027 au 19/01/2027|le 20/01/2027, 09:00|du 21/01/2027 au 22/01/2027")]
    public void Else_weekdays_and_weekends_else_days_else_periods(string shifts, string labels)
    {
        ShiftContent[] all = [.. shifts.Split(';').Select(Numbers).Select(shift => At(shift[0], shift[1], shift[2]))];
        var parts = MissionSplit.Propose(Light with { Shifts = all }, SplitWay.Shifts).Parts;
        Assert.Equal(labels.Split('|'), parts.Select(part => part.Label.French));
    }

    [Fact]
    public void A_rhythm_is_shared_out_by_days_and_each_part_wants_as_many_people()
    {
        var content = Light with { Title = "Tenir l'accueil", HoursPerWeek = 8, Places = 3, Hours = ["mon-09", "mon-10", "tue-14", "tue-15", "thu-09", "thu-10", "fri-14", "fri-15"] };
        var parts = MissionSplit.Propose(content).Parts;
        Assert.Equal(["Tenir l'accueil : lundi et mardi", "Tenir l'accueil : jeudi et vendredi"], parts.Select(part => part.Content.Title));
        Assert.Equal([4m, 4m], parts.Select(part => part.Content.HoursPerWeek!.Value));
        Assert.Equal([3, 3], parts.Select(part => part.Content.Places));
        Assert.Equal("Monday and Tuesday", parts[0].Label.English);
    }

    [Theory]
    [InlineData("mon-09 mon-10 mon-11 tue-09 tue-10 tue-11 tue-12 tue-13", "lundi|mardi")]
    [InlineData("mon-09 mon-10 mon-11 mon-12 mon-13 mon-14 mon-15 mon-16", "lundi 9 h - 13 h|lundi 13 h - 17 h")]
    [InlineData("mon-22 mon-23 tue-00 tue-01 tue-02 tue-03 tue-04", "lundi|mardi")]
    public void Stretches_of_hours_stay_whole_when_there_are_enough(string hours, string labels) =>
        Assert.Equal(labels.Split('|'), MissionSplit.Propose(Light with { HoursPerWeek = null, Hours = hours.Split(' ') }).Parts.Select(part => part.Label.French));

    [Fact]
    public void Hours_without_a_rhythm_are_shared_out_by_number_and_add_up()
    {
        var parts = MissionSplit.Propose(Light with { HoursPerWeek = 10 }).Parts;
        Assert.Equal(["1 sur 3", "2 sur 3", "3 sur 3"], parts.Select(part => part.Label.French));
        Assert.Equal([3.3m, 3.3m, 3.4m], parts.Select(part => part.Content.HoursPerWeek!.Value));
        Assert.Equal("10 h", parts[0].Facts["allHours"]);
    }

    [Fact]
    public void Tasks_are_shared_out_in_their_order_with_the_skills_that_they_speak_of()
    {
        var content = Light with
        {
            Places = 5,
            HoursPerWeek = 3,
            Skills = ["comptabilité", "anglais"],
            Tasks = ["Accueillir", "Servir", "Ranger", "Tenir les comptes avec le comptable", "Payer les factures", "Classer"],
        };
        var parts = MissionSplit.Propose(content).Parts;
        Assert.Equal([["Accueillir", "Servir", "Ranger"], ["Tenir les comptes avec le comptable", "Payer les factures", "Classer"]], parts.Select(part => part.Content.Tasks));
        Assert.Equal([["anglais"], ["comptabilité", "anglais"]], parts.Select(part => part.Content.Skills));
        Assert.Equal([3, 3], parts.Select(part => part.Content.Places));
    }

    [Fact]
    public void A_long_title_and_a_full_description_stay_within_their_limits()
    {
        var content = Light with { Title = new string('a', 120), Description = new string('b', 20_000), HoursPerWeek = 10 };
        Assert.All(MissionSplit.Propose(content).Parts, part =>
        {
            part.Content.Check();
            Assert.EndsWith(" sur 3", part.Content.Title, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Whatever_is_heavy_its_parts_cover_it_and_are_lighter()
    {
        var random = new Random(20270118);
        for (var round = 0; round < 400; round++)
        {
            var content = Any(random);
            foreach (var way in Heaviness.Of(content).Ways)
            {
                var (proposal, again) = (MissionSplit.Propose(content, way), MissionSplit.Propose(content, way));
                Assert.Equal(proposal.Parts.Select(part => part.Content.Title), again.Parts.Select(part => part.Content.Title));
                Covers(content, [.. proposal.Parts.Select(part => part.Content)], way);
            }
        }
    }

    private static void Covers(MissionContent whole, IReadOnlyList<MissionContent> parts, SplitWay way)
    {
        Assert.InRange(parts.Count, MissionSplit.FewestParts, MissionSplit.MostParts);
        Assert.All(parts, part => part.Check());
        Assert.Equal(parts.Count, parts.Select(part => part.Title).Distinct().Count());
        Assert.True(parts.Sum(part => part.Places) >= whole.Places);
        Assert.Equal(whole.Shifts.OrderBy(shift => shift.StartsAt), parts.SelectMany(part => part.Shifts).Distinct().OrderBy(shift => shift.StartsAt));
        Assert.Equal(whole.Hours.Distinct().Order(), parts.SelectMany(part => part.Hours).Distinct().Order());
        Assert.Equal(whole.Tasks, parts.SelectMany(part => part.Tasks).Distinct());
        Assert.Equal(whole.Skills.Order(), parts.SelectMany(part => part.Skills).Distinct().Order());
        Assert.True((parts.Sum(part => part.HoursPerWeek) ?? 0) >= (whole.HoursPerWeek ?? 0));
        Assert.All(parts, part => Assert.True(way switch
        {
            SplitWay.Shifts => part.Shifts.Count < whole.Shifts.Count,
            SplitWay.Hours => Heaviness.HoursPerWeek(part) < Heaviness.HoursPerWeek(whole) || whole.HoursPerWeek is null,
            _ => part.Tasks.Count < whole.Tasks.Count,
        }));
    }

    private static int[] Numbers(string shift) => [.. shift.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static MissionContent Any(Random random) => Light with
    {
        Places = random.Next(1, 40),
        HoursPerWeek = random.Next(3) == 0 ? null : random.Next(1, 400) / 10m,
        Hours = [.. Enumerable.Range(0, random.Next(30)).Select(_ => WeekHours.Format(random.Next(168))).Distinct()],
        Shifts = [.. Enumerable.Range(0, random.Next(12)).Select(_ => At(random.Next(60), random.Next(24), random.Next(1, 9), random.Next(1, 9))).DistinctBy(shift => shift.StartsAt)],
        Tasks = [.. Tasks(random.Next(1, 21))],
        Skills = [.. new[] { "comptabilité", "tâche", "anglais" }.Take(random.Next(4))],
    };

    private static IEnumerable<string> Tasks(int count) => Enumerable.Range(1, count).Select(number => $"Tâche {number}");

    private static IEnumerable<ShiftContent> Shifts(int count, int hours) => Enumerable.Range(0, count).Select(day => At(day, 9, hours));

    private static ShiftContent At(int day, int hour, int hours, int places = 4) => new(Monday.AddDays(day).AddHours(hour), Monday.AddDays(day).AddHours(hour + hours), places);
}
