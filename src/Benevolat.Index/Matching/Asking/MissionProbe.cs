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

    // What eight rows are held against; filled in once, read for every block.
    private readonly Vector256<int> _x, _y, _z;
    private readonly Vector256<ulong> _first, _second, _third, _skills;
    private readonly Vector256<float> _kinds, _steps;
    private readonly float _limit, _fall;
    private readonly uint _must;

    public MissionProbe(in MatchRow volunteer, int[] skills, int now, MatchWeights weights, MatchMeans means)
    {
        (_volunteer, _skillList, _now, _weights) = (volunteer, skills, now, weights);
        (_byEight, _saysHours) = (Eight.IsSupported && means is not MatchMeans.Plain, (volunteer.First | volunteer.Second | volunteer.Third) > 0);
        _x = Vector256.Create((int)(volunteer.Position & Positions.Mask));
        _y = Vector256.Create((int)((volunteer.Position >> Positions.Bits) & Positions.Mask));
        _z = Vector256.Create((int)(volunteer.Position >> (2 * Positions.Bits)));
        (_first, _second, _third) = (Vector256.Create(volunteer.First), Vector256.Create(volunteer.Second), Vector256.Create(volunteer.Third));
        _skills = Vector256.Create(volunteer.Skills | volunteer.SkillsToLearn);
        (_limit, _fall) = (volunteer.Reach.Limit, weights.Distance * volunteer.Reach.Inverse);
        _must = ((volunteer.Bits & VolunteerBits.OnlyOpenToMinors) > 0 ? MissionBits.OpenToMinors : 0)
            | ((volunteer.Bits & VolunteerBits.NeedsAccessibility) > 0 ? MissionBits.ReducedMobility : 0);
        var (kinds, step) = (volunteer.Bits & VolunteerBits.KindsMask, (int)(volunteer.Bits >> VolunteerBits.StepShift & VolunteerBits.StepMask));
        _kinds = Vector256.Create(Kind(0), Kind(1), Kind(2), Kind(3), Kind(4), Kind(5), Kind(6), Kind(7));
        _steps = Vector256.Create(Pair.Pathway(weights.Pathway, step, 0), Pair.Pathway(weights.Pathway, step, 1), Pair.Pathway(weights.Pathway, step, 2), 0f, 0, 0, 0, 0);

        float Kind(int kind) => Pair.Names(kinds, (uint)kind) ? weights.Kind : 0;
    }

    public uint Rank(MatchSegment segment, int row) => segment.Bits[row] >> MissionBits.RankShift;

    public Failures Judge(MatchSegment segment, int row, out Points points) => Pair.Judge(Volunteer(), Mission(segment, row), _now, _weights, out points);

    public VolunteerSide Volunteer() => Sides.Volunteer(_volunteer, _skillList);

    public static MissionSide Mission(MatchSegment segment, int row) => new()
    {
        Position = segment.Positions[row],
        First = segment.First[row],
        Second = segment.Second[row],
        Third = segment.Third[row],
        Bits = segment.Bits[row],
        Until = segment.Untils[row],
        Skills = segment.SkillsOf(segment.Owners[row]),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Lanes(MatchSegment segment, int row, int threshold)
    {
        if (!_byEight) { return Eight.All; }

        // Distance turns most away, then hours do; the other columns aren't even read then.
        var (fits, sum) = (Vector256<uint>.AllBitsSet, Vector256.Create(0.5f * _weights.Distance));
        if (row < segment.NowhereFrom)
        {
            var chords = Eight.SquaredChords(segment.Positions, row, _x, _y, _z);
            fits = Vector256.LessThanOrEqual(chords, Vector256.Create(_limit)).AsUInt32();
            if (fits == Vector256<uint>.Zero) { return 0; }
            sum = Vector256.Max(Vector256<float>.Zero, Vector256.Create((float)_weights.Distance) - (Vector256.Sqrt(chords) * _fall));
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
            sum += Vector256.ConditionalSelect(open.AsSingle(), Vector256.Create(0.5f * _weights.Hours),
                Vector256.ConvertToSingle(Vector256.Min(shared, needed)) * _weights.Hours / Vector256.ConvertToSingle(needed));
        }

        sum += Known((packed >>> 8) & Vector256.Create(255), _weights.Responsiveness) + Known(packed >>> 16, _weights.Feedback);
        return Rest(segment, row, threshold, fits, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Rest(MatchSegment segment, int row, int threshold, Vector256<uint> fits, Vector256<float> sum)
    {
        var (bits, must) = (Eight.Load(segment.Bits, row), Vector256.Create(_must));
        fits &= Vector256.Equals(bits & must, must) & Vector256.GreaterThan(Eight.Load(segment.Untils, row), Vector256.Create(_now)).AsUInt32();
        var domains = bits & Vector256.Create(MissionBits.DomainMask);
        var causes = Avx2.ShiftRightLogicalVariable(Vector256.Create(_volunteer.Causes), domains) & Vector256<uint>.One;
        sum += Vector256.ConvertToSingle(causes.AsInt32()) * _weights.Causes;
        sum += Avx2.PermuteVar8x32(_kinds, ((bits >>> MissionBits.KindShift) & Vector256.Create(MissionBits.KindMask)).AsInt32());
        sum += Avx2.PermuteVar8x32(_steps, ((bits >>> MissionBits.StepShift) & Vector256.Create(MissionBits.StepMask)).AsInt32());

        var (skills, skillsHigh) = (Eight.Load(segment.Skills, row), Eight.Load(segment.Skills, row + 4));
        var (open, none) = (Eight.AreZero(skills, skillsHigh), Eight.AreZero(skills & _skills, skillsHigh & _skills));
        sum += Vector256.ConditionalSelect(open.AsSingle(), Vector256.Create(0.5f * _weights.Skills), Vector256.AndNot(Vector256.Create((float)_weights.Skills), none.AsSingle()));
        return (fits & Vector256.GreaterThanOrEqual(sum, Vector256.Create(threshold - Eight.Rounding)).AsUInt32()).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Known(Vector256<int> shares, int weight) => Vector256.ConditionalSelect(
        Vector256.Equals(shares, Vector256.Create(MissionBits.Unknown)).AsSingle(), Vector256.Create(0.5f * weight),
        Vector256.ConvertToSingle(shares) * ((float)weight / MissionBits.Shares));
}
