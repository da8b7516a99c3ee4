using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>
/// Scores one volunteer against one mission: hard constraints first (reach, hours), then a weighted sum of explained parts.
/// What a volunteer didn't say adds nothing, to any mission; what a mission leaves open adds half.
/// </summary>
public static class Scorer
{
    private const double HoursWeight = 0.30;
    private const double DistanceWeight = 0.25;
    private const double SkillsWeight = 0.20;
    private const double CausesWeight = 0.15;
    private const double KindWeight = 0.10;
    private const double LeftOpen = 0.5;
    private const int WindowsTold = 2;

    /// <summary>Null when a hard constraint keeps them apart.</summary>
    public static Match? Score(Volunteer volunteer, MissionFacts mission, DateTimeOffset now)
    {
        if (Reach(volunteer, mission) is not { } reach || Overlap(volunteer.Wishes, mission, now) is not { } overlap) { return null; }

        var skills = mission.Skills.Intersect(volunteer.Wishes.Skills, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var parts = new List<PartOfMatch>();
        Add(parts, MatchPart.Hours, HoursWeight * overlap.Value);
        Add(parts, MatchPart.Distance, DistanceWeight * reach.Value);
        Add(parts, MatchPart.Skills, SkillsWeight * (mission.Skills.Count == 0 ? LeftOpen : (double)skills.Count / mission.Skills.Count));
        Add(parts, MatchPart.Causes, volunteer.Wishes.Causes.Contains(mission.Domain) ? CausesWeight : 0);
        Add(parts, MatchPart.Kind, volunteer.Wishes.Kinds.Contains(mission.Kind) ? KindWeight : 0);

        var sameCommune = reach.Address is { } address && address.CommuneCode == volunteer.Wishes.CommuneCode;
        var facts = new MatchFacts(reach.Km, reach.Address, sameCommune, WeekWindow.Largest(overlap.Hours, WindowsTold), skills, mission);
        return new Match(Math.Round(parts.Sum(part => part.Contribution), 4), parts, facts);
    }

    private static void Add(List<PartOfMatch> parts, MatchPart part, double contribution)
    {
        var rounded = Math.Round(contribution, 4);
        if (rounded > 0) { parts.Add(new PartOfMatch(part, rounded)); }
    }

    /// <summary>The nearest address within the volunteer's radius, or working from home where both want it.</summary>
    private static (double Value, double? Km, MissionAddress? Address)? Reach(Volunteer volunteer, MissionFacts mission)
    {
        if (mission.Remote is not RemoteWork.Full && volunteer is { Longitude: { } longitude, Latitude: { } latitude } && mission.Addresses.Count > 0)
        {
            var (km, address) = mission.Addresses
                .Select(place => (Km: Distance.Km(longitude, latitude, place.Longitude, place.Latitude), Place: place))
                .MinBy(place => place.Km);
            if (km <= volunteer.RadiusKm) { return (1 - (km / Math.Max(1, volunteer.RadiusKm)), Math.Round(km, 1), address); }
        }

        return mission.Remote is not RemoteWork.No && volunteer.Remote ? (LeftOpen, null, null) : null;
    }

    /// <summary>The share of the hours asked that the volunteer has: of the rhythm, or of the shift that suits best. None at all keeps them apart.</summary>
    private static (double Value, IEnumerable<int> Hours)? Overlap(VolunteerWishes wishes, MissionFacts mission, DateTimeOffset now)
    {
        if (MissionHours.Of(mission, now) is not { } asked) { return null; }
        var free = MissionHours.Parse(wishes.Hours);
        if (free.Count == 0) { return (0, []); }
        if (asked.Count == 0) { return (LeftOpen, []); }

        var best = asked
            .Select(hours => (Needed: Needed(hours, mission), Shared: hours.Where(free.Contains).ToList()))
            .MaxBy(shift => Math.Min(1, (double)shift.Shared.Count / shift.Needed));
        return best.Shared.Count == 0 ? null : (Math.Min(1, (double)best.Shared.Count / best.Needed), best.Shared);
    }

    /// <summary>A rhythm may list more hours than one is asked to come: then fewer suffice.</summary>
    private static int Needed(IReadOnlySet<int> hours, MissionFacts mission) =>
        mission is { Shifts.Count: 0, HoursPerWeek: > 0 }
            ? Math.Clamp((int)Math.Ceiling(mission.HoursPerWeek.Value), 1, hours.Count)
            : Math.Max(1, hours.Count);
}
