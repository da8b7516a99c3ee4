using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>A way to choose ten missions for each volunteer in turn.</summary>
/// <param name="Choose">From the number of a volunteer to numbers of missions, best first.</param>
internal sealed record RankingRule(string Name, Func<int, IReadOnlyList<int>> Choose)
{
    public const int Shown = 10;
    private const int Candidates = 100;

    /// <summary>Ours as it is shown: re-ranked, with the exposure of all that came before.</summary>
    public static RankingRule Ours(World world, MatchWeights weights, int closeness = FairRanking.Closeness)
    {
        var (snapshot, numbers) = Matcher(world, weights);
        var exposures = new Dictionary<Guid, long>();
        return new("Benevolat, as shown", person =>
        {
            var shown = FairRanking.Rank(snapshot.Best(world.People[person].Said, World.Ask(Candidates)), exposures, Shown, closeness);
            foreach (var hit in shown) { exposures[hit.OrganisationId] = exposures.GetValueOrDefault(hit.OrganisationId) + 1; }
            return [.. shown.Select(hit => numbers[hit.Id])];
        });
    }

    /// <summary>The scores alone.</summary>
    public static RankingRule ScoresAlone(World world, MatchWeights weights)
    {
        var (snapshot, numbers) = Matcher(world, weights);
        return new("Benevolat, scores alone", person => [.. snapshot.Best(world.People[person].Said, World.Ask(Shown)).Select(hit => numbers[hit.Id])]);
    }

    /// <summary>What a list can be sorted by without knowing anybody, within the radius or from home where both want it.</summary>
    /// <param name="withConditions">Whether they are also spared what they can't do: no common hour, a required skill, needs.</param>
    public static IEnumerable<RankingRule> Simple(World world, bool withConditions)
    {
        var also = withConditions ? ", same conditions" : "";
        yield return Sorted("random", (person, work) => new Randomness(world.Seed + 2, ((long)person << 32) + work).NextDouble());
        yield return Sorted("newest first", (_, work) => world.Works[work].Age);
        yield return Sorted("nearest first", (person, work) => Km(world.People[person].Said, world.Works[work].Said));
        yield return Sorted("most applied for", (_, work) => -world.Works[work].Applications);

        RankingRule Sorted(string name, Func<int, int, double> key) => new(name + also, person => [.. Enumerable.Range(0, world.Works.Count)
            .Where(work => IsListed(world.People[person].Said, world.Works[work].Said, withConditions))
            .OrderBy(work => key(person, work)).ThenBy(work => work)
            .Take(Shown)]);
    }

    private static (MissionMatches Snapshot, Dictionary<Guid, int> Numbers) Matcher(World world, MatchWeights weights)
    {
        var matcher = new MissionMatcher(weights);
        matcher.Build(world.Works.Select(work => work.Said));
        return (matcher.Current, world.Works.Index().ToDictionary(work => work.Item.Said.Id, work => work.Index));
    }

    private static bool IsListed(MatchVolunteer volunteer, MatchMission mission, bool withConditions) =>
        (Km(volunteer, mission) <= volunteer.RadiusKm || (volunteer.Remote && mission.Remote is not MatchRemote.No))
        && (!withConditions || (mission.RequiredSkills.All(volunteer.Skills.Contains)
            && (volunteer.Free.IsEmpty || mission.Times.Count == 0 || mission.Times.Any(time => !(time.Hours & volunteer.Free).IsEmpty))
            && (!volunteer.NeedsAccessibility || mission.ReducedMobility) && (!volunteer.OnlyOpenToMinors || mission.OpenToMinors)));

    /// <summary>What is done from home counts as far away.</summary>
    private static double Km(MatchVolunteer volunteer, MatchMission mission) =>
        mission.Places.Select(place => Distance.Km(place, volunteer.Place!.Value)).DefaultIfEmpty(1_000).Min();
}
