using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Tests.Domain;

/// <summary>What the domain's tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Owner = Guid.CreateVersion7();
    public static readonly Actor Moderator = Actor.Moderator(Guid.CreateVersion7());

    public static OrganisationProfile Profile { get; } =
        new("Le Goût des autres", "Repas partagés.", "W691234567", null, null, null, null, "Lyon", "69123", "69003");

    public static MissionContent Content { get; } = new(
        "Aide aux devoirs", "Deux soirs par semaine, vous aidez trois élèves à relire leurs leçons et à préparer celles du lendemain.", MissionDomain.Education, MissionKind.Regular, RemoteWork.No,
        ["soutien-scolaire"], ["jeunes"], [], Places: 2, null, null, ["tue-17", "thu-17"], 2, [],
        [new AddressContent("3 rue Petit", "Lyon", "69123", "69002", 4.828, 45.753)],
        false, false, true, false, null, null);

    public static Organisation Pending() => Organisation.Register(Profile, Owner, Now);

    public static Organisation Verified()
    {
        var organisation = Pending();
        organisation.Verify(Moderator, Now);
        return organisation;
    }

    public static Mission Draft(MissionContent? content = null, Organisation? organisation = null) =>
        Mission.Draft(organisation ?? Verified(), content ?? Content, Actor.Member(Owner), Now);

    public static Mission Published(MissionContent? content = null)
    {
        var mission = Draft(content);
        mission.Publish(Verified(), Actor.Member(Owner), Now);
        return mission;
    }

    /// <summary>The rule that an action breaks.</summary>
    public static Rule Broken(Action action) => Assert.Throws<RuleBrokenException>(action).Rule;
}
