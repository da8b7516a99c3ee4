using Benevolat.Contracts.Vocabulary;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Tests.Domain;

public class A_profile_keeps_its_rules
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_change_has_a_version_of_its_own()
    {
        var profile = Profile.Create(Guid.NewGuid(), Details(), Now);
        Assert.Equal(1, profile.Version);
        profile.Change(Details() with { RadiusKm = 30 }, Now);
        profile.SetAvailability([14, 2, 14], Now);
        Assert.Equal(3, profile.Version);
        Assert.Equal([2, 14], profile.Hours);
    }

    [Fact]
    public void A_change_of_details_keeps_the_hours()
    {
        var profile = Profile.Create(Guid.NewGuid(), Details(), Now);
        profile.SetAvailability([62], Now);
        profile.Change(Details() with { FirstName = "Zoé" }, Now);
        Assert.Equal([62], profile.Hours);
    }

    [Fact]
    public void Visibility_is_a_consent_that_is_kept_after_its_withdrawal()
    {
        var profile = Profile.Create(Guid.NewGuid(), Details() with { VisibleToOrganisations = true }, Now);
        Assert.True(profile.VisibleToOrganisations);
        profile.Change(Details() with { VisibleToOrganisations = true }, Now.AddDays(1));
        profile.Change(Details() with { VisibleToOrganisations = false }, Now.AddDays(2));
        Assert.False(profile.VisibleToOrganisations);
        profile.Change(Details() with { VisibleToOrganisations = true }, Now.AddDays(3));

        Assert.True(profile.VisibleToOrganisations);
        Assert.Equal([(Now, Now.AddDays(2)), (Now.AddDays(3), null)], profile.Consents.Select(consent => (consent.GivenAt, consent.WithdrawnAt)));
        Assert.All(profile.Consents, consent => Assert.Equal(Consent.CurrentText, consent.TextVersion));
    }

    [Fact]
    public void A_doorstep_becomes_the_neighbourhood()
    {
        var place = Place.In("Lyon", "69123", "69003", 4.8467123, 45.7640456);
        Assert.Equal((4.85, 45.76), (place.Longitude, place.Latitude));
    }

    [Fact]
    public void The_same_skill_twice_counts_once()
    {
        var profile = Profile.Create(Guid.NewGuid(), Details() with { Skills = ["Cuisine", " cuisine "], SkillsToLearn = ["Compta", "compta "] }, Now);
        Assert.Equal(["Cuisine"], profile.Skills);
        Assert.Equal(["Compta"], profile.SkillsToLearn);
    }

    public static TheoryData<string, ProfileDetails> Refused => new()
    {
        { "profile.first-name", Details() with { FirstName = " " } },
        { "profile.first-name", Details() with { FirstName = new string('a', 61) } },
        { "profile.radius", Details() with { RadiusKm = 0 } },
        { "profile.radius", Details() with { RadiusKm = 201 } },
        { "profile.nowhere", Details() with { Place = null } },
        { "profile.hours-per-week", Details() with { HoursPerWeek = 169 } },
        { "profile.skills", Details() with { Skills = [.. Enumerable.Range(0, 51).Select(number => $"skill {number}")] } },
        { "profile.skills", Details() with { Skills = [new string('a', 81)] } },
        { "profile.skills-to-learn", Details() with { SkillsToLearn = [.. Enumerable.Range(0, 51).Select(number => $"skill {number}")] } },
        { "profile.skills-to-learn", Details() with { SkillsToLearn = [" "] } },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_breaks_a_rule_is_refused_by_name(string code, ProfileDetails details) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Profile.Create(Guid.NewGuid(), details, Now)).Rule.Code);

    [Theory, InlineData(-1), InlineData(168)]
    public void An_hour_outside_the_week_is_refused(int hour)
    {
        var profile = Profile.Create(Guid.NewGuid(), Details(), Now);
        Assert.Equal("profile.hours", Assert.Throws<RuleBrokenException>(() => profile.SetAvailability([hour], Now)).Rule.Code);
    }

    [Fact]
    public void Who_works_from_home_needs_no_place() =>
        Assert.Null(Profile.Create(Guid.NewGuid(), Details() with { Place = null, Remote = true }, Now).Place);

    private static ProfileDetails Details() => new(
        "Camille", Place.In("Lyon", "69123", "69003", 4.85, 45.76), 15, false, 3, ["Lecture"], [MissionDomain.Education], [MissionKind.Regular], false);
}
