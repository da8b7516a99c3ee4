using Benevolat.Index.Geography;
using Benevolat.Index.Matching.Rules;

namespace Benevolat.Index.Matching.Segments;

/// <summary>A mission as rows: one for each place and each of its different times, and one for each time from home.</summary>
internal static class MissionRows
{
    public static MatchRow[] Of(MatchMission mission, ReadOnlySpan<int> skills)
    {
        if (mission.PlacesLeft <= 0) { return []; }

        var (places, times) = (PlacesOf(mission), TimesOf(mission));
        var bits = BitsOf(mission) | (places.Count * times.Count > 1 ? MissionBits.Several : 0);
        var signature = Skills.Signature(skills, Skills.Counts);
        return [.. from place in places
                   from time in times
                   select new MatchRow
                   {
                       Position = place.Position,
                       Cell = place.Cell,
                       First = time.Hours.First,
                       Second = time.Hours.Second,
                       Third = time.Hours.Third | MissionBits.Pack(time.Needed, mission.Responsiveness, mission.Feedback),
                       Skills = signature,
                       Bits = bits | ((uint)time.Index << MissionBits.RankShift) | ((uint)place.Index << MissionBits.PlaceShift)
                           | (place.Index == MissionBits.NoPlace ? MissionBits.Nowhere : 0),
                       Until = time.Until,
                   }];
    }

    private static uint BitsOf(MatchMission mission) =>
        ((uint)mission.Domain & MissionBits.DomainMask) | (((uint)mission.Kind & MissionBits.KindMask) << MissionBits.KindShift)
        | ((uint)mission.Step << MissionBits.StepShift)
        | (MissionBits.IsKnown(mission.Responsiveness) ? 0 : MissionBits.ResponsivenessUnknown) | (MissionBits.IsKnown(mission.Feedback) ? 0 : MissionBits.FeedbackUnknown)
        | (mission.OpenToMinors ? MissionBits.OpenToMinors : 0) | (mission.ReducedMobility ? MissionBits.ReducedMobility : 0)
        | (mission.RequiredSkills.Count > 0 ? MissionBits.RequiresSkills : 0);

    private static List<(int Index, ulong Position, uint Cell)> PlacesOf(MatchMission mission)
    {
        var places = new List<(int Index, ulong Position, uint Cell)>();
        for (var index = 0; index < Math.Min(mission.Places.Count, MatchMission.MostPlaces) && mission.Remote is not MatchRemote.Full; index++)
        {
            var position = Positions.Of(mission.Places[index]);
            places.Add((index, position, Positions.CellOf(position)));
        }

        if (mission.Remote is not MatchRemote.No) { places.Add((MissionBits.NoPlace, Positions.Nowhere, HilbertCurve.Nowhere)); }
        return places;
    }

    /// <summary>Of times with the same hours only the one that counts longest: the others would never be better.</summary>
    private static List<(int Index, WeekMask Hours, int Needed, int Until)> TimesOf(MatchMission mission)
    {
        if (mission.Times.Count == 0) { return [(MissionBits.NoTime, WeekMask.Empty, 0, Moments.Never)]; }

        var times = new List<(int Index, WeekMask Hours, int Needed, int Until)>();
        for (var index = 0; index < Math.Min(mission.Times.Count, MatchMission.MostTimes); index++)
        {
            var time = mission.Times[index];
            var needed = time.Hours.IsEmpty ? 0 : Math.Clamp(time.Needed, 1, time.Hours.Count);
            var until = time.ValidUntil is { } end ? Moments.Of(end) : Moments.Never;
            var same = times.FindIndex(known => known.Hours == time.Hours && known.Needed == needed);
            if (same < 0) { times.Add((index, time.Hours, needed, until)); }
            else if (times[same].Until < until) { times[same] = (index, time.Hours, needed, until); }
        }

        return times;
    }
}
