using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class Each_rule_knows_good_from_bad
{
    public static TheoryData<int, string> Numbers()
    {
        var data = new TheoryData<int, string>();
        for (var number = 0; number < Examples.All.Count; number++) { data.Add(number, Examples.All[number].Rule); }
        return data;
    }

    [Theory, MemberData(nameof(Numbers))]
    public void It_finds_the_bad_one_and_is_silent_on_the_good_one(int number, string rule)
    {
        var example = Examples.All[number];
        Assert.Contains(rule, Coached.Codes(example.Bad));
        Assert.DoesNotContain(rule, Coached.Codes(example.Good));
    }

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Equal(Coach.Rules.Select(rule => rule.Code).Order(), Examples.All.Select(example => $"coach.{example.Rule}").Distinct().Order());

    [Fact]
    public void A_mission_that_says_everything_leaves_nothing_to_say()
    {
        Assert.Empty(Coached.Codes(Coached.Ready));
        Assert.Equal(100, Coached.Look(Coached.Ready).Score);
    }

    [Fact]
    public void A_finding_names_the_field_and_the_words_and_what_to_write_instead()
    {
        var finding = Assert.Single(Coached.Look(Coached.Ready with { Welcome = "La coordinatrice vous attend. Présence OBLIGATOIRE dès la première séance." }).Findings);
        Assert.Equal(("coach.blame", "welcome", "OBLIGATOIRE"), (finding.Rule.Code, finding.Field, finding.Match));
        Assert.StartsWith("nécessaire", finding.Instead, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocking_findings_come_first_and_each_rule_speaks_five_times_at_most()
    {
        var mission = Coached.Ready with { Title = "Aide", Tasks = ["a […]", "b [… 1]", "c [… 2]", "d [… 3]", "e [… 4]", "f [… 5]"], Difficulty = null };
        var findings = Coached.Look(mission).Findings;
        Assert.Equal(findings.OrderBy(finding => finding.Rule.Severity), findings);
        Assert.Equal(CoachRule.MostFindings, findings.Count(finding => finding.Rule.Code == "coach.blank-left"));
    }
}
