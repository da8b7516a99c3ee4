using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>
/// What would really come of every pair: the probability that this volunteer takes this mission, is welcomed and comes again. The rankings
/// know none of it. On the scale of a logit:
/// <list type="bullet">
/// <item>0.9 × the true taste for the true domain, 0.5 × for the kind, 0.6 × an ambience that nobody wrote down, 0.5 × the quality;</item>
/// <item>1.5 × (reliability − 0.6): nothing comes of a mission whose organisation doesn't answer;</item>
/// <item>2 × (share of the hours really needed and really free − 0.5), and −5 when none are;</item>
/// <item>minus the kilometres at their true cost, or 0.8 when it is done from home;</item>
/// <item>the share of its skills that the volunteer has × the joy of using them; −5 without a required one;</item>
/// <item>−0.6 for two steps ahead and −0.3 for each step back; −6 for needs not met; −1.5 to start from;</item>
/// <item>0.7 × chance, different for every pair.</item>
/// </list>
/// </summary>
internal sealed class Truth
{
    private readonly float[][] _probabilities;

    public Truth(World world)
    {
        _probabilities = new float[world.People.Count][];
        Parallel.For(0, world.People.Count, person => _probabilities[person] = [.. world.Works.Select((work, number) =>
            (float)World.Logistic(Utility(world.People[person], work) + (0.7 * new Randomness(world.Seed + 1, ((long)person << 32) + number).NextNormal())))]);
    }

    public float[] Of(int person) => _probabilities[person];

    private static double Utility(Person person, Work work)
    {
        var said = work.Said;
        var utility = -1.5 + (0.9 * person.Domains[work.Domain]) + (0.5 * person.Kinds[said.Kind]) + (0.5 * work.Quality) + (1.5 * (work.Reliability - 0.6));
        utility += 0.6 * person.Ambience.Zip(work.Ambience, (wanted, found) => wanted * found).Sum() / Math.Sqrt(World.Ambiences);
        utility += Hours(person, work) - Travel(person, said);
        utility += said.Skills.Count == 0 ? 0 : person.SkillJoy * said.Skills.Count(person.Skills.Contains) / said.Skills.Count;
        if (!said.RequiredSkills.All(person.Skills.Contains)) { utility -= 5; }
        if ((person.Said.NeedsAccessibility && !said.ReducedMobility) || (person.Said.OnlyOpenToMinors && !said.OpenToMinors)) { utility -= 6; }
        return utility - ((int)said.Step - (int)person.Said.Step) switch { 2 => 0.6, < 0 and var back => -0.3 * back, _ => 0 };
    }

    private static double Hours(Person person, Work work)
    {
        if (work.Times.IsEmpty) { return 0; }
        var shared = (person.Free & work.Times).Count;
        return shared == 0 ? -5 : 2 * (Math.Min(1, shared / (double)work.Needed) - 0.5);
    }

    private static double Travel(Person person, MatchMission mission)
    {
        var there = mission.Places.Select(place => person.PerKm * Distance.Km(place, person.Said.Place!.Value)).DefaultIfEmpty(double.PositiveInfinity).Min();
        return mission.Remote is MatchRemote.No ? there : Math.Min(there, 0.8);
    }
}
