using System.Text.Json;
using System.Text.RegularExpressions;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.Missions.Features.Authoring;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class The_rules_are_sound
{
    [Fact]
    public void There_are_enough_with_codes_of_their_own() =>
        Assert.True(Coach.Rules.Select(rule => rule.Code).Distinct().Count() == Coach.Rules.Count && Coach.Rules.Count >= 28, $"{Coach.Rules.Count} rules");

    [Fact]
    public void Each_speaks_both_languages_and_points_at_a_field_that_exists()
    {
        var fields = typeof(MissionInput).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
        Assert.All(Coach.Rules, rule =>
        {
            Assert.Matches("^coach(\\.[a-z]+(-[a-z]+)*)$", rule.Code);
            Assert.Contains(rule.Field, fields);
            Assert.NotEqual(rule.Text.French, rule.Text.English);
            Assert.True(rule.Text.French.Length >= 40 && rule.Text.English.Length >= 40, rule.Code);
            Assert.Equal(Places(rule.Text.French), Places(rule.Text.English));
        });
        Assert.All(Examples.All.SelectMany(example => Coached.Look(example.Bad).Findings), finding => Assert.Contains(finding.Field, fields));
    }

    [Fact]
    public void A_sentence_never_stays_with_an_empty_place() =>
        Assert.All(Examples.All.SelectMany(example => Coached.Look(example.Bad).Findings), finding =>
        {
            Assert.True(finding.Match is not null || !finding.Rule.Text.French.Contains("{match}", StringComparison.Ordinal), finding.Rule.Code);
            Assert.True(finding.Instead is not null || !finding.Rule.Text.French.Contains("{instead}", StringComparison.Ordinal), $"{finding.Rule.Code}: {finding.Match}");
        });

    [Fact]
    public void The_parts_make_a_hundred_and_no_part_can_fall_below_nothing()
    {
        Assert.Equal(100, CoachPart.All.Sum(part => part.Most));
        Assert.All(CoachPart.All, part => Assert.Equal(part.Most, Coach.Rules.Where(rule => rule.Part == part && rule.Weight != CoachRule.Whole).Sum(rule => rule.Weight)));
        Assert.All(Coach.Rules, rule => Assert.True(rule.Weight is >= 1 or CoachRule.Whole, rule.Code));
    }

    [Fact]
    public void Few_block()
    {
        string[] blocking =
        [
            "title-missing", "title-single-word", "description-missing", "blank-left", "code-left", "time-missing", "place-missing", "hidden-job", "money-asked",
            "contact-details", "link-hidden", "age", "discrimination",
        ];
        Assert.Equal(blocking.Order(), Coach.Rules.Where(rule => rule.Severity == CoachSeverity.Blocking).Select(rule => rule.Code["coach.".Length..]).Order());
    }

    [Fact]
    public void Every_list_of_words_is_used()
    {
        var read = typeof(CoachWords).GetProperties().Count(property => property.PropertyType == typeof(WordList));
        Assert.Equal(CoachWords.Names.Count, read);
    }

    private static IEnumerable<string> Places(string sentence) => Regex.Matches(sentence, @"\{\w+\}").Select(place => place.Value).Order();
}
