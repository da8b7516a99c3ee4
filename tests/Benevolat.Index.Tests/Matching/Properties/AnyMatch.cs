using System.Text.Json;
using Benevolat.Index.Geography;
using Benevolat.Index.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Matching.Properties;

public enum MatchStepKind { Build, Apply, Merge }

/// <summary>Something that happens to both indexes: missions and volunteers come, change and go.</summary>
public sealed record MatchEvent(MatchStepKind Kind, IReadOnlyList<MatchMissionChange> Missions, IReadOnlyList<MatchVolunteerChange> Volunteers);

/// <summary>A life of the indexes and who asks after each step.</summary>
public sealed record MatchLife(IReadOnlyList<MatchEvent> Events, IReadOnlyList<MatchVolunteer> Volunteers, IReadOnlyList<MatchMission> Missions, IReadOnlyList<MatchAsk> Asks)
{
    public override string ToString() => "\n" + JsonSerializer.Serialize(this, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };
}

/// <summary>A handful of everything, so that ties and edges come up all the time.</summary>
public static class SmallMatchLife
{
    public static Arbitrary<MatchLife> Any() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue) select new AnyMatch(seed, owners: 24).Life(steps: 6, most: 16), AnyMatch.Simpler);
}

/// <summary>Several thousand rows with changes since: blocks, bitmaps and heaps have several of everything.</summary>
public static class LargeMatchLife
{
    public static Arbitrary<MatchLife> Any() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue) select new AnyMatch(seed, owners: 900).Life(steps: 3, most: 900), AnyMatch.Simpler);
}

/// <summary>Everything that may be, made from one number.</summary>
internal sealed class AnyMatch(int seed, int owners)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Skills = ["Cuisine", "cuisine", "Comptabilité", "comptabilite", "premiers secours", "Web", "Écoute", "ecoute ", "Chinois", ""];
    private static readonly GeoPoint Lyon = new(45.764, 4.8357);

    private readonly Random _random = new(seed);

    public MatchLife Life(int steps, int most)
    {
        var events = new List<MatchEvent> { Event(MatchStepKind.Build, most) };
        for (var step = _random.Next(steps); step > 0; step--)
        {
            events.Add(_random.Next(4) == 0 ? new(MatchStepKind.Merge, [], []) : Event(_random.Next(12) == 0 ? MatchStepKind.Build : MatchStepKind.Apply, Math.Max(2, most / 4)));
        }

        return new(events, [.. Several(3, () => Volunteer())], [.. Several(3, () => Mission())], [.. Several(2, Ask)]);
    }

    public static IEnumerable<MatchLife> Simpler(MatchLife life)
    {
        foreach (var events in Less(life.Events)) { if (events.Count > 0) { yield return life with { Events = events }; } }
        foreach (var volunteers in Less(life.Volunteers)) { yield return life with { Volunteers = volunteers }; }
        foreach (var missions in Less(life.Missions)) { yield return life with { Missions = missions }; }
        foreach (var asks in Less(life.Asks)) { yield return life with { Asks = asks }; }
        for (var place = 0; place < life.Events.Count; place++)
        {
            foreach (var missions in Less(life.Events[place].Missions)) { yield return With(life, place, life.Events[place] with { Missions = missions }); }
            foreach (var volunteers in Less(life.Events[place].Volunteers)) { yield return With(life, place, life.Events[place] with { Volunteers = volunteers }); }
        }
    }

    public MatchEvent Event(MatchStepKind kind, int most)
    {
        var (missions, volunteers) = (Several(most, () => Mission()).Select(mission => new MatchMissionChange(mission.Id, mission)), Several(most, () => Volunteer()).Select(volunteer => new MatchVolunteerChange(volunteer.Id, volunteer)));
        return kind is MatchStepKind.Build
            ? new(kind, [.. missions.DistinctBy(change => change.Id)], [.. volunteers.DistinctBy(change => change.Id)])
            : new(kind, [.. missions.Select(change => Chance(0.3) ? change with { Mission = null } : change)],
                [.. volunteers.Select(change => Chance(0.3) ? change with { Volunteer = null } : change)]);
    }

    public MatchMission Mission() => new()
    {
        Id = Id(),
        OrganisationId = Organisation(),
        Domain = _random.Next(Chance(0.8) ? 3 : 32),
        Kind = _random.Next(Chance(0.8) ? 3 : 8),
        Remote = Chance(0.6) ? MatchRemote.No : (MatchRemote)_random.Next(3),
        Places = [.. Several(Chance(0.8) ? 1 : 4, Place, atLeast: Chance(0.9) ? 1 : 0)],
        Skills = SomeSkills(0.5),
        RequiredSkills = SomeSkills(0.2),
        Times = [.. Several(Chance(0.7) ? 1 : 5, Time)],
        Step = (MatchStep)_random.Next(3),
        OpenToMinors = Chance(0.5),
        ReducedMobility = Chance(0.5),
        PlacesLeft = Chance(0.9) ? 1 + _random.Next(3) : -_random.Next(2),
        Responsiveness = Share(),
        Feedback = Share(),
    };

    public MatchVolunteer Volunteer() => new()
    {
        Id = Id(),
        Place = Chance(0.9) ? Place() : null,
        RadiusKm = Pick(30, 30, 10, 3, 0.5, 0, 100, 400, 9_000, 30_000, -1, double.NaN, double.PositiveInfinity),
        Remote = Chance(0.4),
        Free = Chance(0.7) ? Hours(30) : WeekMask.Empty,
        Skills = SomeSkills(0.6),
        SkillsToLearn = SomeSkills(0.3),
        Causes = (uint)_random.Next(8) | (Chance(0.2) ? 0x8000_0000 : 0),
        Kinds = (uint)_random.Next(8) | (Chance(0.1) ? 0xFFFF_FF80 : 0),
        Step = (MatchStep)_random.Next(3),
        OnlyOpenToMinors = Chance(0.2),
        NeedsAccessibility = Chance(0.2),
    };

    public MatchAsk Ask() => new()
    {
        Now = Now.AddHours(Pick(0, 0, 0, -3, 5)),
        Count = Pick(1, 3, 5, 20, 20, 500, 0, -1, 10_000),
        Excluded = [.. Several(Chance(0.5) ? 0 : 4, Id)],
        ExcludedOrganisations = [.. Several(Chance(0.7) ? 0 : 2, Organisation)],
    };

    private Guid Id() => new(_random.Next(owners), 7, 7, 0x80, 0, 0, 0, 0, 0, 0, 1);

    private Guid Organisation() => new(_random.Next(1 + (owners / 4)), 1, 1, 0x80, 0, 0, 0, 0, 0, 0, 2);

    private GeoPoint Place() => _random.Next(12) switch
    {
        0 => Lyon,
        1 => new(48.8566, 2.3522),
        2 => new(-21.1, 55.5),
        3 => new(-16.5, 179.99),
        4 => new(90, 0),
        5 => new(-45.764, -175.1643),
        _ => new(Lyon.Latitude + ((_random.NextDouble() - 0.5) * 0.8), Lyon.Longitude + ((_random.NextDouble() - 0.5) * 1.2)),
    };

    private MatchTime Time() => new(
        Chance(0.9) ? Hours(6) : WeekMask.Empty, Pick(1, 2, 3, 4, 4, 0, 300), Chance(0.6) ? null : Now.AddHours(Pick(-1, 0, 1, 4, 30)).AddMilliseconds(_random.Next(3) * 400));

    /// <summary>A few blocks, mostly in the same parts of the week: so that they meet, and some are equal.</summary>
    private WeekMask Hours(int most)
    {
        var hours = new List<int>();
        for (var block = _random.Next(1, 4); block > 0; block--)
        {
            var start = Pick(14, 38, 38, 62, 62, 64, 120, 126, 164, _random.Next(168));
            hours.AddRange(Enumerable.Range(start, 1 + _random.Next(most)).Where(hour => hour < 168));
        }

        return WeekMask.Of(hours);
    }

    private List<string> SomeSkills(double chance) => Chance(chance) ? [.. Several(4, () => Skills[_random.Next(Skills.Length)])] : [];

    private double? Share() => Chance(0.4) ? null : Pick(0, 1, 0.5, 0.25, _random.NextDouble(), -1, 2);

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private List<T> Several<T>(int most, Func<T> one, int atLeast = 0) => [.. Enumerable.Range(0, Math.Max(atLeast, _random.Next(most + 1))).Select(_ => one())];

    private static MatchLife With(MatchLife life, int place, MatchEvent simpler) =>
        life with { Events = [.. life.Events.Select((old, index) => index == place ? simpler : old)] };

    private static IEnumerable<IReadOnlyList<T>> Less<T>(IReadOnlyList<T> all)
    {
        if (all.Count > 3)
        {
            yield return [.. all.Take(all.Count / 2)];
            yield return [.. all.Skip(all.Count / 2)];
        }

        for (var place = 0; place < Math.Min(40, all.Count); place++) { yield return [.. all.Where((_, index) => index != place)]; }
    }
}
