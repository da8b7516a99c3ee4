using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>A mission, at one of its places and times, that meets volunteers.</summary>
internal readonly struct VolunteerProbe : IProbe
{
    private readonly MatchRow _mission;
    private readonly int[] _skillList;
    private readonly int _now, _needed;
    private readonly MatchWeights _weights;
    private readonly bool _byEight;

    private readonly Vector256<int> _x, _y, _z;
    private readonly Vector256<ulong> _first, _second, _third, _required;
    private readonly Vector256<float> _always, _near, _hours, _hoursOpen, _causes, _kinds, _steps, _skillsAll;
    private readonly uint _mustNot;

    public VolunteerProbe(in MatchRow mission, int[] skills, int now, MatchWeights weights, MatchMeans means)
    {
        (_mission, _skillList, _now, _weights) = (mission, skills, now, weights);
        _byEight = Eight.IsSupported && means is not MatchMeans.Plain;
        (_x, _y, _z) = (Vector256.Create(Positions.X(mission.Position)), Vector256.Create(Positions.Y(mission.Position)), Vector256.Create(Positions.Z(mission.Position)));
        var side = Mission();
        _needed = side.Needed;
        (_first, _second, _third) = (Vector256.Create(side.Hours.First), Vector256.Create(side.Hours.Second), Vector256.Create(side.Hours.Third));
        _required = Vector256.Create(Skills.Signature(skills, Skills.Required));
        // What every volunteer brings alike.
        var always = Pair.Known(weights.Responsiveness, side.Responsiveness) + Pair.Known(weights.Feedback, side.Feedback)
            + (mission.Skills == 0 ? Pair.Half(weights.Skills) : 0) + (side.Has(MissionBits.Nowhere) ? Pair.Half(weights.Distance) : 0);
        (_always, _near, _skillsAll) = (Vector256.Create((float)always), Vector256.Create((float)weights.Distance), Vector256.Create((float)weights.Skills));
        (_hours, _hoursOpen) = (Vector256.Create((float)weights.Hours / Math.Max(1, _needed)), Vector256.Create(0.5f * weights.Hours));
        (_causes, _kinds) = (Vector256.Create((float)weights.Causes), Vector256.Create((float)weights.Kind));
        _mustNot = (side.Has(MissionBits.OpenToMinors) ? 0 : VolunteerBits.OnlyOpenToMinors) | (side.Has(MissionBits.ReducedMobility) ? 0 : VolunteerBits.NeedsAccessibility);
        var step = Pair.StepOf(side);
        _steps = Vector256.Create(Pair.Pathway(weights.Pathway, 0, step), Pair.Pathway(weights.Pathway, 1, step), Pair.Pathway(weights.Pathway, 2, step), 0f, 0, 0, 0, 0);
    }

    public uint Rank(MatchSegment segment, int row) => _mission.Bits >> MissionBits.RankShift;

    public Failures Judge(MatchSegment segment, int row, out Points points) => Pair.Judge(
        Volunteer(segment, row, Pair.NeedsLists(_mission.Bits, _mission.Skills, segment.Skills[row] | segment.SkillsToLearn[row])), Mission(), _now, _weights, out points);

    public MissionSide Mission() => Sides.Mission(_mission, _skillList);

    public static VolunteerSide Volunteer(MatchSegment segment, int row, bool withLists = true) => new()
    {
        Position = segment.PositionOf(row),
        Reach = new(segment.Limits[row], segment.Inverses[row], segment.NearLimits[row]),
        First = segment.First[row],
        Second = segment.Second[row],
        Third = segment.Third[row],
        Causes = segment.Causes[row],
        Bits = segment.Bits[row],
        Signature = segment.Skills[row] | segment.SkillsToLearn[row],
        Skills = withLists ? segment.SkillsOf(segment.Owners[row]) : default,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Lanes(MatchSegment segment, int row, int threshold)
    {
        if (!_byEight) { return Eight.All; }

        var (fits, sum) = (Vector256<uint>.AllBitsSet, _always);
        if (row < segment.NowhereFrom)
        {
            var chords = Eight.SquaredChords(segment, row, _x, _y, _z);
            fits = Vector256.LessThanOrEqual(chords, Eight.Load(segment.Limits, row)).AsUInt32();
            if (fits == Vector256<uint>.Zero) { return 0; }
            sum += Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - (Eight.Roots(chords) * Eight.Load(segment.Inverses, row))) * _near;
        }

        var (first, second, third) = (Eight.Load(segment.First, row), Eight.Load(segment.Second, row), Eight.Load(segment.Third, row));
        var (firstHigh, secondHigh, thirdHigh) = (Eight.Load(segment.First, row + 4), Eight.Load(segment.Second, row + 4), Eight.Load(segment.Third, row + 4));
        var silent = Eight.AreZero(first | second | third, firstHigh | secondHigh | thirdHigh);
        if (_needed == 0)
        {
            sum += Vector256.AndNot(_hoursOpen, silent.AsSingle());
        }
        else
        {
            var shared = Eight.Count(first & _first, second & _second, third & _third, firstHigh & _first, secondHigh & _second, thirdHigh & _third);
            fits &= silent | Vector256.GreaterThan(shared, Vector256<int>.Zero).AsUInt32();
            if (fits == Vector256<uint>.Zero) { return 0; }
            sum += Vector256.ConvertToSingle(Vector256.Min(shared, Vector256.Create(_needed))) * _hours;
        }

        return Rest(segment, row, threshold, fits, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Rest(MatchSegment segment, int row, int threshold, Vector256<uint> fits, Vector256<float> sum)
    {
        var bits = Eight.Load(segment.Bits, row);
        fits &= Vector256.Equals(bits & Vector256.Create(_mustNot), Vector256<uint>.Zero);
        var domain = (int)(_mission.Bits & MissionBits.DomainMask);
        var kind = (int)(_mission.Bits >> MissionBits.KindShift & MissionBits.KindMask);
        sum += Vector256.ConvertToSingle(((Eight.Load(segment.Causes, row) >>> domain) & Vector256<uint>.One).AsInt32()) * _causes;
        sum += Vector256.ConvertToSingle(((bits >>> kind) & Vector256<uint>.One).AsInt32()) * _kinds;
        sum += Avx2.PermuteVar8x32(_steps, ((bits >>> VolunteerBits.StepShift) & Vector256.Create(VolunteerBits.StepMask)).AsInt32());

        var (skills, skillsHigh) = (Eight.Load(segment.Skills, row), Eight.Load(segment.Skills, row + 4));
        fits &= Eight.Narrow(Vector256.Equals(skills & _required, _required), Vector256.Equals(skillsHigh & _required, _required));
        if (_mission.Skills > 0)
        {
            var asked = Vector256.Create(_mission.Skills);
            var none = Eight.AreZero((skills | Eight.Load(segment.SkillsToLearn, row)) & asked, (skillsHigh | Eight.Load(segment.SkillsToLearn, row + 4)) & asked);
            sum += Vector256.AndNot(_skillsAll, none.AsSingle());
        }

        return (fits & Vector256.GreaterThanOrEqual(sum, Vector256.Create(threshold - Eight.Rounding)).AsUInt32()).ExtractMostSignificantBits();
    }
}
