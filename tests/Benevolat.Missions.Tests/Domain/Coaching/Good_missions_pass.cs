using System.Text.Json;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Networks;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Tests.Features;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Tests.Domain.Coaching;

/// <summary>Three hundred missions by people who write well: what blocks one of them is a rule that is wrong.</summary>
public sealed class Good_missions_pass
{
    private static readonly IReadOnlyList<(MissionContent Content, OrganisationProfile Organisation)> Feed = Read();

    [Fact]
    public void None_is_blocked() =>
        Assert.Empty(Feed.SelectMany(mission => Coached.Look(mission.Content, mission.Organisation).Blocking
            .Select(finding => $"{mission.Content.Title}: {finding.Rule.Code} {finding.Match}")));

    [Fact]
    public void Most_do_well_though_a_feed_has_no_fields_for_welcome_and_difficulty()
    {
        var scores = Feed.Select(mission => Coached.Look(mission.Content, mission.Organisation).Score).Order().ToList();
        Assert.True(scores[scores.Count / 2] >= 80 && scores[scores.Count / 20] >= 65, $"median {scores[scores.Count / 2]}, of twenty the worst {scores[scores.Count / 20]}");
    }

    [Theory]
    [InlineData("coach.title-verb", 3)]
    [InlineData("coach.title-vague", 1)]
    [InlineData("coach.title-shouting", 0)]
    [InlineData("coach.description-actions", 0)]
    [InlineData("coach.description-readable", 6)]
    [InlineData("coach.place-remote", 6)]
    [InlineData("coach.blame", 10)]
    [InlineData("coach.jargon", 9)]
    [InlineData("coach.stigma", 2)]
    [InlineData("coach.job-words", 9)]
    [InlineData("coach.gender", 3)]
    [InlineData("coach.shouting", 2)]
    public void A_rule_about_words_is_rarely_heard(string code, int most)
    {
        var heard = Feed.SelectMany(mission => Coached.Look(mission.Content, mission.Organisation).Findings.Where(finding => finding.Rule.Code == code)
            .Select(finding => $"{mission.Content.Title}: {finding.Match}")).ToList();
        Assert.True(heard.Count <= most, string.Join('\n', heard));
    }

    private static List<(MissionContent, OrganisationProfile)> Read()
    {
        var gazetteer = new Gazetteer();
        return [.. NationalFeed.Feed().Select(json => json.Deserialize<NationalMission>(JsonConventions.Tolerant)!)
            .Select(mission => (mission.ToInput(gazetteer).ToContent(gazetteer), mission.ToProfile(gazetteer)))];
    }
}
