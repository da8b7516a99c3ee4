using System.Numerics;
using System.Runtime.CompilerServices;

namespace Benevolat.Index.Matching.Rules;

/// <summary>Conditions that a pair misses.</summary>
[Flags]
internal enum Failures
{
    None = 0,
    Distance = 1 << MatchConstraint.Distance,
    Hours = 1 << MatchConstraint.Hours,
    Remote = 1 << MatchConstraint.Remote,
    RequiredSkill = 1 << MatchConstraint.RequiredSkill,
    Accessibility = 1 << MatchConstraint.Accessibility,
    Minors = 1 << MatchConstraint.Minors,

    /// <summary>Nothing that anybody could do about: over, or far away.</summary>
    Forever = 1 << 30,
}

/// <summary>One mission at one of its places and times.</summary>
internal readonly ref struct MissionSide
{
    public required ulong Position { get; init; }
    public required ulong First { get; init; }
    public required ulong Second { get; init; }
    public required ulong Third { get; init; }
    public required uint Bits { get; init; }
    public required int Until { get; init; }
    /// <summary>Of the skills that count.</summary>
    public required ulong Signature { get; init; }

    /// <summary>May be left out where <see cref="Pair.NeedsLists"/> says so.</summary>
    public required ReadOnlySpan<int> Skills { get; init; }

    public int Needed => (int)(Third >> MissionBits.WeekShift) & 255;

    public int Responsiveness => (int)(Third >> (MissionBits.WeekShift + 8)) & 255;

    public int Feedback => (int)(Third >> (MissionBits.WeekShift + 16));

    public WeekMask Hours => WeekMask.OfWords(First, Second, Third);

    public bool Has(uint bit) => (Bits & bit) > 0;
}

/// <summary>One volunteer.</summary>
internal readonly ref struct VolunteerSide
{
    public required ulong Position { get; init; }
    public required Reach Reach { get; init; }
    public required ulong First { get; init; }
    public required ulong Second { get; init; }
    public required ulong Third { get; init; }
    public required uint Causes { get; init; }
    public required uint Bits { get; init; }
    /// <summary>Of the skills had and to learn.</summary>
    public required ulong Signature { get; init; }
    public required ReadOnlySpan<int> Skills { get; init; }

    public WeekMask Free => WeekMask.OfWords(First, Second, Third);

    public bool Has(uint bit) => (Bits & bit) > 0;
}

/// <summary>What the parts add, in 1/10,000.</summary>
internal readonly record struct Points(int Hours, int Distance, int Skills, int Causes, int Kind, int Pathway, int Responsiveness, int Feedback)
{
    public int Sum => Hours + Distance + Skills + Causes + Kind + Pathway + Responsiveness + Feedback;
}

/// <summary>The rule, to the letter (see <see cref="MatchWeights"/>). Everything that is fast has to agree with it.</summary>
internal static class Pair
{
    /// <summary>By the volunteer's step and the mission's, in quarters.</summary>
    private static ReadOnlySpan<byte> StepQuarters => [4, 3, 1, 0, 2, 4, 3, 0, 1, 2, 4, 0];

    public static Failures Judge(in VolunteerSide volunteer, in MissionSide mission, int now, MatchWeights weights, out Points points)
    {
        points = default;
        if (mission.Until <= now) { return Failures.Forever; }
        var failures = Distance(volunteer, mission, weights, out var distance);
        if (failures == Failures.Forever) { return failures; }

        if (volunteer.Has(VolunteerBits.OnlyOpenToMinors) && !mission.Has(MissionBits.OpenToMinors)) { failures |= Failures.Minors; }
        if (volunteer.Has(VolunteerBits.NeedsAccessibility) && !mission.Has(MissionBits.ReducedMobility)) { failures |= Failures.Accessibility; }
        failures |= Hours(volunteer, mission, weights, out var hours);
        var skills = NeedsLists(mission.Bits, mission.Signature, volunteer.Signature) ? Skills.Compare(mission.Skills, volunteer.Skills) : new(0, mission.Signature == 0 ? 0 : 1, false);
        if (skills.Lacks) { failures |= Failures.RequiredSkill; }
        points = new Points(
            hours, distance, skills.Asked == 0 ? Half(weights.Skills) : Share(weights.Skills, skills.Points, 2 * skills.Asked),
            Names(volunteer.Causes, mission.Bits & MissionBits.DomainMask) ? weights.Causes : 0,
            Names(volunteer.Bits & VolunteerBits.KindsMask, (mission.Bits >> MissionBits.KindShift) & MissionBits.KindMask) ? weights.Kind : 0,
            Pathway(weights.Pathway, StepOf(volunteer), StepOf(mission)),
            Known(weights.Responsiveness, mission.Responsiveness), Known(weights.Feedback, mission.Feedback));
        return failures;
    }

    /// <summary>Whether signatures don't tell: lists lie far apart in memory, and for most pairs nobody has to look at them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NeedsLists(uint bits, ulong mission, ulong volunteer) => (bits & MissionBits.RequiresSkills) > 0 || (mission & volunteer) > 0;

    public static int StepOf(in VolunteerSide volunteer) => (int)((volunteer.Bits >> VolunteerBits.StepShift) & VolunteerBits.StepMask);

    public static int StepOf(in MissionSide mission) => (int)((mission.Bits >> MissionBits.StepShift) & MissionBits.StepMask);

    public static int Quarters(int volunteer, int mission) => StepQuarters[(4 * volunteer) + mission];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pathway(int weight, int volunteer, int mission) => Share(weight, Quarters(volunteer, mission), 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Known(int weight, int share) => Share(weight, share, MissionBits.Shares);

    public static int Half(int weight) => (weight + 1) / 2;

    public static bool Names(uint set, uint value) => (set >> (int)value & 1) > 0;

    public static int SharedHours(in VolunteerSide volunteer, in MissionSide mission) =>
        BitOperations.PopCount(volunteer.First & mission.First) + BitOperations.PopCount(volunteer.Second & mission.Second)
        + BitOperations.PopCount(volunteer.Third & mission.Third);

    private static Failures Hours(in VolunteerSide volunteer, in MissionSide mission, MatchWeights weights, out int hours)
    {
        hours = 0;
        if ((volunteer.First | volunteer.Second | volunteer.Third) == 0) { return Failures.None; }

        var needed = mission.Needed;
        if (needed == 0)
        {
            hours = Half(weights.Hours);
            return Failures.None;
        }

        var shared = SharedHours(volunteer, mission);
        hours = Share(weights.Hours, Math.Min(shared, needed), needed);
        return shared == 0 ? Failures.Hours : Failures.None;
    }

    private static Failures Distance(in VolunteerSide volunteer, in MissionSide mission, MatchWeights weights, out int distance)
    {
        distance = 0;
        if (mission.Has(MissionBits.Nowhere))
        {
            if (!volunteer.Has(VolunteerBits.Remote)) { return Failures.Remote; }
            distance = Half(weights.Distance);
            return Failures.None;
        }

        if (!volunteer.Has(VolunteerBits.HasPlace)) { return Failures.Forever; }
        var chord = Positions.SquaredChord(volunteer.Position, mission.Position);
        if (chord <= volunteer.Reach.Limit)
        {
            distance = Nearness(weights.Distance, chord, volunteer.Reach.Inverse);
            return Failures.None;
        }

        return chord <= volunteer.Reach.NearLimit ? Failures.Distance : Failures.Forever;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Nearness(int weight, float squaredChord, float inverse) =>
        (int)((weight * Math.Max(0f, 1f - (MathF.Sqrt(squaredChord) * inverse))) + 0.5f);

    /// <summary>Rounded half up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Share(int weight, int some, int all) => ((2 * weight * some) + all) / (2 * all);
}
