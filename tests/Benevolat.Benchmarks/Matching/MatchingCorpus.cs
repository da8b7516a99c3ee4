using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Matching;

/// <summary>
/// Missions and volunteers as matching sees them, any of them made at once by its number. Shares follow <see cref="MissionCorpus"/>: one mission in
/// twenty is done from home, one in ten may be, one in thirty has several addresses; two in five name weekly hours, one in eight has dated shifts.
/// </summary>
internal sealed class MatchingCorpus(ulong seed, Communes communes)
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private const int MissionsEach = 30;
    private const long Volunteers = 1L << 40;

    public MatchMission Mission(int number)
    {
        var random = new Randomness(seed, number);
        var home = communes.Draw(new Randomness(seed + 1, number / MissionsEach));
        var remote = random.NextDouble() switch { < 0.05 => MatchRemote.Full, < 0.15 => MatchRemote.Possible, _ => MatchRemote.No };
        var skills = Skills(random, 0.3, 3);
        return new MatchMission
        {
            Id = random.NextId(Now.AddMinutes(-random.Below(365 * 24 * 60))),
            OrganisationId = new Randomness(seed + 2, number / MissionsEach).NextId(Now.AddYears(-2)),
            Domain = Codes.DomainWeights.Draw(random),
            Kind = Codes.KindWeights.Draw(random),
            Remote = remote,
            Places = remote is MatchRemote.Full ? [] : [.. Enumerable.Range(0, random.Chance(0.03) ? random.Between(2, 4) : 1)
                .Select(place => Around(random, place == 0 && random.Chance(0.6) ? home : communes.Draw(random)))],
            Skills = skills,
            RequiredSkills = skills.Count > 0 && random.Chance(0.15) ? [skills[0]] : [],
            Times = Times(random),
            Step = (MatchStep)Math.Max(0, random.Below(10) - 7),
            OpenToMinors = random.Chance(0.25),
            ReducedMobility = random.Chance(0.3),
            PlacesLeft = random.Between(1, 12),
            Responsiveness = random.Chance(0.3) ? null : random.NextDouble(),
            Feedback = random.Chance(0.5) ? null : random.NextDouble(),
        };
    }

    /// <param name="radiusKm">The same for all, so that what is measured is what is named.</param>
    public MatchVolunteer Volunteer(int number, double radiusKm)
    {
        var random = new Randomness(seed, Volunteers + number);
        return new MatchVolunteer
        {
            Id = random.NextId(Now),
            Place = Around(random, communes.Draw(random)),
            RadiusKm = radiusKm,
            Remote = random.Chance(0.2),
            Free = random.Chance(0.8) ? Free(random) : WeekMask.Empty,
            Skills = Skills(random, 0.6, 5),
            SkillsToLearn = Skills(random, 0.2, 2),
            Causes = Bits(random, 20, 3),
            Kinds = Bits(random, 6, 2),
            Step = (MatchStep)Math.Max(0, random.Below(10) - 7),
            OnlyOpenToMinors = random.Chance(0.03),
            NeedsAccessibility = random.Chance(0.03),
        };
    }

    private static Index.Geography.GeoPoint Around(Randomness random, Commune commune) =>
        Distance.Moved(commune.Centre, random.NextNormal() * commune.SpreadKm, random.NextNormal() * commune.SpreadKm);

    private static List<string> Skills(Randomness random, double chance, int most) =>
        random.Chance(chance) ? [.. Enumerable.Range(0, random.Between(1, most)).Select(_ => random.Pick(Codes.Skills)).Distinct()] : [];

    private static MatchTime[] Times(Randomness random) => random.NextDouble() switch
    {
        < 0.4 => [new(Block(random, random.Between(1, 4), random.Between(2, 4)), random.Between(2, 6))],
        // Every week at the same time, or a few times of their own.
        < 0.52 => [.. random.Chance(0.5) ? Weekly(random) : Enumerable.Range(0, random.Between(1, 4)).Select(_ => Shift(random, Block(random, 1, random.Between(2, 4))))],
        _ => [],
    };

    private static IEnumerable<MatchTime> Weekly(Randomness random)
    {
        var hours = Block(random, 1, random.Between(2, 4));
        return Enumerable.Range(0, random.Between(2, 10)).Select(_ => Shift(random, hours));
    }

    private static MatchTime Shift(Randomness random, WeekMask hours) => new(hours, 24, Now.AddDays(random.Between(-5, 60)));

    /// <summary>The same hours on some days.</summary>
    private static WeekMask Block(Randomness random, int days, int length)
    {
        var first = random.Between(8, 18);
        return WeekMask.Of(Enumerable.Range(0, days).Select(_ => random.Below(7)).SelectMany(day => Enumerable.Range((day * 24) + first, length)));
    }

    /// <summary>Evenings, half days and weekends.</summary>
    private static WeekMask Free(Randomness random) => WeekMask.Of(Enumerable.Range(0, 7)
        .Where(day => random.Chance(day >= 5 ? 0.7 : 0.5))
        .SelectMany(day => Enumerable.Range((day * 24) + random.Pick<int>([8, 13, 17]), random.Between(3, 5))));

    private static uint Bits(Randomness random, int of, int most) =>
        Enumerable.Range(0, random.Between(0, most)).Aggregate(0u, (bits, _) => bits | (1u << random.Below(of)));
}
