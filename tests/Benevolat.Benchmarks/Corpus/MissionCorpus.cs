using Benevolat.Index.Geography;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>
/// Realistic French missions, any of them made at once by its number, none kept. The first ten thousand are the same in a corpus of
/// ten thousand and of a million, so that one set of questions finds something in each.
/// </summary>
internal sealed class MissionCorpus(ulong seed, int count, Vocabulary vocabulary, Communes communes)
{
    /// <summary>The day on which all this takes place.</summary>
    public static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly DateTimeOffset Now = new(Today, new TimeOnly(9, 0), TimeSpan.Zero);

    private readonly FrenchText _text = new(vocabulary);
    private readonly Organisations _organisations = new(seed, new FrenchText(vocabulary), communes);

    public int Count => count;

    public ulong Seed => seed;

    public IEnumerable<MissionDocument> Missions()
    {
        for (var number = 0; number < count; number++) { yield return Mission(number); }
    }

    /// <param name="revision">How often it has been changed. Most changes leave the words as they are.</param>
    public MissionDocument Mission(int number, int revision = 0)
    {
        var random = new Randomness(seed, number);
        var organisation = _organisations.Get(Organisations.Of(number, random));
        var topic = random.Chance(0.7) ? organisation.Topic : random.Below(64);
        var remote = random.NextDouble() switch { < 0.05 => "full", < 0.15 => "possible", _ => "no" };
        var published = Now.AddMinutes(-random.Below(365 * 24 * 60));
        var starts = random.Chance(0.4) ? Today.AddDays(random.Between(-30, 150)) : (DateOnly?)null;
        var mission = new MissionDocument
        {
            Id = random.NextId(published),
            Revision = revision,
            Title = _text.Title(random, topic),
            Description = _text.Description(random, topic),
            OrganisationId = organisation.Id,
            OrganisationName = organisation.Name,
            Network = organisation.Network,
            // What an organisation does hangs together: its topic decides most of its domains and activities.
            Domain = random.Chance(0.6) ? Codes.Domains[Codes.DomainWeights.Draw(new Randomness(seed + 2, topic))] : Codes.Domains[Codes.DomainWeights.Draw(random)],
            Kind = Codes.Kinds[Codes.KindWeights.Draw(random)],
            Remote = remote,
            Places = remote == "full" && random.Chance(0.8) ? [] : Places(random, organisation),
            Activities = Some(random, Codes.Activities, Codes.ActivityWeights, random.Between(1, 3)),
            Audiences = Some(random, Codes.Audiences, Codes.AudienceWeights, random.Between(1, 2)),
            Skills = random.Chance(0.3) ? [random.Pick(Codes.Skills)] : [],
            StartsOn = starts,
            EndsOn = starts is not null && random.Chance(0.7) ? starts.Value.AddDays(random.Between(0, 200)) : null,
            ShiftDays = starts is not null && random.Chance(0.3) ? [.. Enumerable.Range(0, random.Between(1, 4)).Select(week => starts.Value.AddDays(7 * week))] : [],
            WeekHours = random.Chance(0.4) ? Hours(random) : [],
            HoursPerWeek = random.Chance(0.5) ? random.Between(1, 12) : null,
            OpenToMinors = random.Chance(0.25),
            ReducedMobility = random.Chance(0.3),
            PlacesLeft = random.Between(1, 12),
            PublishedAt = published,
            AnswerRate = organisation.AnswerRate,
        };
        return revision == 0 ? mission : Changed(mission, new Randomness(seed + 3, ((long)number << 20) + revision), topic);
    }

    private MissionDocument Changed(MissionDocument mission, Randomness random, int topic)
    {
        mission = mission with { PlacesLeft = random.Between(0, 12), StartsOn = random.Chance(0.2) ? Today.AddDays(random.Below(100)) : mission.StartsOn };
        return random.Chance(0.1) ? mission with { Description = _text.Description(random, topic) } : mission;
    }

    /// <summary>Mostly one address, mostly where the organisation is at home; one mission in thirty has several.</summary>
    private MissionPlace[] Places(Randomness random, Organisation organisation)
    {
        var home = random.Chance(0.6) ? organisation.Home : communes.Draw(random);
        var places = new MissionPlace[random.Chance(0.03) ? random.Between(2, 4) : 1];
        for (var i = 0; i < places.Length; i++)
        {
            var commune = i == 0 ? home : communes.Draw(random);
            var point = Distance.Moved(commune.Centre, random.NextNormal() * commune.SpreadKm, random.NextNormal() * commune.SpreadKm);
            places[i] = new(commune.Name, random.Pick(commune.Postcodes), commune.Department, new GeoPoint(Math.Round(point.Latitude, 6), Math.Round(point.Longitude, 6)));
        }

        return places;
    }

    private static string[] Some(Randomness random, IReadOnlyList<string> from, AliasTable weights, int many)
    {
        var some = new HashSet<string>();
        while (some.Count < many) { some.Add(from[weights.Draw(random)]); }
        return [.. some];
    }

    private static int[] Hours(Randomness random)
    {
        var (first, length, days) = (random.Between(8, 18), random.Between(2, 4), random.Between(1, 4));
        return [.. Enumerable.Range(0, days).Select(_ => random.Below(7)).Distinct().Order().SelectMany(day => Enumerable.Range((day * 24) + first, length))];
    }
}
