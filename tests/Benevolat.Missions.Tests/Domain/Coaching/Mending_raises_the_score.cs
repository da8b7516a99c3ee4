using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class Mending_raises_the_score
{
    /// <summary>What people change in one go, with its mended state.</summary>
    private static readonly (string Name, Func<MissionContent, MissionContent, MissionContent> Take)[] Fields =
    [
        ("title", (mission, from) => mission with { Title = from.Title }), ("description", (mission, from) => mission with { Description = from.Description }),
        ("tasks", (mission, from) => mission with { Tasks = from.Tasks }), ("activities", (mission, from) => mission with { Activities = from.Activities }),
        ("audiences", (mission, from) => mission with { Audiences = from.Audiences }), ("skills", (mission, from) => mission with { Skills = from.Skills }),
        ("schedule", (mission, from) => mission with { Hours = from.Hours, HoursPerWeek = from.HoursPerWeek, Shifts = from.Shifts, StartsOn = from.StartsOn, EndsOn = from.EndsOn, ScheduleNote = from.ScheduleNote, Kind = from.Kind }),
        ("addresses", (mission, from) => mission with { Addresses = from.Addresses, Remote = from.Remote }), ("places", (mission, from) => mission with { Places = from.Places }),
        ("access", (mission, from) => mission with { ReducedMobility = from.ReducedMobility, CloseToTransport = from.CloseToTransport }), ("minors", (mission, from) => mission with { OpenToMinors = from.OpenToMinors }),
        ("welcome", (mission, from) => mission with { Welcome = from.Welcome, WelcomerId = from.WelcomerId }), ("difficulty", (mission, from) => mission with { Difficulty = from.Difficulty }),
        ("expenses", (mission, from) => mission with { ExpensesNote = from.ExpensesNote }), ("prerequisites", (mission, from) => mission with { Prerequisites = from.Prerequisites }),
        ("mandate", (mission, from) => mission with { Mandate = from.Mandate }),
    ];

    [Fact]
    public void Each_example_is_worth_more_once_mended() =>
        Assert.DoesNotContain(
            Examples.All.Select(example => (example.Rule, Bad: Coached.Look(example.Bad).Score, Good: Coached.Look(example.Good).Score)),
            example => example.Good <= example.Bad);

    [Fact]
    public void Whatever_is_wrong_together_mending_field_by_field_in_any_order_never_lowers_it()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 300; round++)
        {
            var mission = Fields.Aggregate(Coached.Ready, (mission, field) => field.Take(mission, Examples.All[random.Next(Examples.All.Count)].Bad));
            foreach (var field in Fields.OrderBy(_ => random.Next()).ToList())
            {
                var mended = field.Take(mission, Coached.Ready);
                // Some good fields only make sense beside others: mending means that nothing new is found.
                if (Coached.Codes(mended).Except(Coached.Codes(mission)).Any()) { continue; }

                Assert.True(Coached.Look(mended).Score >= Coached.Look(mission).Score, $"round {round}, {field.Name}: {string.Join(' ', Coached.Codes(mission))} → {string.Join(' ', Coached.Codes(mended))}");
                mission = mended;
            }
        }
    }

    [Fact]
    public void Nothing_written_is_worth_nothing_and_every_score_is_a_share_of_a_hundred()
    {
        var empty = new MissionContent("", "", MissionDomain.Autre, MissionKind.Regular, RemoteWork.No, [], [], [], 0, null, null, [], null, [], [], false, false, false, false, null, null);
        Assert.Equal(0, Coached.Look(empty).Score);
        Assert.All(Examples.All.Select(example => Coached.Look(example.Bad)), report =>
        {
            Assert.InRange(report.Score, 0, 100);
            Assert.All(report.Parts, part => Assert.InRange(part.Score, 0, part.Part.Most));
        });
    }

    [Fact]
    public void The_same_text_has_the_same_score() =>
        Assert.Equal(
            Examples.All.Select(example => string.Join(' ', Coached.Codes(example.Bad))), Examples.All.Select(example => string.Join(' ', Coached.Codes(example.Bad with { }))));
}
