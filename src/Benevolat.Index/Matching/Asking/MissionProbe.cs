using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>A volunteer who meets missions.</summary>
internal readonly struct MissionProbe : IProbe
{
    private readonly MatchRow _volunteer;
    private readonly int[] _skillList;
    private readonly int _now;
    private readonly MatchWeights _weights;
    private readonly bool _byEight, _saysHours;

    // What eight rows are held against: filled in once, read for every block.
    private readonly Vector256<int> _x, _y, _z, _farthest;
    private readonly Vector256<ulong> _first, _second, _third, _skills;
    private readonly Vector256<float> _limit, _near, _fall, _fromHome, _hours, _hoursOpen, _responsiveness, _feedback, _causes, _kinds, _steps, _skillsAll, _skillsOpen;
    private readonly Vector256<uint> _must, _domains;

    public MissionProbe(in MatchRow volunteer, int[] skills, int now, MatchWeights weights, MatchMeans means)
    {
        (_volunteer, _skillList, _now, _weights) = (volunteer, skills, now, weights);
        (_byEight, _saysHours) = (Eight.IsSupported && means is not MatchMeans.Plain, (volunteer.First | volunteer.Second | volunteer.Third) > 0);
        (_x, _y, _z) = (Vector256.Create(Positions.X(volunteer.Position)), Vector256.Create(Positions.Y(volunteer.Position)), Vector256.Create(Positions.Z(volunteer.Position)));
        _farthest = Vector256.Create((int)Math.Min(int.MaxValue / 2, Math.Ceiling(Math.Sqrt(Math.Max(0, volunteer.Reach.Limit)))));
        (_first, _second, _third) = (Vector256.Create(volunteer.First), Vector256.Create(volunteer.Second), Vector256.Create(volunteer.Third));
        _skills = Vector256.Create(volunteer.Skills | volunteer.SkillsToLearn);
        (_limit, _near, _fall) = (Vector256.Create(volunteer.Reach.Limit), Vector256.Create((float)weights.Distance), Vector256.Create(weights.Distance * volunteer.Reach.Inverse));
        (_fromHome, _hours, _hoursOpen) = (Vector256.Create(0.5f * weights.Distance), Vector256.Create((float)weights.Hours), Vector256.Create(0.5f * weights.Hours));
        _responsiveness = Vector256.Create((float)weights.Responsiveness / MissionBits.Shares);
        _feedback = Vector256.Create((float)weights.Feedback / MissionBits.Shares);
        (_causes, _skillsAll, _skillsOpen) = (Vector256.Create((float)weights.Causes), Vector256.Create((float)weights.Skills), Vector256.Create(0.5f * weights.Skills));
        _must = Vector256.Create(((volunteer.Bits & VolunteerBits.OnlyOpenToMinors) > 0 ? MissionBits.OpenToMinors : 0)
            | ((volunteer.Bits & VolunteerBits.NeedsAccessibility) > 0 ? MissionBits.ReducedMobility : 0));
        _domains = Vector256.Create(volunteer.Causes);
        var (kinds, step) = (volunteer.Bits & VolunteerBits.KindsMask, (int)(volunteer.Bits >> VolunteerBits.StepShift & VolunteerBits.StepMask));
        _kinds = Vector256.Create(Kind(0), Kind(1), Kind(2), Kind(3), Kind(4), Kind(5), Kind(6), Kind(7));
        _steps = Vector256.Create(Pair.Pathway(weights.Pathway, step, 0), Pair.Pathway(weights.Pathway, step, 1), Pair.Pathway(weights.Pathway, step, 2), 0f, 0, 0, 0, 0);

        float Kind(int kind) => Pair.Names(kinds, (uint)kind) ? weights.Kind : 0;
    }

    public uint Rank(MatchSegment segment, int row) => segment.Bits[row] >> MissionBits.RankShift;

    public Failures Judge(MatchSegment segment, int row, out Points points) => Pair.Judge(
        Volunteer(), Mission(segment, row, Pair.NeedsLists(segment.Bits[row], segment.Skills[row], _volunteer.Skills | _volunteer.SkillsToLearn)), _now, _weights, out points);

    public VolunteerSide Volunteer() => Sides.Volunteer(_volunteer, _skillList);

    public static MissionSide Mission(MatchSegment segment, int row, bool withLists = true) => new()
    {
        Position = segment.PositionOf(row),
        First = segment.First[row],
        Second = segment.Second[row],
        Third = segment.Third[row],
        Bits = segment.Bits[row],
        Until = segment.Untils[row],
        Signature = segment.Skills[row],
        Skills = withLists ? segment.SkillsOf(segment.Owners[row]) : default,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Lanes(MatchSegment segment, int row, int threshold)
    {
        if (!_byEight) { return Eight.All; }

        // Distance turns most away, then hours do; the other columns aren't even read then.
        var (fits, sum) = (Vector256<uint>.AllBitsSet, _fromHome);
        if (row < segment.NowhereFrom)
        {
            // Neighbours lie together: one coordinate alone turns whole blocks away.
            if (Eight.AreBeyond(segment, row, _x, _farthest)) { return 0; }
            var chords = Eight.SquaredChords(segment, row, _x, _y, _z);
            fits = Vector256.LessThanOrEqual(chords, _limit).AsUInt32();
            if (fits == Vector256<uint>.Zero) { return 0; }
            sum = Vector256.Max(Vector256<float>.Zero, _near - (Eight.Roots(chords) * _fall));
        }

        var (third, thirdHigh) = (Eight.Load(segment.Third, row), Eight.Load(segment.Third, row + 4));
        var packed = Eight.Narrow(third >>> MissionBits.WeekShift, thirdHigh >>> MissionBits.WeekShift).AsInt32();
        if (_saysHours)
        {
            var needed = packed & Vector256.Create(255);
            var shared = Eight.Count(
                Eight.Load(segment.First, row) & _first, Eight.Load(segment.Second, row) & _second, third & _third,
                Eight.Load(segment.First, row + 4) & _first, Eight.Load(segment.Second, row + 4) & _second, thirdHigh & _third);
            var open = Vector256.Equals(needed, Vector256<int>.Zero);
            fits &= (open | Vector256.GreaterThan(shared, Vector256<int>.Zero)).AsUInt32();
            if (fits == Vector256<uint>.Zero) { return 0; }
            var shares = Vector256.ConvertToSingle(Vector256.Min(shared, needed)) * _hours * Eight.Inverses(Vector256.ConvertToSingle(needed));
            sum += Vector256.ConditionalSelect(open.AsSingle(), _hoursOpen, shares);
        }

        sum += (Vector256.ConvertToSingle((packed >>> 8) & Vector256.Create(255)) * _responsiveness) + (Vector256.ConvertToSingle(packed >>> 16) * _feedback);
        return Rest(segment, row, threshold, fits, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Rest(MatchSegment segment, int row, int threshold, Vector256<uint> fits, Vector256<float> sum)
    {
        var bits = Eight.Load(segment.Bits, row);
        fits &= Vector256.Equals(bits & _must, _must) & Vector256.GreaterThan(Eight.Load(segment.Untils, row), Vector256.Create(_now)).AsUInt32();
        var causes = Avx2.ShiftRightLogicalVariable(_domains, bits & Vector256.Create(MissionBits.DomainMask)) & Vector256<uint>.One;
        sum += (Vector256.Equals(causes, Vector256<uint>.One).AsSingle() & _causes)
            + Avx2.PermuteVar8x32(_kinds, (bits >>> MissionBits.KindShift).AsInt32())   // which looks at the lowest three bits
            + Avx2.PermuteVar8x32(_steps, ((bits >>> MissionBits.StepShift) & Vector256.Create(MissionBits.StepMask)).AsInt32());

        var (skills, skillsHigh) = (Eight.Load(segment.Skills, row), Eight.Load(segment.Skills, row + 4));
        var (open, none) = (Eight.AreZero(skills, skillsHigh), Eight.AreZero(skills & _skills, skillsHigh & _skills));
        sum += Vector256.ConditionalSelect(open.AsSingle(), _skillsOpen, Vector256.AndNot(_skillsAll, none.AsSingle()));
        return (fits & Vector256.GreaterThanOrEqual(sum, Vector256.Create(threshold - Eight.Rounding)).AsUInt32()).ExtractMostSignificantBits();
    }
}
