using Benevolat.Index.Matching.Rules;

namespace Benevolat.Index.Matching.Asking;

/// <summary>The parts and facts of a pair: only for the few that are shown.</summary>
internal static class Explanation
{
    public static MatchHit Of(Guid id, Guid organisation, in VolunteerSide volunteer, in MissionSide mission, in Points points, MatchWeights weights, Func<int, string> names)
    {
        var fromHome = mission.Has(MissionBits.Nowhere);
        var skills = Skills.Compare(mission.Skills, volunteer.Skills);
        var (place, time) = ((int)(mission.Bits >> MissionBits.PlaceShift), (int)(mission.Bits >> MissionBits.RankShift) & 255);
        var facts = new MatchFacts(
            fromHome ? null : place, fromHome ? null : Positions.Kilometres(Positions.SquaredChord(volunteer.Position, mission.Position)),
            time == MissionBits.NoTime ? null : time, volunteer.Free & mission.Hours, mission.Needed,
            Names(volunteer, mission, names, Skills.Has), Names(volunteer, mission, names, Skills.Learns), Names(volunteer, mission, names, 0));
        return new MatchHit(id, organisation, points.Sum, Parts(volunteer, mission, points, skills, weights), facts);
    }

    private static MatchedPart[] Parts(in VolunteerSide volunteer, in MissionSide mission, in Points points, Skills.Overlap skills, MatchWeights weights)
    {
        var shared = Math.Min(Pair.SharedHours(volunteer, mission), mission.Needed);
        var quarters = Pair.Quarters(Pair.StepOf(volunteer), Pair.StepOf(mission));
        var (said, fromHome) = (!volunteer.Free.IsEmpty, mission.Has(MissionBits.Nowhere));
        return
        [
            !said ? Part(MatchPart.Hours, 0, points.Hours, MatchGap.NotSaid) : mission.Needed == 0 ? LeftOpen(MatchPart.Hours, points.Hours)
                : Part(MatchPart.Hours, (double)shared / mission.Needed, points.Hours, shared == mission.Needed ? MatchGap.None : MatchGap.Partly),
            Part(MatchPart.Distance, weights.Distance == 0 ? 0 : (double)points.Distance / weights.Distance, points.Distance,
                fromHome ? MatchGap.FromHome : points.Distance == weights.Distance ? MatchGap.None : MatchGap.Partly),
            skills.Asked == 0 ? LeftOpen(MatchPart.Skills, points.Skills)
                : Part(MatchPart.Skills, skills.Points / (2.0 * skills.Asked), points.Skills,
                    skills.Points == 2 * skills.Asked ? MatchGap.None : volunteer.Skills.Length == 0 ? MatchGap.NotSaid : skills.Points == 0 ? MatchGap.Otherwise : MatchGap.Partly),
            Named(MatchPart.Causes, points.Causes, Pair.Names(volunteer.Causes, mission.Bits & MissionBits.DomainMask), volunteer.Causes),
            Named(MatchPart.Kind, points.Kind, Pair.Names(volunteer.Bits & VolunteerBits.KindsMask, (mission.Bits >> MissionBits.KindShift) & MissionBits.KindMask), volunteer.Bits & VolunteerBits.KindsMask),
            Part(MatchPart.Pathway, quarters / 4.0, points.Pathway, quarters == 4 ? MatchGap.None : MatchGap.Otherwise),
            mission.Has(MissionBits.ResponsivenessUnknown) ? LeftOpen(MatchPart.Responsiveness, points.Responsiveness) : Known(MatchPart.Responsiveness, points.Responsiveness, mission.Responsiveness),
            mission.Has(MissionBits.FeedbackUnknown) ? LeftOpen(MatchPart.Feedback, points.Feedback) : Known(MatchPart.Feedback, points.Feedback, mission.Feedback),
        ];

        MatchedPart Part(MatchPart part, double value, int contribution, MatchGap gap) => new(part, value, weights.Of(part), contribution, gap);

        MatchedPart LeftOpen(MatchPart part, int contribution) => Part(part, 0.5, contribution, MatchGap.LeftOpen);

        MatchedPart Named(MatchPart part, int contribution, bool named, uint all) =>
            Part(part, named ? 1 : 0, contribution, named ? MatchGap.None : all == 0 ? MatchGap.NotSaid : MatchGap.Otherwise);

        MatchedPart Known(MatchPart part, int contribution, int share) =>
            Part(part, (double)share / MissionBits.Shares, contribution, share == MissionBits.Shares ? MatchGap.None : MatchGap.Partly);
    }

    /// <summary>Of the skills that count for the mission those that are this much to the volunteer, by the alphabet.</summary>
    public static IReadOnlyList<string> Names(in VolunteerSide volunteer, in MissionSide mission, Func<int, string> names, int kind, int of = Skills.Counts)
    {
        var found = new List<string>();
        foreach (var skill in mission.Skills)
        {
            if ((skill & of) > 0 && KindOf(volunteer, skill) == kind) { found.Add(names(skill >> Skills.Shift)); }
        }

        found.Sort((one, other) => string.CompareOrdinal(SkillBook.Fold(one), SkillBook.Fold(other)));
        return found;
    }

    private static int KindOf(in VolunteerSide volunteer, int skill)
    {
        foreach (var mine in volunteer.Skills)
        {
            if (mine >> Skills.Shift == skill >> Skills.Shift) { return (mine & Skills.Has) > 0 ? Skills.Has : Skills.Learns; }
        }

        return 0;
    }
}
