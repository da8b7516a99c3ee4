using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Geography;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>A region with its missions and its volunteers. The same seed makes the same.</summary>
internal sealed class World
{
    public const int Missions = 3_000, Volunteers = 1_200, Ambiences = 3;
    private const double RegionKm = 60;

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Randomness _random;
    private readonly IReadOnlyList<Commune> _communes;
    private readonly AliasTable _byPopulation;

    public World(ulong seed, Communes communes)
    {
        _random = new Randomness(seed, 0);
        var large = communes.All.OrderByDescending(commune => commune.Population).Take(40).ToList();
        Centre = large[(int)(seed % (ulong)large.Count)];
        _communes = [.. communes.All.Where(commune => Distance.Km(commune.Centre, Centre.Centre) <= RegionKm)];
        _byPopulation = new AliasTable([.. _communes.Select(commune => (double)commune.Population)]);
        Works = [.. MakeWorks()];
        People = [.. Enumerable.Range(0, Volunteers).Select(_ => MakePerson())];
        Seed = seed;
    }

    public ulong Seed { get; }

    /// <summary>The town in the middle.</summary>
    public Commune Centre { get; }

    public IReadOnlyList<Work> Works { get; }

    public IReadOnlyList<Person> People { get; }

    public static MatchAsk Ask(int count) => new() { Now = Now, Count = count };

    /// <summary>Organisations of very different sizes, some of which answer everybody and some nobody.</summary>
    private IEnumerable<Work> MakeWorks()
    {
        for (var made = 0; made < Missions;)
        {
            var size = (int)Math.Ceiling(Math.Pow(1 - _random.NextDouble(), -0.7));   // mostly one or two, a few have dozens
            var (organisation, home, domain) = (_random.NextId(Now), Commune(), Codes.DomainWeights.Draw(_random));
            var (reliability, quality) = (Math.Sqrt(_random.NextDouble()), _random.NextNormal() * 0.6);
            var asked = _random.Below(4 * Math.Min(size, 12));
            double? responsiveness = asked < 3 ? null : Enumerable.Range(0, asked).Count(_ => _random.Chance(reliability)) / (double)asked;
            for (var left = Math.Min(Math.Min(size, 60), Missions - made); left > 0; left--, made++)
            {
                yield return MakeWork(organisation, home, domain, reliability, quality + (_random.NextNormal() * 0.8), responsiveness, size);
            }
        }
    }

    private Work MakeWork(Guid organisation, Commune home, int field, double reliability, double quality, double? responsiveness, int size)
    {
        var domain = _random.Chance(0.7) ? field : Codes.DomainWeights.Draw(_random);
        var remote = _random.NextDouble() switch { < 0.05 => MatchRemote.Full, < 0.15 => MatchRemote.Possible, _ => MatchRemote.No };
        var (said, needed) = (_random.Chance(0.65) ? Rhythm() : WeekMask.Empty, _random.Between(2, 4));
        var age = _random.Below(180) + _random.NextDouble();
        List<string> skills = _random.Chance(0.35) ? [.. Enumerable.Range(0, _random.Between(1, 3)).Select(_ => Skill()).Distinct()] : [];
        var judged = Math.Max(0, _random.Below(12) - 5);
        var mission = new MatchMission
        {
            Id = _random.NextId(Now.AddDays(-age)),
            OrganisationId = organisation,
            Domain = _random.Chance(0.95) ? domain : Codes.DomainWeights.Draw(_random),
            Kind = Codes.KindWeights.Draw(_random),
            Remote = remote,
            Places = remote is MatchRemote.Full ? [] : [Around(_random.Chance(0.6) ? home : Commune())],
            Skills = skills,
            RequiredSkills = skills.Count > 0 && _random.Chance(0.15) ? [skills[0]] : [],
            Times = said.IsEmpty ? [] : [new(said, needed)],
            Step = (MatchStep)Math.Max(0, _random.Below(10) - 7),
            OpenToMinors = _random.Chance(0.4),
            ReducedMobility = _random.Chance(0.4),
            Responsiveness = responsiveness,
            Feedback = judged == 0 ? null : Enumerable.Range(0, judged).Average(_ => Logistic(quality + _random.NextNormal())),
        };
        // One rhythm in seven has changed since it was written.
        var times = _random.Chance(0.15) && !said.IsEmpty ? Rhythm() : said;
        return new Work(mission, domain, Normals(Ambiences), quality, reliability, times, needed, age, Math.Exp((0.5 * quality) + _random.NextNormal()) * Math.Sqrt(size));
    }

    private Person MakePerson()
    {
        var (age, diploma) = ((AgeBracket)_random.Below(4), (Diploma)new AliasTable([35, 25, 40]).Draw(_random));
        var (free, skills) = (FreeTime(age), Enumerable.Range(0, _random.Between(1, 6)).Select(_ => Skill()).ToHashSet());
        var (domains, kinds) = (Normals(20), Normals(6));
        // Who has no car (more often the young and the old) pays more for a kilometre.
        var perKm = Math.Exp((_random.NextNormal() * 0.5) + Math.Log(_random.Chance(age is AgeBracket.From16To25 or AgeBracket.From61 ? 0.4 : 0.15) ? 0.22 : 0.1));
        // The more schooling, the more people write about themselves: that is what must not decide how well they are served.
        var says = diploma switch { Diploma.BelowBac => 0.55, Diploma.Bac => 0.7, _ => 0.85 };
        var said = new MatchVolunteer
        {
            Id = _random.NextId(Now),
            Place = Around(Commune()),
            RadiusKm = ((double[])[5, 10, 20, 30, 50]).MinBy(radius => Math.Abs(Math.Log(radius / (2.2 / perKm)) + (_random.NextNormal() * 0.4))),
            Remote = _random.Chance(0.25),
            Free = _random.Chance(0.8) ? Misremembered(free) : WeekMask.Empty,
            Skills = [.. skills.Where(_ => _random.Chance(says))],
            Causes = _random.Chance(says) ? Named(domains, _random.Between(1, 3)) : 0,
            Kinds = _random.Chance(0.7) ? Named([.. kinds.Select((taste, kind) => taste + (kind < 2 ? 1 : 0))], _random.Between(1, 2)) : 0,
            Step = (MatchStep)Math.Max(0, _random.Below(10) - 7),
            OnlyOpenToMinors = age is AgeBracket.From16To25 && _random.Chance(0.2),
            NeedsAccessibility = _random.Chance(age is AgeBracket.From61 ? 0.08 : 0.02),
        };
        return new Person(said, age, diploma, domains, kinds, Normals(Ambiences), perKm, free, skills, 0.6 + (_random.NextNormal() * 0.6));
    }

    /// <summary>What they name is what they believe they like best.</summary>
    private uint Named(double[] tastes, int many) => tastes.Select((taste, index) => (Believed: taste + (_random.NextNormal() * 0.8), index))
        .OrderByDescending(taste => taste.Believed).Take(many).Aggregate(0u, (bits, taste) => bits | (1u << taste.index));

    private WeekMask FreeTime(AgeBracket age) => WeekMask.Of(Enumerable.Range(0, 7).SelectMany(day => age switch
    {
        AgeBracket.From61 => Half(day, 9, 0.6).Concat(Half(day, 14, 0.6)),
        AgeBracket.From16To25 => Half(day, 17, 0.5).Concat(Half(day, 14, day is 2 or 5 or 6 ? 0.7 : 0.15)),
        _ => Half(day, 18, 0.45).Concat(Half(day, 9, day is 5 or 6 ? 0.5 : 0.1)).Concat(Half(day, 14, day is 5 or 6 ? 0.5 : 0.1)),
    }));

    private IEnumerable<int> Half(int day, int from, double chance) => _random.Chance(chance) ? Enumerable.Range((24 * day) + from, 4) : [];

    /// <summary>One hour in eight is forgotten, and some are promised that won't be there.</summary>
    private WeekMask Misremembered(WeekMask free) =>
        WeekMask.Of(free.Hours().Where(_ => _random.Chance(0.88)).Concat(Enumerable.Range(0, 4).Select(_ => (24 * _random.Below(7)) + _random.Between(9, 20)).ToList()));

    private WeekMask Rhythm()
    {
        var first = _random.Pick<int>([9, 9, 14, 14, 14, 17, 18]);
        return WeekMask.Of(Enumerable.Range(0, _random.Between(1, 3)).Select(_ => _random.Below(7)).SelectMany(day => Enumerable.Range((24 * day) + first, 4)).ToList());
    }

    private string Skill() => Codes.Skills[Math.Min(_random.Below(60), _random.Below(60))];

    private double[] Normals(int many) => [.. Enumerable.Range(0, many).Select(_ => _random.NextNormal())];

    private Commune Commune() => _communes[_byPopulation.Draw(_random)];

    private GeoPoint Around(Commune commune) => Distance.Moved(commune.Centre, _random.NextNormal() * commune.SpreadKm, _random.NextNormal() * commune.SpreadKm);

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
