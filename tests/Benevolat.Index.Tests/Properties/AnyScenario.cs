using Benevolat.Index.Search;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Up to eight steps with a handful of missions.</summary>
public static class SmallScenario
{
    private static readonly Guid[] Ids = AnyMission.Ids(24);

    public static Arbitrary<Scenario> Any() => Arb.From(
        from vocabulary in Words.Vocabulary
        let missions = AnyMission.Of(Gen.Elements(Ids), vocabulary)
        from first in Gen.Frequency((4, AnyStep.Build(missions, 20)), (1, AnyStep.Apply(missions, Ids, 8)))
        from count in Gen.Choose(0, 7)
        from later in Gen.Frequency(
            (1, AnyStep.Build(missions, 12)), (8, AnyStep.Apply(missions, Ids, 8)), (3, Gen.Constant(AnyStep.Merge))).ArrayOf(count)
        from queries in AnyQuery.Of(Gen.Elements(Ids), vocabulary).ArrayOf(5)
        from synonyms in Words.OwnSynonyms(vocabulary)
        select new Scenario([first, .. later], queries, synonyms), Simpler.Scenarios);
}

/// <summary>One base of many missions, with some changed since: what is kept in blocks and bitmaps has several of them.</summary>
public static class LargeScenario
{
    public static Arbitrary<Scenario> Any() => Arb.From(
        from vocabulary in Words.Vocabulary
        from count in Gen.Elements(63, 64, 65, 260, 700, 1500)
        let ids = AnyMission.Ids(count)
        let missions = AnyMission.Of(Gen.Elements(ids), vocabulary)
        from all in missions.ArrayOf(count)
        from some in AnyStep.Apply(missions, ids, count / 10)
        from more in AnyStep.Apply(missions, ids, count / 10)
        from queries in AnyQuery.Of(Gen.Elements(ids), vocabulary).ArrayOf(8)
        from synonyms in Words.OwnSynonyms(vocabulary)
        let steps = new Step[] { new(StepKind.Build, AnyStep.Puts(all)), some, more, AnyStep.Merge, more }
        select new Scenario(steps, queries, synonyms), Simpler.Scenarios);
}

internal static class AnyStep
{
    public static readonly Step Merge = new(StepKind.Merge, []);

    public static Gen<Step> Build(Gen<MissionDocument> missions, int most) =>
        from count in Gen.Choose(0, most)
        from documents in missions.ArrayOf(count)
        select new Step(StepKind.Build, Puts(documents));

    public static Gen<Step> Apply(Gen<MissionDocument> missions, Guid[] ids, int most) =>
        from count in Gen.Choose(0, most)
        from changes in Gen.Frequency(
            (3, missions.Select(document => new MissionChange(document.Id, document))),
            (1, Gen.Elements(ids).Select(id => new MissionChange(id, null)))).ArrayOf(count)
        select new Step(StepKind.Apply, changes);

    public static MissionChange[] Puts(IEnumerable<MissionDocument> documents) =>
        [.. documents.Select(document => new MissionChange(document.Id, document))];
}
